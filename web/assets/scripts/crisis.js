// Shows a status page anew when its stand is another one; without events every half minute, as without scripts.
const page = document.querySelector('[data-stream]');
const again = () => setInterval(() => location.reload(), 30_000);
if (page && 'EventSource' in window) {
  const events = new EventSource(page.dataset.stream);
  events.onmessage = ({ data }) => {
    if (data !== page.dataset.stand) location.reload();
  };
  events.onerror = () => {
    if (events.readyState === EventSource.CLOSED) again();
  };
} else if (page) {
  again();
}
