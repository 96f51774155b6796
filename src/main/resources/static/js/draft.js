/* Keeps what is being written until it was sent, also over an idle time-out. Ward computers are shared, so a draft is
   encrypted with a key that only the account's own pages carry; without a key nothing is kept. */
import { word, clock } from './words.js';

const LIFE = 7 * 24 * 60 * 60 * 1000;
const secret = document.querySelector('meta[name="tasuki-draft-key"]')?.content;
const encoder = new TextEncoder();
const base64 = (bytes) => btoa(String.fromCharCode(...new Uint8Array(bytes)));
const bytes = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
const base = (form) => form.dataset.initial ?? '';
let key;
let prefix;

const forms = (root) => [...(root.querySelectorAll?.('form[id][method="post" i]:not([data-no-draft])') ?? [])];
const place = (form) => `${prefix}${form.id}`;
const status = (form) => form.querySelector('[data-draft-status]');

function controls(form) {
  return [...form.elements].filter((control) => control.name && !control.disabled && !control.closest('[data-no-draft]')
    && !['password', 'file', 'hidden', 'submit', 'button', 'reset'].includes(control.type)
    && control.autocomplete !== 'one-time-code' && !control.matches('fieldset, output, object')
    && !document.querySelector(`[data-password][aria-controls="${CSS.escape(control.id)}"]`));
}

function read(form) {
  return JSON.stringify(controls(form).map((control) => [control.name, control.matches('[type=checkbox], [type=radio]')
    ? (control.checked ? control.value : null) : control.value]));
}

function fill(form, text) {
  const kept = JSON.parse(text);
  controls(form).forEach((control, index) => {
    const [name, value] = kept[index] ?? [];
    if (name !== control.name) return;
    if (control.matches('[type=checkbox], [type=radio]')) control.checked = value === control.value;
    else control.value = value ?? '';
  });
  document.dispatchEvent(new CustomEvent('tasuki:filled'));
}

function say(form, text, ...actions) {
  const output = status(form);
  output?.replaceChildren(text, ...actions.map(([label, action]) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'button tertiary small';
    button.textContent = label;
    button.addEventListener('click', action);
    return button;
  }));
}

async function save(form) {
  const at = Date.now();
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const text = JSON.stringify({ initial: base(form), text: read(form) });
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, encoder.encode(text));
  if (form.dataset.sent) return;
  try {
    localStorage.setItem(place(form), JSON.stringify({ at, iv: base64(iv), sealed: base64(sealed) }));
    say(form, word('draftSaved', clock(at)));
  } catch {
    say(form, '');
  }
}

async function load(form) {
  try {
    const kept = JSON.parse(localStorage.getItem(place(form)));
    if (!kept || Date.now() - kept.at > LIFE) return null;
    const open = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: bytes(kept.iv) }, key, bytes(kept.sealed));
    return { at: kept.at, ...JSON.parse(new TextDecoder().decode(open)) };
  } catch {
    return null;
  }
}

function discard(form) {
  localStorage.removeItem(place(form));
}

async function restore(form) {
  const draft = await load(form);
  if (!draft || draft.text === read(form)) return;
  const back = () => { discard(form); fill(form, base(form)); say(form, word('draftDiscarded')); };
  const use = () => { fill(form, draft.text); say(form, word('draftRestored', clock(draft.at)), [word('draftDiscard'), back]); };
  /* Where the server's own values changed meanwhile, or it sent the form back, a person decides. */
  const asLeft = draft.initial === base(form) && !document.querySelector('[data-error-summary]');
  if (asLeft) use();
  else say(form, word('draftFound', clock(draft.at)), [word('draftRestore'), use], [word('draftDiscard'), () => { discard(form); say(form, word('draftDiscarded')); }]);
}

function watch(form) {
  if (form.dataset.initial !== undefined) return;
  form.dataset.initial = read(form);
  let timer;
  form.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(() => save(form), 800);
  });
  form.addEventListener('change', () => save(form));
  form.addEventListener('htmx:afterRequest', (event) => {
    if (event.target !== form || !event.detail.successful) return;
    clearTimeout(timer);
    form.dataset.sent = 'true';
    discard(form);
  });
  /* Whether it arrived is known only on the next page, so it is remembered which form was sent. */
  form.addEventListener('submit', () => sessionStorage.setItem('tasuki.sent', place(form)));
  restore(form);
}

function settle() {
  const sent = sessionStorage.getItem('tasuki.sent');
  if (!sent || !document.querySelector('[data-notice="success"]')) return;
  localStorage.removeItem(sent);
  sessionStorage.removeItem('tasuki.sent');
}

function sweep() {
  Object.keys(localStorage).filter((name) => name.startsWith('tasuki.draft.')).forEach((name) => {
    try {
      if (Date.now() - JSON.parse(localStorage.getItem(name)).at <= LIFE) return;
    } catch { /* unreadable, so of no use to anybody */ }
    localStorage.removeItem(name);
  });
}

async function start() {
  sweep();
  const digest = await crypto.subtle.digest('SHA-256', encoder.encode(secret));
  key = await crypto.subtle.importKey('raw', digest, 'AES-GCM', false, ['encrypt', 'decrypt']);
  const name = await crypto.subtle.digest('SHA-256', encoder.encode(`name:${secret}`));
  prefix = `tasuki.draft.${base64(name.slice(0, 9))}.`;
  settle();
  forms(document).forEach(watch);
  document.addEventListener('htmx:load', (event) => forms(event.target.parentNode ?? event.target).forEach(watch));
}

if (secret && globalThis.crypto?.subtle) start();
