// Keeps what is typed into a form until it is saved. Without scripts there is no draft, and nothing else is missing.
for (const form of document.querySelectorAll('form[data-draft]')) {
  const state = document.getElementById('entwurf-stand');
  let timer;
  const keep = async () => {
    const body = new URLSearchParams(new FormData(form));
    body.set('teil', form.dataset.part);
    const answer = await fetch(form.dataset.draft, { method: 'POST', body }).catch(() => null);
    if (answer?.ok && state) state.textContent = form.dataset.kept;
  };
  form.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(keep, 1500);
  });
  form.addEventListener('submit', () => clearTimeout(timer));
}
