// Passkeys: carries the server's question to the device and the device's answer back into the form.
const bytes = (text) => Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));
const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer))).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
const named = (list) => list?.map((item) => ({ ...item, id: bytes(item.id) }));

const PARTS = {
  create: ['attestationObject', 'clientDataJSON'],
  get: ['authenticatorData', 'clientDataJSON', 'signature', 'userHandle'],
};

async function ask(kind, { challenge, user, excludeCredentials, allowCredentials, ...rest }) {
  const publicKey = { ...rest, challenge: bytes(challenge) };
  if (user) publicKey.user = { ...user, id: bytes(user.id) };
  if (excludeCredentials) publicKey.excludeCredentials = named(excludeCredentials);
  if (allowCredentials) publicKey.allowCredentials = named(allowCredentials);
  const { id, rawId, type, response } = await navigator.credentials[kind]({ publicKey });
  const parts = PARTS[kind].map((name) => [name, response[name] ? text(response[name]) : null]);
  return { id, rawId: text(rawId), type, response: Object.fromEntries(parts) };
}

async function submit(form) {
  const failed = form.querySelector('[data-failed]');
  failed.hidden = true;
  try {
    const asked = await fetch(`${form.action}/frage`, { method: 'POST' });
    if (asked.redirected) return location.assign(asked.url);
    if (!asked.ok) throw new Error(String(asked.status));
    const { frage, optionen } = await asked.json();
    form.elements.antwort.value = JSON.stringify(await ask(form.dataset.passkey, optionen));
    form.elements.frage.value = frage;
    form.submit();
  } catch { failed.hidden = false; }
}

for (const form of document.querySelectorAll('form[data-passkey]')) {
  form.hidden = !globalThis.PublicKeyCredential;
  const isElsewhere = form.dataset.origin !== location.origin;
  form.querySelector('[data-elsewhere]').hidden = !isElsewhere;
  form.querySelector('button').hidden = isElsewhere;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    submit(form);
  });
}
