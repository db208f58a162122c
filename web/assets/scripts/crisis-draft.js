// Keeps what is typed into the form of help, so that a reload or a dead battery loses nothing. After half an hour the
// phone, which may be a borrowed one, has forgotten it; the code is never kept. The page of the request forgets it too.
const KEY = 'hilfe';
const LIFE = 1_800_000;
const NAMES = ['ort', 'telefon', 'name', 'email', 'betroffen', 'massnahmen'];
const form = document.querySelector('form[action="/hilfe"]');
const note = document.querySelector('#entwurf');
const forget = () => localStorage.removeItem(KEY);

function fill(fields) {
  for (const field of form.elements) {
    const values = fields.filter(([name]) => name === field.name).map(([, value]) => value);
    if (field.type === 'checkbox') {
      if (field.checked || !values.includes(field.value)) continue;
      field.checked = true;
    } else if (NAMES.includes(field.name) && !field.value && values[0]) field.value = values[0];
    else continue;
    note.hidden = false;
    field.closest('.more')?.setAttribute('open', '');
  }
}

// A browser that keeps nothing throws; then there is no draft, and nothing else is missing.
try {
  const { at, fields } = JSON.parse(localStorage.getItem(KEY)) ?? {};
  const age = Date.now() - at;
  if (!(age >= 0 && age < LIFE)) forget();
  else if (form) fill(fields);
} catch { /* see above */ }
form?.addEventListener('input', () => {
  try {
    const fields = [...new FormData(form)].filter(([name, value]) => value && NAMES.includes(name));
    localStorage.setItem(KEY, JSON.stringify({ at: Date.now(), fields }));
  } catch { /* see above */ }
});
note?.querySelector('button').addEventListener('click', () => {
  forget();
  form.reset();
  note.hidden = true;
  form.elements.ort.focus();
});
