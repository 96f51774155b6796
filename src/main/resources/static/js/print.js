/* A button that prints the page; without this module it is not shown. */
document.querySelectorAll('button[data-print]').forEach((button) => { button.hidden = false; });
document.addEventListener('click', (event) => { if (event.target.closest?.('button[data-print]')) window.print(); });
