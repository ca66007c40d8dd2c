/* global uPlot */
// of an axis whose labels may be large numbers, in pixels
const widthOf = (_, labels) => Math.max(62, 12 + 7 * Math.max(0, ...(labels ?? []).map((label) => label.length)));
const compact = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 2 });
const scheme = matchMedia('(prefers-color-scheme: dark)');
const css = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

/** Lines that differ in more than colour: width, and dashes. */
const STYLES = {
  recent: { color: '--recent', width: 2.5 },
  fading: { color: '--fading', width: 1.5 },
  'no-change': { color: '--baseline', width: 1.5, dash: [7, 4] },
  constant: { color: '--baseline', width: 1.5, dash: [2, 3] },
};
const MANY = ['--c0', '--c1', '--c2', '--c3', '--c4', '--c5', '--c6', '--c7'];
const DASHES = [[], [6, 3], [2, 3]];

const styleOf = (style) =>
  STYLES[style] ?? { color: MANY[style % MANY.length], width: 1.75, dash: DASHES[Math.floor(style / MANY.length) % DASHES.length] };

/** The legend's mark is a border. */
function borderOf(style) {
  const [dash] = styleOf(style).dash ?? [];
  return dash === undefined ? 'solid' : dash > 2 ? 'dashed' : 'dotted';
}

/** A chart in an element: lines over what was learned, and a mark for each drift. */
export class Chart {
  #element;
  #plot = null;
  #names = '';
  #drifts = [];
  #format = String;

  constructor(element) {
    this.#element = element;
    new ResizeObserver(() => this.#plot?.setSize(this.#size())).observe(element);
    scheme.addEventListener('change', () => (this.#names = '')); // the next figures draw it anew, in the other colours
  }

  /** lines: [{name, style, values}], null where there is no value; drifts: where on the axis. */
  show(title, learned, lines, drifts, format) {
    const section = this.#element.closest('section');
    section.hidden = lines.length === 0 || learned.length === 0;
    if (section.hidden) {
      return;
    }
    if (title) {
      section.querySelector('h2').textContent = title;
    }
    this.#drifts = drifts;
    this.#format = format;
    const data = [learned, ...lines.map(({ values }) => values)];
    const names = JSON.stringify(lines.map(({ name }) => name));
    if (names === this.#names) {
      this.#plot.setData(data);
    } else {
      this.#names = names;
      this.#plot?.destroy();
      this.#plot = new uPlot(this.#options(lines), data, this.#element);
      this.#plot.ctx.canvas.setAttribute('role', 'img');
      this.#plot.ctx.canvas.setAttribute('aria-labelledby', section.getAttribute('aria-labelledby'));
    }
  }

  #size() {
    return { width: this.#element.clientWidth, height: this.#element.classList.contains('tall') ? 320 : 220 };
  }

  #options(lines) {
    const axis = { stroke: css('--faint'), grid: { stroke: css('--rule'), width: 1 }, ticks: { show: false }, font: '12px system-ui, sans-serif' };
    return {
      ...this.#size(),
      scales: { x: { time: false } },
      cursor: { drag: { x: false, y: false }, points: { size: 6 } },
      legend: { markers: { dash: (_, n) => (n === 0 ? 'solid' : borderOf(lines[n - 1].style)) } },
      series: [
        { label: 'learned', value: (plot, learned) => (learned ?? plot.data[0].at(-1)).toLocaleString('en') },
        ...lines.map(({ name, style }) => this.#series(name, styleOf(style))),
      ],
      axes: [
        { ...axis, values: (_, ticks) => ticks.map((tick) => compact.format(tick)), size: 34, space: 70 },
        { ...axis, values: (_, ticks) => ticks.map((tick) => this.#format(tick)), size: widthOf, space: 36 },
      ],
      hooks: { draw: [(plot) => this.#markDrifts(plot)] },
    };
  }

  #series(label, { color, width, dash = [] }) {
    return {
      label,
      stroke: css(color),
      width,
      dash,
      points: { show: false },
      spanGaps: true,
      // without a pointer over the chart: the latest
      value: (plot, value, n, i) => this.#text(i === null ? plot.data[n].at(-1) : value),
    };
  }

  #text(value) {
    return value === null || value === undefined ? '–' : this.#format(value);
  }

  #markDrifts(plot) {
    const { ctx, bbox } = plot;
    ctx.save();
    ctx.strokeStyle = css('--drift');
    ctx.lineWidth = devicePixelRatio * 1.5;
    ctx.setLineDash([]);
    ctx.fillStyle = ctx.strokeStyle;
    for (const learned of this.#drifts) {
      const x = plot.valToPos(learned, 'x', true);
      ctx.beginPath();
      ctx.moveTo(x, bbox.top);
      ctx.lineTo(x, bbox.top + bbox.height);
      ctx.stroke();
      ctx.beginPath();
      ctx.moveTo(x - 5 * devicePixelRatio, bbox.top);
      ctx.lineTo(x + 5 * devicePixelRatio, bbox.top);
      ctx.lineTo(x, bbox.top + 8 * devicePixelRatio);
      ctx.fill();
    }
    ctx.restore();
    this.#element.dataset.drifts = this.#drifts.length;
    this.#element.dataset.points = plot.data[0].length;
    this.#element.dataset.learned = plot.data[0].at(-1);
  }
}
