/* The minutes that are left of an emergency access. The server ends it; this only tells. */
import { word } from './words.js';

function tell() {
  document.querySelectorAll('[data-until]').forEach((output) => {
    const minutes = Math.ceil((Date.parse(output.dataset.until) - Date.now()) / 60000);
    const text = minutes > 0 ? word('minutesLeft', minutes) : word('timeOver');
    if (output.textContent !== text) output.textContent = text;
  });
}

if (document.querySelector('[data-until]')) {
  tell();
  setInterval(tell, 15000);
}
