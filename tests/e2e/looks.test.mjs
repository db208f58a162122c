// Every page in every size and theme: no barrier, nothing cut off, nothing refused by the browser.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import AxeBuilder from '@axe-core/playwright';
import { DESKTOP, NARROW, PHONE, launch, openFor } from './browser.mjs';
import { pages } from './pages.mjs';

const SIZES = { phone: PHONE, desktop: DESKTOP, narrow: NARROW };

let browser;
before(async () => { browser = await launch(); });
after(async () => { await browser.close(); });

// Opens a page in a window of its own, looks at it in both themes and says what was wrong.
async function look(wanted, viewport) {
  const { path, status = 200 } = wanted;
  const context = await openFor(browser, wanted, { viewport, colorScheme: 'light' });
  const page = await context.newPage();
  const wrong = [];
  page.on('pageerror', (error) => wrong.push(`error: ${error.message}`));
  page.on('console', (message) => {
    // The browser itself reports the status of pages that are refused on purpose.
    const isStatus = message.text().startsWith('Failed to load resource') && status >= 400;
    if (message.type() === 'error' && !isStatus) wrong.push(`console: ${message.text()}`);
  });
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`));
  });
  const answer = await page.goto(path);
  if (answer.status() !== status) wrong.push(`status ${answer.status()}`);
  await page.waitForSelector('html.js, body.crisis');
  const overhang = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  if (overhang > 0) wrong.push(`${overhang} px too wide`);
  if (viewport.width < 400) wrong.push(...await page.evaluate(small));
  // The narrowest window is a phone's with less room: what can differ is what fits.
  if (viewport !== NARROW) wrong.push(...await barriersInBothThemes(page));
  await context.close();
  return wrong;
}

async function barriersInBothThemes(page) {
  const light = await barriers(new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']));
  // A theme changes colours and nothing else, so the dark one is asked about colours.
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await barriers(new AxeBuilder({ page }).withRules(['color-contrast', 'link-in-text-block']));
  return [...light, ...dark.map((text) => `dark: ${text}`)];
}

async function barriers(axe) {
  const { violations } = await axe.analyze();
  return violations.map(({ id, nodes }) => `axe ${id}: ${nodes.slice(0, 3).map((node) => node.target).join(' ')}`);
}

// What a finger cannot hit. Links within running text are as high as their line; the map has a table beside it.
function small() {
  const targets = 'a, button, select, summary, input:not([type=hidden], [type=radio], [type=checkbox])';
  return [...document.querySelectorAll(targets)]
    .filter((element) => !element.closest('p, dd, .bullets, td, th, h3, svg') && element.checkVisibility())
    .map((element) => [element.getBoundingClientRect().height, element])
    .filter(([height]) => height > 2 && height < 43.5)
    .map(([height, element]) => `${Math.round(height)} px high: ${element.textContent.trim().slice(0, 30)}`);
}

for (const page of pages) {
  test(`${page.name} (${page.path}) is right in every size and theme`, async () => {
    const sizes = Object.entries(SIZES);
    const found = await Promise.all(sizes.map(async ([name, size]) => (await look(page, size)).map((text) => `${name}: ${text}`)));
    assert.deepEqual(found.flat(), []);
  });
}
