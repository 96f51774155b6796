/* What is to be corrected is the first thing heard: the summary takes the focus, a line in it leads into its field. */
const focus = (root) => root.querySelector?.('[data-error-summary]')?.focus();

focus(document);
document.addEventListener('htmx:afterSettle', (event) => focus(event.target));
document.addEventListener('click', (event) => {
  const link = event.target.closest?.('[data-error-summary] a[href^="#"]');
  const field = link && document.getElementById(decodeURIComponent(link.hash.slice(1)));
  if (!field) return;
  event.preventDefault();
  field.focus();
  (field.closest('.field') ?? field).scrollIntoView({ block: 'center' });
});
