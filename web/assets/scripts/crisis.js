// Shows a status page anew when its stand is another one; where no events come, every half minute, as without scripts.
const page = document.querySelector('[data-stream]');
// The request was sent: what was kept of its form is kept no longer (crisis-draft.js).
if (page?.dataset.stream.startsWith('/hilfe/')) {
  try { localStorage.removeItem('hilfe'); } catch { /* a browser that keeps nothing */ }
}
const HALF_A_MINUTE = 30_000;
// Nothing that is being typed gets lost.
const isTyping = () => [...document.querySelectorAll('main input')].some((field) => (
  field.type === 'checkbox' ? field.checked !== field.defaultChecked : field.type !== 'hidden' && field.value
));
const renew = () => (isTyping() ? setTimeout(renew, 5_000) : location.reload());
const again = () => setInterval(renew, HALF_A_MINUTE);
if (page && 'EventSource' in window) {
  const events = new EventSource(page.dataset.stream);
  const silent = setTimeout(renew, HALF_A_MINUTE);
  events.onmessage = ({ data }) => {
    clearTimeout(silent);
    if (data !== page.dataset.stand) renew();
  };
  events.onerror = () => {
    if (events.readyState === EventSource.CLOSED) again();
  };
} else if (page) {
  again();
}
