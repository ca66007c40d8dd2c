import { Chart } from './charts.js';
import { dom, showConfusion, showTable } from './tables.js';

const whole = new Intl.NumberFormat('en');
const four = new Intl.NumberFormat('en', { maximumSignificantDigits: 4 });
const clock = new Intl.DateTimeFormat('en', { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' });
const percent = (value) => `${(100 * value).toFixed(1)} %`;
const or = (value, format) => (value === null || value === undefined || Number.isNaN(value) ? '–' : format(value));
const isUp = (checks) => checks.every((check) => check.healthy);

/** What is drawn for each task; a line is [key, name, style]. */
const VIEWS = {
  classification: {
    metric: 'accuracy',
    format: percent,
    score: {
      title: 'Accuracy',
      format: percent,
      lines: [
        ['recentAccuracy', 'last 1,000', 'recent'],
        ['fadingAccuracy', 'fading', 'fading'],
        ['noChangeAccuracy', 'no change', 'no-change'],
        ['majorityAccuracy', 'majority', 'constant'],
      ],
    },
    loss: {
      title: 'Log loss (less is better)',
      format: four.format,
      lines: [['recentLogLoss', 'last 1,000', 'recent'], ['fadingLogLoss', 'fading', 'fading']],
    },
  },
  regression: {
    metric: 'rmse',
    format: four.format,
    score: {
      title: 'Error: RMSE (less is better)',
      format: four.format,
      lines: [
        ['recentRmse', 'last 1,000', 'recent'],
        ['fadingRmse', 'fading', 'fading'],
        ['noChangeRmse', 'no change', 'no-change'],
        ['meanRmse', 'mean', 'constant'],
      ],
    },
    loss: {
      title: 'Mean absolute error (less is better)',
      format: four.format,
      lines: [['recentMae', 'last 1,000', 'recent'], ['fadingMae', 'fading', 'fading']],
    },
  },
};

const score = new Chart(dom('score'));
const loss = new Chart(dom('loss'));
const candidates = new Chart(dom('candidates'));
const seen = []; // the last moments: [at, consumed]

function samplesPerSecond(learner) {
  const consumed = learner.partitions.reduce((sum, { report }) => sum + (report?.consumed ?? 0), 0);
  if (seen.length === 0 || seen.at(-1)[0] !== learner.at) {
    seen.push([learner.at, consumed]);
  }
  if (seen.length > 6) {
    seen.shift();
  }
  const [first, last] = [seen[0], seen.at(-1)];
  return last[0] > first[0] ? Math.max(0, (1000 * (last[1] - first[1])) / (last[0] - first[0])) : NaN;
}

function showStatus(kind, text) {
  if (dom('status').textContent !== text) { // a reader of screens tells each change
    dom('status').className = kind;
    dom('status').textContent = text;
  }
}

function statusOf({ health, partitions }) {
  const failing = health.ready.filter(({ healthy }) => !healthy).map(({ name, detail }) => `${name}: ${detail}`);
  if (failing.length > 0) {
    return ['down', `Not ready: ${failing.join('; ')}`];
  }
  const learned = partitions.some(({ report }) => report?.learned > 0);
  return learned ? ['up', 'Running'] : ['waiting', 'Ready, waiting for the first labelled sample'];
}

function showTiles(learner, curve, view) {
  const reports = learner.partitions.map(({ report }) => report).filter(Boolean);
  const sum = (count) => reports.reduce((all, report) => all + count(report), 0);
  const last = (key) => curve.figures[key]?.at(-1);
  const behind = Math.max(...learner.partitions.map(({ secondsBehind }) => secondsBehind ?? -Infinity));
  const tiles = [
    ['learned', whole.format(sum((report) => report.learned))],
    ['samples/s', or(samplesPerSecond(learner), (rate) => whole.format(Math.round(rate)))],
    ['seconds behind', Number.isFinite(behind) ? behind.toFixed(behind < 10 ? 2 : 0) : '–'],
    ...(view ? view.score.lines.map(([key, name]) => [`${view.metric}, ${name}`, or(last(key), view.format)]) : []),
    ['drifts', whole.format(curve.drifts.at(-1) ?? 0)],
    ['dead letters', whole.format(sum((report) => total(report.deadLetters)))],
  ];
  dom('tiles').replaceChildren(
    ...tiles.map(([name, value]) => {
      const tile = document.createElement('div');
      tile.append(text('dt', name), text('dd', value));
      return tile;
    }),
  );
}

/** An element with this text: what comes from the server is never read as HTML. */
function text(name, content) {
  const made = document.createElement(name);
  made.textContent = content;
  return made;
}

const total = (counts) => Object.values(counts).reduce((sum, count) => sum + count, 0);

const digest = (stored) => ({ text: stored ? stored.digest.slice(0, 16) : '–', title: stored?.digest });

function partitionColumns(view) {
  const of = (value) => ({ report }) => (report ? value(report) : '–');
  return [
    ['Partition', ({ partition }) => partition],
    ['State', ({ state, progress }) => (state === 'restoring' ? `${state}, ${Math.round(100 * progress)} %` : state)],
    ['Learned', of((report) => whole.format(report.learned))],
    ['Digest', ({ stored }) => digest(stored)],
    ['Predicted only', of((report) => whole.format(report.predictedOnly))],
    ['Dead letters', of((report) => whole.format(total(report.deadLetters)))],
    ['Tombstones', of((report) => whole.format(report.tombstones))],
    ['Last 1,000', of((report) => (view ? or(report.figures.recent[view.metric], view.format) : '–'))],
    ['All samples', of((report) => (view ? or(report.figures.metrics[view.metric], view.format) : '–'))],
    ['Features', of((report) => whole.format(report.features))],
    ['Classes', of((report) => (report.task === 'classification' ? whole.format(report.classes) : '–'))],
    ['Parameters', of((report) => whole.format(report.training.parameters))],
    ['Seconds behind', ({ secondsBehind }) => or(secondsBehind, (seconds) => seconds.toFixed(2))],
  ];
}

const value = (view) => (text) => (view === VIEWS.regression ? four.format(Number(text)) : text);

// what no calendar reaches is shown as the number that it is
const time = (millis) => (Math.abs(millis) <= 8.64e15 ? clock.format(millis) : String(millis));

const predictionColumns = (view) => [
  ['Sample of', ({ timestamp }) => time(timestamp)],
  ['Partition, offset', ({ partition, offset }) => `${partition}, ${offset}`],
  ['Prediction', ({ prediction }) => or(prediction, value(view))],
  ['Probability', ({ probability }) => or(probability, percent)],
  ['Label', ({ label }) => or(label, value(view))],
  ['Loss', ({ loss }) => or(loss, four.format)],
  ['Learned', ({ learned }) => whole.format(learned)],
];

const deadLetterColumns = [
  ['Sample of', ({ timestamp }) => time(timestamp)],
  ['Partition, offset', ({ partition, offset }) => `${partition}, ${offset}`],
  ['Code', ({ code }) => code],
  ['Reason', ({ reason }) => reason],
];

function showDemo(demo, ready) {
  dom('demo').hidden = false;
  dom('kill').disabled = !ready;
  dom('pid').textContent = ready ? `its process is ${demo.pid}` : 'the next process is being started';
  if (demo.kills === 0) {
    return;
  }
  const stored = (model) => (model ? `${whole.format(model.learned)} learned, digest ${model.digest.slice(0, 16)}` : 'nothing');
  const same = demo.committed?.digest === demo.restored?.digest && demo.committed?.learned === demo.restored?.learned;
  const told = demo.seconds === null
    ? 'It restores …'
    : `The next one began with ${stored(demo.restored)}: ${same ? 'the same, to the last bit' : 'NOT the same'}. It answered after ${demo.seconds.toFixed(1)} s.`;
  const outcome = `Killed ${demo.kills === 1 ? 'once' : `${demo.kills} times`}. The killed process had committed ${stored(demo.committed)}. ${told}`;
  if (dom('outcome').textContent !== outcome) {
    dom('outcome').textContent = outcome;
  }
}

function show({ learner, curve, demo }) {
  const view = VIEWS[learner.partitions.map(({ report }) => report?.task).find((task) => task in VIEWS)];
  const [drifts, confused] = [driftsOf(curve), learner.partitions.map(({ report }) => report?.figures.confusion)];
  showTiles(learner, curve, view);
  if (view) {
    score.show(view.score.title, curve.learned, linesOf(view.score, curve), drifts, view.score.format);
    loss.show(view.loss.title, curve.learned, linesOf(view.loss, curve), drifts, view.loss.format);
    const weights = Object.entries(curve.candidates).map(([name, values], n) => ({ name, style: n, values }));
    candidates.show(null, curve.learned, weights, drifts, percent);
  }
  showConfusion(dom('confusion'), confused.filter((matrix) => matrix?.classes.length > 0));
  showTable(dom('partitions'), partitionColumns(view), learner.partitions);
  showTable(dom('predictions'), predictionColumns(view), learner.predictions);
  showTable(dom('dead-letters'), deadLetterColumns, learner.deadLetters);
  if (demo) {
    showDemo(demo, isUp(learner.health.ready));
  }
}

const linesOf = ({ lines }, curve) =>
  lines.map(([key, name, style]) => ({ name, style, values: curve.figures[key] })).filter(({ values }) => values);

/** Where drifts were found since the first point. */
const driftsOf = ({ learned, drifts }) => learned.filter((_, i) => i > 0 && drifts[i] > drifts[i - 1]);

/** The page's own address may have a user and a password in it, which fetch refuses. */
const api = (name) => new URL(`api/${name}`, location.origin + location.pathname);

async function poll() {
  try {
    const response = await fetch(api('learner'), { signal: AbortSignal.timeout(5000) });
    if (!response.ok) {
      throw new Error(`HTTP ${response.status}`);
    }
    const now = await response.json();
    showStatus(...statusOf(now.learner));
    if (!document.hidden) {
      show(now);
    }
  } catch (problem) {
    showStatus('down', `No answer from Eddy (${problem.message}); these are the last figures`);
  }
  setTimeout(poll, 1000);
}

dom('kill').addEventListener('click', () => {
  dom('kill').disabled = true;
  fetch(api('kill'), { method: 'POST' });
});
poll();
