// What a page must not put in anybody's way.
import assert from 'node:assert/strict';
import AxeBuilder from '@axe-core/playwright';
import { open } from './browser.mjs';

// Crisis pages are read in the dark and in a hurry: they ask for wcag2aaa besides.
export async function noBarrier(page, ...more) {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag22aa', 'best-practice', ...more]).analyze();
  assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ target }) => target).join(' ')}`), []);
}

// The same of pages whose windows run no scripts: what they show is looked at meanwhile in a window that does.
export function lookAside(browser, ...more) {
  const wrong = [];
  let context, done = Promise.resolve();
  async function look({ url, viewport, body }) {
    context ??= await open(browser);
    const page = await context.newPage();
    await page.setViewportSize(viewport);
    // What renews a page would go on from here.
    await page.route(/\.js$/, (route) => route.abort());
    await page.route(url, (route) => route.fulfill({ body, contentType: 'text/html; charset=utf-8' }));
    await page.goto(url);
    await noBarrier(page, ...more);
    await page.close();
  }
  return {
    async at(page) {
      const seen = { url: page.url(), viewport: page.viewportSize(), body: await page.content() };
      done = done.then(() => look(seen)).catch((error) => wrong.push(`${seen.url}: ${error.message}`));
    },
    async end() {
      await done;
      await context?.close();
      assert.deepEqual(wrong, []);
    },
  };
}
