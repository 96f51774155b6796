/* In a table of cases the arrows lead from row to row and Enter opens; a click anywhere in the row does the same. */
const links = (row) => row?.querySelector('a.row-link');

function step(row, key) {
  const rows = [...row.closest('table').querySelectorAll('tbody tr')].filter((other) => links(other) && !other.hidden);
  const at = rows.indexOf(row);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[key];
  return to === undefined ? null : rows[to];
}

document.addEventListener('keydown', (event) => {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const row = event.target.closest?.('table[data-rows] tbody tr');
  if (!row || event.target.matches('input, select, textarea')) return;
  const next = step(row, event.key);
  if (!next) return;
  event.preventDefault();
  links(next).focus();
  next.scrollIntoView({ block: 'nearest' });
});

document.addEventListener('click', (event) => {
  const row = event.target.closest?.('table[data-rows] tbody tr');
  if (!row || event.target.closest('a, button, input, label, select, summary') || String(getSelection())) return;
  links(row)?.click();
});

/* A table that turns into cards on a phone loses its roles in some browsers; say them. */
const roles = { table: 'table', thead: 'rowgroup', tbody: 'rowgroup', tr: 'row', td: 'cell' };
function name(root) {
  root.querySelectorAll?.('table.cards-on-phone').forEach((table) => [table, ...table.querySelectorAll('thead, tbody, tr, td')].forEach((part) => {
    if (!part.hasAttribute('role')) part.setAttribute('role', roles[part.localName]);
  }));
}
name(document);
document.addEventListener('htmx:load', (event) => name(event.target.parentNode ?? document));
