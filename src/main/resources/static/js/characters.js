/* Says how many characters are left. A limit is told, never enforced by cutting off what was written. */
import { word } from './words.js';

function count(area) {
  const output = document.getElementById(`${area.id}-count`);
  if (!output) return;
  const left = Number(area.dataset.limit) - [...area.value].length;
  output.textContent = left < 0 ? word('charactersOver', -left) : word('charactersLeft', left);
  output.classList.toggle('over', left < 0);
}

const all = (root) => root.querySelectorAll?.('textarea[data-limit]').forEach(count);

all(document);
document.addEventListener('htmx:load', (event) => all(event.target));
document.addEventListener('tasuki:filled', () => all(document));
document.addEventListener('input', (event) => {
  if (event.target.matches?.('textarea[data-limit]')) count(event.target);
});
