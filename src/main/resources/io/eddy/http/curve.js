const SVG = 'http://www.w3.org/2000/svg';
const MARGIN = { top: 10, right: 12, bottom: 24, left: 52 };
const compact = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 2 });

/** An SVG element with these attributes. */
export function svgElement(name, attributes) {
  const element = document.createElementNS(SVG, name);
  Object.entries(attributes).forEach(([key, value]) => element.setAttribute(key, value));
  return element;
}

/**
 * Draws lines over one axis into an svg, whatever was in it before.
 * learned: where the points are; lines: [{kind, values}], null where there is no value; format: a value as text;
 * max: the most that a value can be, or Infinity.
 */
export function drawCurve(svg, learned, lines, format, max) {
  const { width, height } = svg.getBoundingClientRect();
  const across = scale(learned[0], learned.at(-1), MARGIN.left, width - MARGIN.right);
  const range = valueRange(lines, max);
  const ticks = niceTicks(range[0], range[1], height / 60);
  const down = scale(ticks[0], Math.min(ticks.at(-1), max), height - MARGIN.bottom, MARGIN.top);

  const grid = ticks.filter((value) => value <= max).flatMap((value) => [
    svgElement('line', { class: 'grid', x1: MARGIN.left, x2: width - MARGIN.right, y1: down(value), y2: down(value) }),
    label(format(value, ticks[1] - ticks[0]), MARGIN.left - 8, down(value) + 4, 'end'),
  ]);
  const below = (learned.length > 1 ? niceTicks(learned[0], learned.at(-1), width / 80) : learned)
    .filter((value) => value >= learned[0] && value <= learned.at(-1))
    .map((value) => label(compact.format(value), across(value), height - 6, 'middle'));
  svg.replaceChildren(...grid, ...below, picture(learned, lines, across, down, width, height));
}

function scale(from, to, start, end) {
  return (value) => start + ((value - from) / (to - from || 1)) * (end - start);
}

function valueRange(lines, max) {
  // an error has no bound, and a model that knows nothing yet is far off: its first tenth may leave the picture
  const drawn = lines.flatMap(({ values }) => values.slice(max === Infinity ? Math.floor(values.length / 10) : 0));
  const values = drawn.filter((value) => value !== null);
  return [Math.min(...values), Math.max(...values)];
}

/** Round numbers from at or below the least to at or above the most, about so many. */
function niceTicks(least, most, count) {
  const spread = most - least || Math.abs(most) / 10 || 1;
  const power = 10 ** Math.floor(Math.log10(spread / count));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((each) => spread / each <= count);
  const first = Math.floor(least / step);
  const last = Math.max(Math.ceil(most / step), first + 1);
  return Array.from({ length: last - first + 1 }, (_, i) => (first + i) * step);
}

function label(text, x, y, anchor) {
  const element = svgElement('text', { x, y, 'text-anchor': anchor });
  element.textContent = text;
  return element;
}

function picture(learned, lines, across, down, width, height) {
  // an svg within the svg cuts off what would be drawn over the labels
  const [x, y, w, h] = [MARGIN.left - 4, MARGIN.top - 4, width - MARGIN.left, height - MARGIN.top - MARGIN.bottom + 8];
  const inner = svgElement('svg', { x, y, width: w, height: h, viewBox: `${x} ${y} ${w} ${h}` });
  for (const { kind, values } of [...lines].reverse()) {
    const known = learned.map((_, i) => i).filter((i) => values[i] !== null);
    const points = known.map((i) => [across(learned[i]).toFixed(1), down(values[i]).toFixed(1)]);
    inner.append(svgElement('polyline', { class: `line ${kind}`, points: points.join(' ') }));
    const [cx, cy] = points.at(-1);
    inner.append(svgElement('circle', { class: `dot ${kind}`, cx, cy, r: 3.5 }));
  }
  return inner;
}
