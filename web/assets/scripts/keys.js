// Keys of one character: data-taste names what a key leads to, [data-reihe] the links that j and k walk along.
// Within [data-waehlt] a key also chooses what it leads to.
// Whoever switched them off below each page has none (WCAG 2.1.4), and none works while somebody types.
const TYPING = 'input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]';
const STEPS = { j: 1, k: -1 };

function beside(step) {
  const links = [...document.querySelectorAll('[data-reihe] th a')];
  const here = links.indexOf(document.activeElement);
  return here < 0 ? links.at(step > 0 ? 0 : -1) : links[here + step];
}

document.addEventListener('keydown', (event) => {
  const isTyping = event.target.closest?.(TYPING);
  if (document.documentElement.dataset.tasten === 'aus' || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
  const step = STEPS[event.key];
  const target = step ? beside(step) : document.querySelector(`[data-taste="${CSS.escape(event.key)}"]`);
  if (!target) return;
  event.preventDefault();
  if (!step && target.matches('a')) return target.click();
  target.focus();
  if (target.closest('[data-waehlt]')) target.click();
});
