// Lighthouse on all public pages, the bytes of the first view, and how long the search takes.
import { readFileSync } from 'node:fs';
import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';

const BASE = process.env.KATASTER_BASE_URL;
const { accounts } = JSON.parse(readFileSync(process.env.KATASTER_CREDENTIALS, 'utf8'));
const [experts] = process.argv.slice(2);

const QUERIES = ['', 'q=Veeam', 'q=Datensicherng', 'q=Active+Directory', 'q=Kfz+Zulassung&near=15082180&sort=distance',
  'q=forensik&availability=now', 'product=product:veeam&language=en', 'role=role:digital-forensics-investigator&min_level=3'];
const ROUNDS = 50;

async function search() {
  const form = new URLSearchParams({ email: accounts.requester.email, passwort: accounts.requester.password, weiter: '/' });
  const answer = await fetch(`${BASE}/anmelden`, { method: 'POST', body: form, redirect: 'manual', headers: { origin: BASE } });
  const cookie = answer.headers.getSetCookie().find((line) => line.startsWith('kataster=')).split(';')[0];
  const took = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const query of QUERIES) {
      const begun = performance.now();
      const page = await fetch(`${BASE}/suche?${query}`, { headers: { cookie } });
      await page.arrayBuffer();
      if (page.status !== 200) throw new Error(`${page.status} for ${query}`);
      took.push(performance.now() - begun);
    }
  }
  took.sort((a, b) => a - b);
  const at = (share) => took[Math.floor(share * (took.length - 1))].toFixed(1);
  console.log(`/suche at ${experts} experts, ${took.length} pages: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, p99 ${at(0.99)} ms`);
}

async function publicPages() {
  const chrome = await launch({
    chromePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    chromeFlags: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
  console.log('page               performance accessibility best-practices seo   first view');
  for (const path of ['/', '/anmelden', '/status', '/impressum', '/datenschutz', '/barrierefreiheit']) {
    const { lhr } = await lighthouse(`${BASE}${path}`, { port: chrome.port, output: 'json', logLevel: 'error' });
    const score = (name) => String(Math.round(lhr.categories[name].score * 100));
    const bytes = lhr.audits['total-byte-weight'].numericValue;
    console.log(`${path.padEnd(18)} ${score('performance').padEnd(11)} ${score('accessibility').padEnd(13)} ${score('best-practices').padEnd(14)} ${score('seo').padEnd(5)} ${(bytes / 1024).toFixed(1)} KiB`);
    for (const audit of Object.values(lhr.audits)) {
      const counts = Object.values(lhr.categories).some((category) => category.auditRefs.some((ref) => ref.id === audit.id && ref.weight > 0));
      if (counts && audit.score !== null && audit.score < 0.9) console.log(`  ${audit.id}: ${audit.displayValue ?? audit.title}`);
    }
  }
  await chrome.kill();
}

await search();
if (experts === '600') await publicPages();
