// The theme switch without a round trip: the same cookie the server would set.
const KERN = { hell: 'light', dunkel: 'dark' };
const YEAR = 365 * 24 * 3600;

for (const form of document.querySelectorAll('.theme-switch')) {
  form.addEventListener('submit', (event) => {
    const chosen = event.submitter?.value;
    if (!chosen) return;
    event.preventDefault();
    const [prefix, secure] = location.protocol === 'https:' ? ['__Host-', '; Secure'] : ['', ''];
    document.cookie = `${prefix}thema=${chosen}; Path=/; Max-Age=${YEAR}; SameSite=Lax${secure}`;
    if (KERN[chosen]) document.documentElement.dataset.kernTheme = KERN[chosen];
    else delete document.documentElement.dataset.kernTheme;
    for (const button of form.querySelectorAll('button')) {
      button.setAttribute('aria-pressed', String(button === event.submitter));
    }
  });
}
