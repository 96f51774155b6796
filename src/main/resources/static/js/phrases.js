/* Tap to write: a phrase goes to where the cursor stands, so that a note at the bedside needs few letters. */
const reveal = (root) => root.querySelectorAll?.('[data-phrases]').forEach((box) => { box.hidden = false; });

reveal(document);
document.addEventListener('htmx:load', (event) => reveal(event.target));
document.addEventListener('click', (event) => {
  const button = event.target.closest?.('[data-phrase]');
  const area = button?.closest('form')?.querySelector('textarea');
  if (!area) return;
  const before = area.value.slice(0, area.selectionStart);
  const gap = before === '' || /[\s、。\n]$/.test(before) ? '' : '。';
  area.setRangeText(gap + button.dataset.phrase, area.selectionStart, area.selectionEnd, 'end');
  area.dispatchEvent(new Event('input', { bubbles: true }));
  area.focus();
});
