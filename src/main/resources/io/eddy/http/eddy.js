import { drawCurve, svgElement } from './curve.js';

const number = new Intl.NumberFormat('en');
const fourDigits = new Intl.NumberFormat('en', { minimumSignificantDigits: 4, maximumSignificantDigits: 4 });
const shortest = new Intl.NumberFormat('en', { maximumSignificantDigits: 6 });
// the step is that of an axis; a value that stands alone has none
const percent = (value, step = 0.001) => `${(value * 100).toFixed(Math.max(0, Math.ceil(-Math.log10(step * 100))))} %`;
const error = (value, step) => (step === undefined ? fourDigits : shortest).format(value);

const VIEWS = {
  classification: {
    title: 'Accuracy',
    column: 'Accuracy, last 1,000',
    metric: 'accuracy',
    format: percent,
    max: 1,
    lines: [
      { key: 'recentAccuracy', kind: 'recent', name: 'last 1,000' },
      { key: 'accuracy', kind: 'all', name: 'all samples' },
      { key: 'noChangeAccuracy', kind: 'no-change', name: 'no change' },
      { key: 'majorityAccuracy', kind: 'constant', name: 'majority' },
    ],
    aside: { key: 'recentLogLoss', name: 'log loss, last 1,000', format: error },
  },
  regression: {
    title: 'Error (RMSE, less is better)',
    column: 'RMSE, last 1,000',
    metric: 'rmse',
    format: error,
    max: Infinity,
    lines: [
      { key: 'recentRmse', kind: 'recent', name: 'last 1,000' },
      { key: 'rmse', kind: 'all', name: 'all samples' },
      { key: 'noChangeRmse', kind: 'no-change', name: 'no change' },
      { key: 'meanRmse', kind: 'constant', name: 'mean' },
    ],
  },
};

const columns = (view) => [
  ['Partition', (p) => p.partition],
  [view?.column ?? 'Last 1,000', (p) => (view && view.metric in p.recent ? view.format(p.recent[view.metric]) : '–')],
  ['Learned', (p) => number.format(p.learned)],
  ['Predicted only', (p) => number.format(p.predictedOnly)],
  ['Dead lettered', (p) => number.format(p.deadLettered)],
  ['Tombstones', (p) => number.format(p.tombstones)],
  ['Consumed', (p) => number.format(p.consumed)],
  ['Features', (p) => number.format(p.features)],
  ['Classes', (p) => (p.task === 'classification' ? number.format(p.classes) : '–')],
  ['Parameters', (p) => number.format(p.parameters)],
];

const byId = (id) => document.getElementById(id);
const recentPolls = [];
let shown = null;

/** An element with this text: what comes from the server is never read as HTML. */
function element(name, text) {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}

function samplesPerSecond(learned) {
  recentPolls.push({ learned, at: performance.now() });
  if (recentPolls.length > 6) {
    recentPolls.shift();
  }
  const [first, last] = [recentPolls[0], recentPolls.at(-1)];
  return Math.max(0, (1000 * (last.learned - first.learned)) / (last.at - first.at || 1000));
}

function showStatus(kind, text) {
  byId('status').className = kind;
  byId('status').textContent = text;
}

function statusOf({ status, checks, partitions }) {
  const learned = partitions.reduce((sum, partition) => sum + partition.learned, 0);
  const rate = samplesPerSecond(learned);
  const failing = checks.filter((check) => check.status !== 'UP').map(({ name, detail }) => `${name}: ${detail}`);
  if (status !== 'UP') {
    return ['down', `Not ready: ${failing.join('; ')}`];
  }
  if (learned === 0) {
    return ['waiting', 'Ready, waiting for the first labelled sample'];
  }
  const pace = rate >= 0.5 ? `${number.format(Math.round(rate))} a second` : 'idle';
  return ['up', `Learned from ${number.format(learned)} samples, ${pace}`];
}

function legendEntry({ kind, name, values }, format) {
  const term = element('dt', name);
  if (kind) {
    const stroke = svgElement('svg', { viewBox: '0 0 26 8', 'aria-hidden': 'true' });
    stroke.append(svgElement('line', { class: `line ${kind}`, x1: 1, x2: 25, y1: 4, y2: 4 }));
    term.prepend(stroke);
  }
  const value = values?.at(-1) ?? null;
  const entry = document.createElement('div');
  entry.append(term, element('dd', value === null ? '–' : format(value)));
  return entry;
}

function showCurve(series, view) {
  const lines = view.lines.filter(({ key }) => key in series).map((line) => ({ ...line, values: series[line.key] }));
  const entries = lines.map((line) => legendEntry(line, view.format));
  if (view.aside) {
    entries.push(legendEntry({ ...view.aside, values: series[view.aside.key] }, view.aside.format));
  }
  byId('curve').parentElement.hidden = false;
  byId('curve-title').textContent = view.title;
  byId('legend').replaceChildren(...entries);
  drawCurve(byId('curve'), series.learned, lines, view.format, view.max);
}

function showPartitions(partitions, view) {
  const head = document.createElement('tr');
  head.append(...columns(view).map(([name]) => element('th', name)));
  const rows = partitions.map((partition) => {
    const row = document.createElement('tr');
    for (const [name, text] of columns(view)) {
      const cell = element('td', text(partition));
      cell.dataset.column = name;
      if (name === 'Dead lettered') {
        const codes = Object.entries(partition.deadLetters).filter(([, count]) => count > 0);
        cell.append(...codes.map(([code, count]) => element('small', `${code} ${number.format(count)}`)));
      }
      row.append(cell);
    }
    return row;
  });
  byId('partitions').parentElement.hidden = partitions.length === 0;
  byId('partitions').tHead.replaceChildren(head);
  byId('partitions').tBodies[0].replaceChildren(...rows);
}

function show({ series, partitions }) {
  const view = Object.values(VIEWS).find(({ lines }) => lines.some(({ key }) => key in series));
  if (view) {
    showCurve(series, view);
  }
  showPartitions(partitions, view);
}

async function poll() {
  try {
    const response = await fetch('api/curve', { signal: AbortSignal.timeout(5000) });
    if (!response.ok) {
      throw new Error(`HTTP ${response.status}`);
    }
    const answer = await response.json();
    showStatus(...statusOf(answer));
    if (JSON.stringify(answer) !== JSON.stringify(shown)) { // else a selection of text would be lost each second
      show(answer);
      shown = answer;
    }
  } catch (problem) {
    showStatus('down', `No answer from Eddy (${problem.message}); these are the last figures`);
  }
  setTimeout(poll, 1000);
}

window.addEventListener('resize', () => shown && show(shown));
poll();
