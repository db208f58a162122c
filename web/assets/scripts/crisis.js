// Shows a status page anew when its stand is another one; where no events come, every half minute, as without scripts.
const page = document.querySelector('[data-stream]');
const HALF_A_MINUTE = 30_000;
const again = () => setInterval(() => location.reload(), HALF_A_MINUTE);
if (page && 'EventSource' in window) {
  const events = new EventSource(page.dataset.stream);
  const silent = setTimeout(() => location.reload(), HALF_A_MINUTE);
  events.onmessage = ({ data }) => {
    clearTimeout(silent);
    if (data !== page.dataset.stand) location.reload();
  };
  events.onerror = () => {
    if (events.readyState === EventSource.CLOSED) again();
  };
} else if (page) {
  again();
}
