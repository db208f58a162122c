// A coordinator takes a call down without a mouse, and a phone keeps what is typed into the form of help.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { noBarrier } from './barriers.mjs';
import { DESKTOP, PHONE, launch, open, signIn } from './browser.mjs';

let browser;
before(async () => { browser = await launch(); });
after(async () => { await browser.close(); });

const focus = (page) => page.evaluate(() => document.activeElement.id);
const focused = (page, id) => page.waitForFunction((id) => document.activeElement.id === id, id);
const values = (page, ...names) => Promise.all(names.map((name) => page.inputValue(`[name=${name}]`)));

test('a call is taken down with the keyboard alone, in the order of the call', async () => {
  const context = await open(browser, { viewport: DESKTOP });
  await signIn(browser, context, 'coordinator');
  const page = await context.newPage();
  const { keyboard } = page;
  await page.goto('/vorfaelle');
  await page.waitForSelector('html.js');
  await keyboard.press('n');
  await page.waitForURL('/vorfaelle/neu');
  await page.waitForSelector('html.js');
  await focused(page, 'ort');
  await noBarrier(page);

  const began = Date.now();
  await keyboard.type('Zörb');
  await page.waitForSelector('[role=option]');
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  assert.match(await page.inputValue('#ort'), /Zörbig/);
  await keyboard.press('Tab');
  await keyboard.press('4');
  assert.equal(await focus(page), 'symptom-3');
  await keyboard.press('m');
  await keyboard.press('t');
  await keyboard.press('s');
  await keyboard.press('s');
  assert.deepEqual(await page.$$eval('[name=betroffen]:checked', (all) => all.map(({ value }) => value)), ['mail', 'phones']);
  await keyboard.press('r');
  await keyboard.type('0171 4443332');
  for (const text of ['Max Muster, IT-Leitung', '', 'Netz getrennt', '']) {
    await keyboard.press('Tab');
    await keyboard.type(text);
  }
  assert.equal(await focus(page), 'code');
  // In a hurry twice.
  await keyboard.press('Enter');
  await keyboard.press('Enter');
  await page.waitForSelector('html.js .spoken');
  console.log(`call taken down in ${Date.now() - began} ms`);
  assert.match(await page.textContent('.spoken'), /^\d{3} \d{3}$/);
  const [caller, called] = await page.locator('.words dd').allTextContents();
  await noBarrier(page);

  await keyboard.press('v');
  await page.waitForURL(/\/vorfaelle\/inc_/);
  const text = await page.textContent('main');
  assert.match(text, /Sie kümmern sich darum/);
  assert.match(text, new RegExp(caller));
  assert.doesNotMatch(text, new RegExp(`${called}|4443332`));
  await context.close();
});

test('errors lead to their field, and what was typed stands there', async () => {
  const context = await open(browser, { viewport: DESKTOP });
  await signIn(browser, context, 'coordinator');
  const page = await context.newPage();
  await page.goto('/vorfaelle/neu');
  await page.fill('#ort', 'Neuenkirchen');
  await page.check('#symptom-0');
  await page.fill('#telefon', 'ruf an');
  await page.press('#telefon', 'Enter');
  await page.waitForSelector('.error-summary');
  await focused(page, 'ort');
  assert.deepEqual(await values(page, 'ort', 'telefon'), ['Neuenkirchen', 'ruf an']);
  assert.ok(await page.isChecked('#symptom-0'));
  await noBarrier(page);
  await page.check('#near-0');
  await page.fill('#telefon', '0171 4443332');
  await page.press('#telefon', 'Enter');
  await page.waitForSelector('.spoken');
  await context.close();
});

test('what was typed on the phone survives a reload, half an hour and no longer, and never the code', async () => {
  const context = await open(browser, { viewport: PHONE });
  const page = await context.newPage();
  const form = '/hilfe?symptom=systems-down';
  await page.goto(form);
  await page.waitForLoadState('load');
  assert.ok(await page.isHidden('#entwurf'));
  await page.fill('[name=ort]', 'Zörbig');
  await page.fill('[name=telefon]', '0171 4443332');
  await page.click('.more > summary');
  await page.fill('[name=name]', 'Max Muster');
  await page.fill('[name=code]', 'ABC-DEF-GHJ-KMN-PQR-STU');
  await page.check('[name=betroffen][value=mail]');

  await page.reload();
  await page.waitForSelector('#entwurf:not([hidden])');
  assert.deepEqual(await values(page, 'ort', 'telefon', 'name', 'code'), ['Zörbig', '0171 4443332', 'Max Muster', '']);
  assert.ok(await page.isChecked('[name=betroffen][value=mail]'));
  assert.doesNotMatch(await page.evaluate(() => localStorage.getItem('hilfe')), /ABC/);
  await noBarrier(page, 'wcag2aaa');

  await page.click('#entwurf button');
  assert.deepEqual(await values(page, 'ort', 'telefon'), ['', '']);
  await page.fill('[name=telefon]', '0171 5556667');
  await page.evaluate(() => {
    const draft = JSON.parse(localStorage.getItem('hilfe'));
    localStorage.setItem('hilfe', JSON.stringify({ ...draft, at: draft.at - 1_800_000 }));
  });
  // Whoever takes the phone after half an hour.
  await page.goto(form);
  await page.waitForFunction(() => localStorage.getItem('hilfe') === null);
  assert.deepEqual(await values(page, 'telefon'), ['']);

  await page.fill('[name=ort]', 'Zörbig');
  await page.fill('[name=telefon]', '0171 4443332');
  await page.click('main form .button--alarm');
  await page.waitForURL(/\/hilfe\/[0-9a-f]{64}$/);
  await page.waitForFunction(() => localStorage.getItem('hilfe') === null);
  await context.close();
});

test('the other language keeps what was typed without scripts, and Enter still sends', async () => {
  const context = await open(browser, { viewport: PHONE, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('/hilfe?symptom=systems-down');
  await page.fill('[name=ort]', 'Zörbig');
  await page.fill('[name=telefon]', 'ruf an');
  await page.press('[name=telefon]', 'Enter');
  await page.waitForSelector('.error-summary');
  await page.click('button.language-switch');
  await page.waitForSelector('html[lang=en] .error-summary');
  assert.equal((await values(page, 'telefon'))[0], 'ruf an');
  assert.match((await values(page, 'ort'))[0], /Zörbig/);
  await page.fill('[name=telefon]', '0171 4443332');
  await page.press('[name=telefon]', 'Enter');
  await page.waitForURL(/\/hilfe\/[0-9a-f]{64}$/);
  await context.close();
});
