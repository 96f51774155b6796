/* Everything works without these modules; with them it is quicker to the hand. */
import './csrf.js';
import './errors.js';
import './characters.js';
import './password.js';
import './exclusive.js';
import './normalise.js';
import './picker.js';
import './draft.js';
import './offline.js';
import './rows.js';
import './columns.js';
import './menu.js';
import './phrases.js';
import './remaining.js';

/* What few pages need comes with them. */
if (document.querySelector('input[type=file]')) import('./photos.js');
if (document.querySelector('[data-copy]')) import('./copy.js');
if (document.querySelector('[data-print]')) import('./print.js');
