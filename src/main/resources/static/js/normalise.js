/* Full width or half width, hiragana or katakana, western year or era: people type what they have. The server
   converts as well; here one only sees at once what was understood. */
import { word } from './words.js';

const eras = { M: 1867, T: 1911, S: 1925, H: 1988, R: 2018, 明治: 1867, 大正: 1911, 昭和: 1925, 平成: 1988, 令和: 2018 };
const narrow = (text) => text.normalize('NFKC').trim();
const number = (text) => narrow(text).replace(/[,、\s]/g, '').replace(/[ー―‐−]/g, '-');
const katakana = (text) => narrow(text).replace(/[ぁ-ゖ]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0x60));

function date(text) {
  const plain = narrow(text).replace(/\s/g, '');
  const match = /^(\d{4})(\d{2})(\d{2})$/.exec(plain)
    ?? /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(plain);
  const era = /^(明治|大正|昭和|平成|令和|[MTSHR])(\d{1,2}|元)[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/i.exec(plain);
  if (!match && !era) return null;
  const year = match ? Number(match[1]) : eras[era[1].toUpperCase()] + (era[2] === '元' ? 1 : Number(era[2]));
  const [month, day] = (match ? match.slice(2) : era.slice(3)).map(Number);
  const found = new Date(year, month - 1, day);
  return found.getMonth() === month - 1 && found.getDate() === day ? found : null;
}

function say(found) {
  const language = document.documentElement.lang === 'ja' ? 'ja-JP' : 'en-GB';
  const western = found.toLocaleDateString(language, { year: 'numeric', month: 'long', day: 'numeric', weekday: 'short' });
  const era = found.toLocaleDateString(`${language}-u-ca-japanese`, { era: 'short', year: 'numeric' });
  return `${western} ${era}`;
}

function echo(field) {
  const output = field.closest('.field')?.querySelector('[data-echo]');
  if (!output) return;
  const found = date(field.value);
  output.textContent = found ? say(found) : field.value.trim() === '' ? '' : word('dateUnread');
}

document.addEventListener('change', (event) => {
  const field = event.target;
  const kind = field.dataset?.normalise;
  if (kind === 'kana') field.value = katakana(field.value);
  else if (kind === 'number' || kind === 'telephone') field.value = number(field.value);
  else if (kind === 'date') echo(field);
});
document.addEventListener('input', (event) => {
  if (event.target.dataset?.normalise === 'date' && date(event.target.value)) echo(event.target);
});
