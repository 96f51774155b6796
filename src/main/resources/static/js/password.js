/* A password may be looked at while it is typed; it is hidden again before it is sent. */
import { word } from './words.js';

function show(button, visible) {
  const field = document.getElementById(button.getAttribute('aria-controls'));
  if (!field) return;
  field.type = visible ? 'text' : 'password';
  button.setAttribute('aria-pressed', String(visible));
  button.textContent = word(visible ? 'passwordHide' : 'passwordShow');
}

const reveal = (root) => root.querySelectorAll?.('[data-password]').forEach((button) => { button.hidden = false; });

reveal(document);
document.addEventListener('htmx:load', (event) => reveal(event.target));
document.addEventListener('click', (event) => {
  const button = event.target.closest?.('[data-password]');
  if (button) show(button, button.getAttribute('aria-pressed') !== 'true');
});
document.addEventListener('submit', (event) => event.target.querySelectorAll('[data-password]').forEach((button) => show(button, false)));
