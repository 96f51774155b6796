/* Everything works without these modules; with them it is quicker to the hand. */
import './csrf.js';
import './errors.js';
import './characters.js';
import './exclusive.js';
import './normalise.js';
import './draft.js';
import './offline.js';
import './rows.js';
import './menu.js';
import './phrases.js';

/* What few pages need comes with them. */
if (document.querySelector('input[type=file]')) import('./photos.js');
if (document.querySelector('[data-password]')) import('./password.js');
if (document.querySelector('[data-columns-of]')) import('./columns.js');
if (document.querySelector('[data-until]')) import('./remaining.js');
if (document.querySelector('[data-picker]')) import('./picker.js');
if (document.querySelector('[data-copy]')) import('./copy.js');
if (document.querySelector('[data-print]')) import('./print.js');
if (document.querySelector('[data-map]')) import('./map.js');
