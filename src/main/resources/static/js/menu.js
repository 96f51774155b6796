/* Disclosures that lie over the page close when one turns elsewhere. The drawer does so by itself. */
document.addEventListener('click', (event) => document.querySelectorAll('details[data-menu][open]').forEach((menu) => {
  if (!menu.contains(event.target)) menu.open = false;
}));
document.addEventListener('keydown', (event) => {
  const menu = event.key === 'Escape' && event.target.closest?.('details[data-menu][open]');
  if (!menu) return;
  menu.open = false;
  menu.querySelector('summary').focus();
});
