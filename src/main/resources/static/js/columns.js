/* Which columns of a table one wants to see is remembered on this device, per table. It holds no data, only names. */
const place = (table) => `tasuki.columns.${table.id}`;
const read = (table) => (localStorage.getItem(place(table)) ?? '').split(' ').filter(Boolean);

function apply(table) {
  const away = read(table);
  table.querySelectorAll('[data-column]').forEach((cell) => { cell.hidden = away.includes(cell.dataset.column); });
  document.querySelectorAll(`[data-columns-of="${CSS.escape(table.id)}"] input`).forEach((box) => { box.checked = !away.includes(box.value); });
}

function start(root) {
  root.querySelectorAll?.('[data-columns-of]').forEach((menu) => {
    const table = document.getElementById(menu.dataset.columnsOf);
    if (!table) return;
    menu.hidden = false;
    apply(table);
  });
}

start(document);
document.addEventListener('htmx:load', () => start(document));
document.addEventListener('change', (event) => {
  const menu = event.target.closest?.('[data-columns-of]');
  const table = menu && document.getElementById(menu.dataset.columnsOf);
  if (!table) return;
  localStorage.setItem(place(table), [...menu.querySelectorAll('input:not(:checked)')].map((box) => box.value).join(' '));
  apply(table);
});
