// A form that makes something is sent once, however often somebody presses Enter: the answer to the first one counts.
const WHILE = 5_000;
for (const form of document.querySelectorAll('form[data-once]')) {
  let sent = 0;
  form.addEventListener('submit', (event) => {
    if (Date.now() - sent < WHILE) event.preventDefault();
    else sent = Date.now();
  });
  addEventListener('pageshow', () => { sent = 0; });
}
