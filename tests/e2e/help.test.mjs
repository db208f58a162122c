// A town asks for help on a private phone without scripts, and the desk calls back: what a night needs.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { noBarrier } from './barriers.mjs';
import { BASE, DESKTOP, PHONE, accounts, launch, open, signIn, slow } from './browser.mjs';

let browser;
before(async () => { browser = await launch(); });
after(async () => { await browser.close(); });

for (const [name, viewport] of Object.entries({ phone: PHONE, desktop: DESKTOP })) {
  test(`five interactions lead from the start page to the promise of a call (${name})`, async () => {
    const page = await slow(browser, viewport);
    await page.goto('/');
    const began = Date.now();
    await page.click('main a[href="/hilfe"]');
    await page.click('a[href="/hilfe?symptom=files-encrypted"]');
    await page.fill('input[name=ort]', 'Köthen (Anhalt)');
    await page.fill('input[name=telefon]', '0171 9998887');
    await page.click('main form button');
    await page.waitForURL(/\/hilfe\/[0-9a-f]{64}$/);
    console.log(`request without a card (${name}): 5 interactions, ${Date.now() - began} ms on a slow line`);

    const text = await page.textContent('main');
    assert.match(text, /887/);
    assert.doesNotMatch(text, /9998887|Fachkräfte|K-[0-9A-Z]{5}/);
    await page.context().close();
  });
}

test('with the card, number, code and a tile are enough, and the town is verified', async () => {
  const headers = { authorization: `Bearer ${accounts.coordinator.token}`, 'content-type': 'application/json' };
  const acceptance = { conditions_version: 1, accepted_on: '2026-11-20', signatory: { name: 'Max Muster', function: 'Bürgermeister' } };
  const place = '15082015';
  const issued = await fetch(`${BASE}/api/v1/emergency-cards`, { method: 'POST', headers, body: JSON.stringify({ place, acceptance }) });
  assert.equal(issued.status, 201, await issued.clone().text());
  const { codes: [code] } = await issued.json();
  const page = await slow(browser);
  await page.goto(`/hilfe?ort=${place}`);
  const began = Date.now();
  await page.fill('input[name=telefon]', '0171 9998887');
  await page.fill('input[name=code]', code.toLowerCase());
  await page.click('button[name=symptom][value=files-encrypted]');
  await page.waitForURL(/\/hilfe\/[0-9a-f]{64}$/);
  console.log(`request with the card: 3 interactions, ${Date.now() - began} ms on a slow line`);

  assert.match(await page.textContent('main'), /Bestätigt/);
  await page.context().close();
});

// A photo is listed under a name of ours, and is saved as it was.
async function keepsPhoto(page) {
  const dot = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
  const photo = Buffer.from(dot, 'base64');
  await page.setInputFiles('form[action$="/anlagen"] input[type=file]', { name: 'bildschirm.png', mimeType: 'image/png', buffer: photo });
  await page.click('form[action$="/anlagen"] button');
  await page.waitForSelector('a[href*="/anlagen/"]');
  const listed = await page.textContent('#anlagen ~ *');
  assert.match(listed, /anlage-[0-9a-f]{8}\.png/);
  assert.doesNotMatch(listed, /bildschirm/);

  const saving = page.waitForEvent('download');
  await page.click('a[href*="/anlagen/"]');
  const parts = [];
  for await (const part of await (await saving).createReadStream()) parts.push(part);
  assert.deepEqual(Buffer.concat(parts), photo);
  await noBarrier(page);
}

test('the desk calls back, both say their word, and the phone sees it by itself', async () => {
  const asking = await open(browser, { viewport: PHONE });
  const own = await asking.newPage();
  await own.goto('/hilfe?symptom=systems-down');
  await own.fill('input[name=ort]', 'Dessau-Roßlau');
  await own.fill('input[name=telefon]', '0171 5554443');
  await own.click('main form button');
  await own.waitForURL(/\/hilfe\/[0-9a-f]{64}$/);
  await noBarrier(own, 'wcag2aaa');
  const [caller, called] = await own.locator('.words dd').allTextContents();
  assert.match(await own.textContent('.spoken'), /^\d{3} \d{3}$/);

  const context = await open(browser, { viewport: DESKTOP });
  await signIn(browser, context, 'coordinator');
  const desk = await context.newPage();
  await desk.goto('/vorfaelle');
  await desk.click('a:has-text("Dessau-Roßlau")');
  assert.match(await desk.textContent('.script'), new RegExp(caller));
  assert.doesNotMatch(await desk.textContent('.script'), new RegExp(`(?<!\\p{L})${called}(?!\\p{L})`, 'u'));
  assert.doesNotMatch(await desk.textContent('main'), /5554443/);
  await desk.click('form[action$="/kontakt"] button');
  assert.match(await desk.textContent('main'), /171 ?5554443/);
  await desk.fill('input[name=wort]', called);
  await desk.click('form[action$="/bestaetigung"]:has(input[name=wort]) button:not([name=dann])');
  await desk.waitForSelector('main .facts');
  assert.match(await desk.textContent('main'), /Bestätigt durch Rückruf/);
  await noBarrier(desk);
  await keepsPhoto(desk);

  // Nobody touches the phone.
  await own.waitForFunction(() => /Bestätigt/.test(document.querySelector('main').textContent));
  assert.equal(await own.locator('.words').count(), 0);
  await asking.close();
  await context.close();
});
