/* Requests made by htmx carry the token that forms carry in a hidden field. */
const content = (name) => document.querySelector(`meta[name="${name}"]`)?.content;

document.addEventListener('htmx:configRequest', (event) => {
  const header = content('_csrf_header');
  const token = content('_csrf');
  if (header && token) event.detail.headers[header] = token;
});
