/* Everything works without these modules; with them it is quicker to the hand. */
import './csrf.js';
import './errors.js';
import './characters.js';
import './password.js';
import './exclusive.js';
import './normalise.js';
import './draft.js';
import './offline.js';
import './rows.js';
import './columns.js';
import './menu.js';
import './phrases.js';
import './remaining.js';
import './photos.js';
import './copy.js';
