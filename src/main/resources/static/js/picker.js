/* Where a form asks for an organisation, part of its name is typed and the right one picked: a combobox with a list
   (ARIA APG). Without this module a button shows the same list as choices to tick. */
const WAIT = 180;
let number = 0;

function part(name, className, attributes = {}) {
  const made = document.createElement(name);
  made.className = className;
  Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
  return made;
}

function upgrade(field) {
  const input = field.querySelector('[data-picker-words]');
  const note = field.querySelector('[data-picker-note]');
  const ticked = field.querySelector('input[type=radio]:checked');
  const { name, picker: address, pick, failed } = field.dataset;
  const list = part('ul', 'picker-list', { id: `picker-${++number}`, role: 'listbox', 'aria-label': field.querySelector('.label span').textContent });
  const status = part('p', 'hidden-text', { role: 'status' });
  const value = part('input', '', { type: 'text', name, hidden: '', tabindex: '-1', 'aria-hidden': 'true' });
  value.value = ticked?.value ?? '';
  if (ticked?.value) input.value = ticked.dataset.label;
  field.querySelectorAll('[data-without-js]').forEach((other) => other.remove());
  list.hidden = true;
  input.closest('.picker-box').append(value, list, status);
  Object.entries({ role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': list.id })
    .forEach(([key, text]) => input.setAttribute(key, text));

  let choices = [];
  let at = -1;
  let timer;
  let asked;

  function close() {
    clearTimeout(timer);
    asked?.abort();
    list.hidden = true;
    at = -1;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  }

  function mark(next) {
    at = next;
    [...list.children].forEach((option, index) => option.setAttribute('aria-selected', String(index === at)));
    if (at < 0) input.removeAttribute('aria-activedescendant');
    else {
      input.setAttribute('aria-activedescendant', list.children[at].id);
      list.children[at].scrollIntoView({ block: 'nearest' });
    }
  }

  function choose(choice) {
    value.value = choice.value;
    input.value = choice.name;
    note.textContent = choice.note;
    close();
    value.dispatchEvent(new Event('change', { bubbles: true }));
  }

  function show(found) {
    choices = found.choices;
    list.replaceChildren(...choices.map((choice, index) => {
      const option = part('li', 'picker-option', { role: 'option', id: `${list.id}-${index}`, 'aria-selected': 'false', 'data-value': choice.value });
      const words = part('span', 'picker-note soft');
      words.textContent = choice.note;
      const strong = part('span', 'picker-name');
      strong.textContent = choice.name;
      option.append(strong, words);
      option.addEventListener('click', () => choose(choice));
      return option;
    }));
    status.textContent = found.said;
    list.hidden = choices.length === 0;
    input.setAttribute('aria-expanded', String(choices.length > 0));
    at = -1;
    input.removeAttribute('aria-activedescendant');
    if (choices.length === 0) note.textContent = found.said;
    else if (value.value === '') note.textContent = '';
  }

  async function find(words) {
    asked?.abort();
    asked = new AbortController();
    try {
      const answer = await fetch(`${address}&words=${encodeURIComponent(words)}`, { headers: { Accept: 'application/json' }, signal: asked.signal });
      if (!answer.ok) throw new Error(String(answer.status));
      const found = await answer.json();
      if (document.activeElement === input) show(found);
    } catch (failure) {
      if (failure.name === 'AbortError') return;
      close();
      note.textContent = failed;
    }
  }

  function open() {
    clearTimeout(timer);
    find(value.value === '' ? input.value : '');
  }

  input.addEventListener('input', (event) => {
    if (value.value !== '') {
      value.value = '';
      note.textContent = '';
      value.dispatchEvent(new Event('change', { bubbles: true }));
    }
    clearTimeout(timer);
    if (!event.isComposing) timer = setTimeout(() => find(input.value), WAIT);
  });
  input.addEventListener('compositionend', () => { timer = setTimeout(() => find(input.value), WAIT); });
  input.addEventListener('focus', () => {
    input.select();
    if (value.value === '') open();
  });
  input.addEventListener('click', () => { if (list.hidden) open(); });
  /* The finger that points at the list must not take the focus from the field, or the list would close under it. */
  list.addEventListener('mousedown', (event) => event.preventDefault());
  input.addEventListener('blur', () => {
    close();
    if (value.value === '' && input.value.trim() !== '') note.textContent = pick;
  });
  input.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    const last = choices.length - 1;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (list.hidden) open();
      else if (event.key === 'ArrowDown') mark(at === last ? 0 : at + 1);
      else mark(at <= 0 ? last : at - 1);
    } else if (event.key === 'Enter' && !list.hidden) {
      event.preventDefault();
      if (at >= 0 || choices.length === 1) choose(choices[Math.max(at, 0)]);
    } else if (event.key === 'Escape' && !list.hidden) {
      event.preventDefault();
      close();
    } else if (event.key === 'Tab' && at >= 0) choose(choices[at]);
  });
  // Whoever was quicker than this script has typed already.
  if (document.activeElement === input && value.value === '' && input.value !== '') open();
}

document.querySelectorAll('[data-picker]').forEach(upgrade);
