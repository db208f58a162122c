// Pictures of every page, phone and desktop, light and dark: node screenshots.mjs FOLDER
import { mkdirSync } from 'node:fs';
import { DESKTOP, PHONE, launch, openFor } from './browser.mjs';
import { pages } from './pages.mjs';

const folder = process.argv[2] ?? 'screenshots';
mkdirSync(folder, { recursive: true });
const browser = await launch();
for (const [size, viewport] of [['phone', PHONE], ['desktop', DESKTOP]]) {
  for (const colorScheme of ['light', 'dark']) {
    for (const wanted of pages) {
      const { name, path } = wanted;
      const context = await openFor(browser, wanted, { viewport, colorScheme });
      const page = await context.newPage();
      await page.goto(path);
      await page.screenshot({ path: `${folder}/${name}-${size}-${colorScheme}.png`, fullPage: true });
      await context.close();
    }
  }
}
await browser.close();
