// Live search: htmx asks, the address stays short.
import htmx from 'htmx.org/dist/htmx.esm.js';

globalThis.htmx = htmx;

// What was left empty is not asked for, with htmx and without.
const dropEmpty = (data) => { for (const [name, value] of [...data]) if (value === '') data.delete(name); };
document.addEventListener('formdata', ({ target, formData }) => { if (target.method === 'get') dropEmpty(formData); });
document.addEventListener('htmx:config:request', ({ detail: { ctx } }) => { if (ctx.request.method === 'GET') dropEmpty(ctx.request.body); });

// An error page or the sign-in page is shown whole, never among the hits.
document.addEventListener('htmx:before:response', (event) => {
  const { raw, status } = event.detail.ctx.response;
  if (!raw.redirected && status < 400) return;
  event.preventDefault();
  location.assign(raw.url);
});

// The address changes while typing; the language switch leads to where one is.
document.querySelector('.language-switch')?.addEventListener('click', ({ currentTarget }) => {
  const here = new URL(location.href);
  here.searchParams.set('lang', currentTarget.lang);
  currentTarget.href = here.href;
});

// On wide screens the filters stand beside the hits; a browser without ::details-content must open them.
const filters = document.getElementById('filter');
if (filters && !CSS.supports('selector(::details-content)')) {
  const wide = matchMedia('(min-width: 62rem)');
  const follow = () => { filters.open = wide.matches; };
  wide.addEventListener('change', follow);
  follow();
}
