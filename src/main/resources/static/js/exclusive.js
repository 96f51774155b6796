/* "None" and any other choice of one group exclude each other. */
document.addEventListener('change', (event) => {
  const box = event.target;
  if (!box.matches?.('input[type="checkbox"]') || !box.checked) return;
  const group = box.closest('fieldset');
  if (!group) return;
  const none = box.hasAttribute('data-exclusive');
  group.querySelectorAll('input[type="checkbox"]').forEach((other) => {
    if (other !== box && other.name === box.name && (none || other.hasAttribute('data-exclusive'))) other.checked = false;
  });
});
