/* A long form: asks only what matters given the other answers, clears a choice, saves as one types and says so, and
   takes over what somebody else wrote into the same draft meanwhile. Without this module the buttons do the same. */

const WAIT = 1200;
const form = document.querySelector('form[data-autosave]');
const sheet = document.querySelector('[data-sheet]');

/* --- what is asked --- */
const said = (name) => [...document.getElementsByName(name)]
  .filter((control) => (control.matches('[type=radio], [type=checkbox]') ? control.checked : control.value !== ''))
  .map((control) => control.value);

function follow() {
  sheet.querySelectorAll('[data-followed]').forEach((item) => {
    const parent = document.getElementsByName(item.dataset.followed)[0]?.closest('.form-item');
    const asked = !parent?.hidden && said(item.dataset.followed).some((code) => item.dataset.codes.split(' ').includes(code));
    item.hidden = !asked && !item.querySelector('.invalid');
  });
}

/* --- a choice can be taken back --- */
function clearable(group) {
  if (group.querySelector('.form-clear') || !group.querySelector('input[type=radio]')) return;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'button tertiary small form-clear';
  button.textContent = sheet.dataset.clear;
  button.setAttribute('aria-label', `${group.querySelector('legend')?.textContent.trim() ?? ''} ${sheet.dataset.clear}`);
  button.addEventListener('click', () => {
    const chosen = group.querySelector('input:checked');
    if (chosen) chosen.checked = false;
    group.querySelector('input').focus();
    group.dispatchEvent(new Event('change', { bubbles: true }));
  });
  group.querySelector('.choices').append(button);
}

function clearables() {
  sheet.querySelectorAll('fieldset.field').forEach((group) => {
    clearable(group);
    const button = group.querySelector('.form-clear');
    if (button) button.hidden = !group.querySelector('input:checked');
  });
}

/* --- the list of sections counts along --- */
function count() {
  sheet.querySelectorAll('.form-section').forEach((section) => {
    const places = document.querySelectorAll(`[data-answered-of="${CSS.escape(section.id.slice(2))}"]`);
    const items = [...section.querySelectorAll('.form-item')].filter((item) => !item.hidden);
    const done = items.filter((item) => said(item.querySelector('[name]')?.name ?? '').length > 0);
    places.forEach((place) => { place.firstElementChild.textContent = `${done.length}/${items.length}`; });
  });
}

function settle() {
  follow();
  clearables();
  count();
}

/* --- on a phone one section after another; one with an error stays open --- */
function oneByOne() {
  const sections = [...sheet.querySelectorAll('details.form-section')];
  sections.forEach((section, at) => {
    section.open = at === 0 || section.querySelector('.invalid, .form-theirs') !== null || `#${section.id}` === location.hash;
    const next = section.querySelector('[data-next]');
    if (!next) return;
    next.hidden = false;
    next.addEventListener('click', () => {
      section.open = section.querySelector('.invalid') !== null;
      sections[at + 1].open = true;
      sections[at + 1].scrollIntoView();
      sections[at + 1].querySelector('summary').focus({ preventScroll: true });
    });
  });
  document.querySelector('.form-layout')?.classList.add('one-by-one');
}

/* A link from another page may lead to a field in a section that is closed. */
function reveal() {
  const field = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const section = field?.closest('details');
  if (!section || field === section) return;
  section.open = true;
  field.scrollIntoView({ block: 'center' });
  field.focus({ preventScroll: true });
}

if (sheet) {
  if (matchMedia('(max-width: 47.99em)').matches) oneByOne();
  settle();
  reveal();
  sheet.addEventListener('change', settle);
  document.addEventListener('tasuki:filled', settle);
  document.querySelectorAll('.form-jump a').forEach((link) => link.addEventListener('click', () => {
    const section = document.getElementById(link.hash.slice(1));
    if (section) section.open = true;
  }));
  document.addEventListener('click', (event) => {
    const link = event.target.closest?.('[data-error-summary] a[href^="#"]');
    const field = link && document.getElementById(decodeURIComponent(link.hash.slice(1)));
    field?.closest('details')?.setAttribute('open', '');
  }, true);
}

/* --- saving --- */
function autosave() {
  const state = form.querySelector('[data-form-state]');
  const words = state.dataset;
  let timer;
  let running = false;
  let dirty = false;
  let stopped = false;

  const say = (text, failed = false) => {
    state.textContent = text;
    state.classList.toggle('failed', failed);
  };

  /* What was typed while the answer was on its way is newer than the answer. */
  function take(others, before) {
    Object.entries(others).forEach(([name, values]) => {
      if (JSON.stringify(said(name)) !== before[name]) return;
      document.getElementsByName(name).forEach((control) => {
        if (control.matches('[type=radio], [type=checkbox]')) control.checked = values.includes(control.value);
        else control.value = values[0] ?? '';
      });
    });
    document.dispatchEvent(new CustomEvent('tasuki:filled'));
  }

  async function save() {
    if (running || stopped || !dirty) return;
    running = true;
    dirty = false;
    say(words.saving);
    const body = new URLSearchParams(new FormData(form));
    const before = {};
    new Set(body.keys()).forEach((name) => { before[name] = JSON.stringify(said(name)); });
    form.querySelectorAll('[name^="i-"]').forEach((control) => { before[control.name] ??= '[]'; });
    try {
      const answer = await fetch(form.dataset.autosave, { method: 'POST', body, headers: { Accept: 'application/json' }, redirect: 'manual' });
      if (answer.status === 200) {
        const found = await answer.json();
        form.elements.edition.value = found.edition;
        if (Object.keys(found.others).length > 0) take(found.others, before);
        if (found.conflict) {
          stopped = true;
          say(words.conflict, true);
        } else if (Object.keys(found.others).length > 0) say(`${words.saved.replace('#', found.at)} ${words.merged}`);
        else say(words.saved.replace('#', found.at));
      } else if (answer.type === 'opaqueredirect' || answer.status === 401 || answer.status === 403) {
        dirty = true;
        say(words.signedOut, true);
      } else throw new Error(String(answer.status));
    } catch {
      dirty = true;
      say(words.failed, true);
    }
    running = false;
    if (dirty) later(WAIT * 8);
  }

  function later(wait) {
    clearTimeout(timer);
    timer = setTimeout(save, wait);
  }

  form.addEventListener('input', () => {
    dirty = true;
    if (!stopped) {
      if (!state.classList.contains('failed')) say(words.unsaved);
      later(WAIT);
    }
  });
  /* What this device had kept came back into the fields. */
  document.addEventListener('tasuki:filled', () => { dirty = true; later(WAIT); });
  form.addEventListener('change', () => { dirty = true; later(200); });
  form.addEventListener('submit', () => { dirty = false; stopped = true; });
  document.addEventListener('visibilitychange', () => { if (document.visibilityState === 'hidden') save(); });
  addEventListener('online', () => save());
  addEventListener('beforeunload', (event) => { if (dirty || running) event.preventDefault(); });
}

if (form) autosave();
