/* One press instead of select, hold and copy. */
const reveal = (root) => root.querySelectorAll?.('[data-copy]').forEach((button) => { button.hidden = false; });

reveal(document);
document.addEventListener('htmx:load', (event) => reveal(event.target));
document.addEventListener('click', async (event) => {
  const button = event.target.closest?.('[data-copy]');
  const area = button && document.getElementById(button.dataset.copy);
  if (!area) return;
  area.select();
  try {
    await navigator.clipboard.writeText(area.value);
  } catch {
    document.execCommand('copy');
  }
  button.parentNode.querySelector('[data-copy-status]').textContent = button.dataset.copied;
});
