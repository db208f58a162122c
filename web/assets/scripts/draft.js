// Keeps what is typed into a form until it is saved. Without scripts there is no draft, and nothing else is missing.
for (const form of document.querySelectorAll('form[data-draft]')) {
  const state = document.getElementById('entwurf-stand');
  let timer;
  let sending = new AbortController();
  const stop = () => {
    clearTimeout(timer);
    sending.abort();
    sending = new AbortController();
  };
  const keep = async () => {
    const body = new URLSearchParams(new FormData(form));
    body.set('teil', form.dataset.part);
    const answer = await fetch(form.dataset.draft, { method: 'POST', body, signal: sending.signal }).catch(() => null);
    if (answer?.ok && state) state.textContent = form.dataset.kept;
  };
  form.addEventListener('input', () => {
    stop();
    timer = setTimeout(keep, 1500);
  });
  // A draft that comes after what was saved would be offered as if it were news.
  form.addEventListener('submit', stop);
}
