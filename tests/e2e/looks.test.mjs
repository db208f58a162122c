// Every page in every size and theme: no barrier, nothing cut off, nothing refused by the browser.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import AxeBuilder from '@axe-core/playwright';
import { DESKTOP, NARROW, PHONE, launch, openFor } from './browser.mjs';
import { pages } from './pages.mjs';

const SIZES = { phone: PHONE, desktop: DESKTOP, narrow: NARROW };
const THEMES = ['light', 'dark'];
const AT_ONCE = 3;

let browser;
before(async () => { browser = await launch(); });
after(async () => { await browser.close(); });

// Opens a page in a window of its own, runs a check and says what was wrong.
async function look(wanted, viewport, colorScheme) {
  const { path, status = 200 } = wanted;
  const context = await openFor(browser, wanted, { viewport, colorScheme });
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
  await page.waitForSelector('html.js');
  const overhang = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  if (overhang > 0) wrong.push(`${overhang} px too wide`);
  if (viewport.width < 400) wrong.push(...await page.evaluate(small));
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze();
  for (const { id, nodes } of violations) wrong.push(`axe ${id}: ${nodes.slice(0, 3).map((node) => node.target).join(' ')}`);
  await context.close();
  return wrong;
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
    const cases = Object.entries(SIZES).flatMap(([name, size]) => THEMES.map((theme) => [name, size, theme]));
    const found = [];
    for (let at = 0; at < cases.length; at += AT_ONCE) {
      const part = cases.slice(at, at + AT_ONCE);
      found.push(...await Promise.all(part.map(async ([name, size, theme]) => (await look(page, size, theme)).map((text) => `${name} ${theme}: ${text}`))));
    }
    assert.deepEqual(found.flat(), []);
  });
}
