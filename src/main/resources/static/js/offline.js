/* On a thin network nothing that was written may get lost: say so, and do not send into the void. */
import { word } from './words.js';

const banner = document.getElementById('offline');
const text = banner?.querySelector('span');
const usual = text?.textContent;

function show() {
  if (!banner) return;
  banner.hidden = navigator.onLine;
  if (text && navigator.onLine) text.textContent = usual;
}

function keep(event) {
  if (navigator.onLine || !banner) return;
  event.preventDefault();
  event.stopPropagation();
  text.textContent = word('offlineKept');
  banner.hidden = false;
  banner.scrollIntoView({ block: 'nearest' });
}

addEventListener('online', show);
addEventListener('offline', show);
document.addEventListener('submit', keep, true);
document.addEventListener('htmx:sendError', () => {
  if (!banner) return;
  text.textContent = word('failed');
  banner.hidden = false;
});
document.addEventListener('htmx:afterRequest', (event) => { if (event.detail.successful) show(); });
show();
