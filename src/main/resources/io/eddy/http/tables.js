const MOST_CLASSES = 50; // of all partitions together
const MOST_NUMBERS = 12; // classes up to which a cell has room for its count
const whole = new Intl.NumberFormat('en');

export const dom = (id) => document.getElementById(id);

/** Sets the text of a cell, and its title: never HTML, for classes' names are somebody else's. */
function fill(cell, content, title) {
  if (cell.textContent !== content) { // else a selection would be lost each second
    cell.textContent = content;
  }
  if (title !== undefined && cell.title !== title) {
    cell.title = title;
  }
}

/** Gives a parent as many children as needed, and keeps those that are there. */
function resize(parent, count, name) {
  while (parent.children.length > count) {
    parent.lastElementChild.remove();
  }
  while (parent.children.length < count) {
    parent.append(document.createElement(name));
  }
  return [...parent.children];
}

/** The rows as a table; a column is [name, content of a row]: a text, or {text, title}. Without rows its section hides. */
export function showTable(table, columns, rows) {
  table.parentElement.hidden = rows.length === 0;
  const head = table.tHead ?? table.createTHead();
  const body = table.tBodies[0] ?? table.createTBody();
  resize(resize(head, 1, 'tr')[0], columns.length, 'th').forEach((cell, c) => {
    cell.scope = 'col';
    fill(cell, columns[c][0]);
  });
  resize(body, rows.length, 'tr').forEach((row, r) => {
    resize(row, columns.length, 'td').forEach((cell, c) => {
      const content = columns[c][1](rows[r]);
      cell.dataset.column = columns[c][0];
      fill(cell, String(content?.text ?? content), content?.title);
    });
  });
}

/** The sum of confusion matrices over partitions, whose classes may have come in another order, as a heat map. */
export function showConfusion(table, matrices) {
  const classes = [...new Set(matrices.flatMap((matrix) => matrix.classes))];
  const fits = classes.length > 0 && classes.length <= MOST_CLASSES;
  table.closest('section').hidden = !fits;
  if (!fits) {
    return;
  }
  const counts = classes.map(() => classes.map(() => 0));
  for (const matrix of matrices) {
    const at = matrix.classes.map((name) => classes.indexOf(name));
    matrix.counts.forEach((row, a) => row.forEach((count, p) => (counts[at[a]][at[p]] += count)));
  }
  const wide = classes.length > MOST_NUMBERS;
  table.classList.toggle('dense', wide);
  const rows = resize(table.tBodies[0] ?? table.createTBody(), classes.length + 1, 'tr');
  header(rows[0], ['', ...classes]);
  counts.forEach((row, a) => {
    const sum = row.reduce((all, count) => all + count, 0);
    if (rows[a + 1].children.length !== classes.length + 1) {
      rows[a + 1].replaceChildren(document.createElement('th'));
      rows[a + 1].firstChild.scope = 'row';
    }
    const [name, ...cells] = resize(rows[a + 1], classes.length + 1, 'td');
    fill(name, classes[a], classes[a]);
    cells.forEach((cell, p) => {
      const part = sum === 0 ? 0 : row[p] / sum;
      const title = `${classes[a]} predicted as ${classes[p]}: ${whole.format(row[p])} (${(100 * part).toFixed(1)} %)`;
      fill(cell, wide ? '' : whole.format(row[p]), title);
      cell.classList.toggle('strong', part > 0.5);
      cell.style.setProperty('--part', part.toFixed(3));
    });
  });
}

function header(row, names) {
  resize(row, names.length, 'th').forEach((cell, n) => {
    cell.scope = 'col';
    fill(cell, names[n], names[n]);
  });
}
