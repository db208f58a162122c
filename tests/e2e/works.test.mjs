// What people do: with scripts and without, with a keyboard, on a phone.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { BASE, DESKTOP, PHONE, accounts, launch, open, signIn } from './browser.mjs';

let browser;
before(async () => { browser = await launch(); });
after(async () => { await browser.close(); });

async function window_(options, as) {
  const context = await open(browser, options);
  if (as) await signIn(browser, context, as);
  return context.newPage();
}

const count = (page) => page.locator('#ergebnis').textContent().then((text) => Number(text.match(/\d+/)?.[0] ?? 0));

test('three people who restore Veeam near Köthen and speak English are found on a phone without scripts', async () => {
  const page = await window_({ javaScriptEnabled: false });
  await page.goto('/');
  await page.fill('#q', 'Veeam');
  await page.press('#q', 'Enter');
  await page.fill('input[name=email]', accounts.requester.email);
  await page.fill('input[name=passwort]', accounts.requester.password);
  await page.press('input[name=passwort]', 'Enter');
  await page.waitForURL(/suche\?q=Veeam/);

  await page.click('#filter > summary');
  await page.fill('#ort', 'Köthen');
  await page.locator('#facette-language > summary').click();
  await page.check('input[name=language][value=en]');
  await page.selectOption('#radius_km', { index: 4 });
  await page.click('.filters__body > button');

  assert.ok(await count(page) >= 3, await page.locator('#ergebnis').textContent());
  assert.match(page.url(), /language=en/);
  const first = page.locator('.cards > li').first();
  assert.match(await first.textContent(), /km/);
  await page.context().close();
});

test('a match is asked for and answered without scripts', async () => {
  const page = await window_({ javaScriptEnabled: false }, 'requester');
  await page.goto('/abgleich');
  await page.fill('#ort', 'Landkreis Anhalt-Bitterfeld');
  await page.locator('label', { has: page.locator('input[name=symptom][value=files-encrypted]') }).first().click();
  await page.locator('main form button').last().click();
  await page.waitForURL(/symptom=files-encrypted/);

  assert.ok(await page.locator('a[href^="/fachkraefte/"]').count() > 5);
  await page.context().close();
});

test('hits follow what is typed, the field keeps focus and text, the address follows', async () => {
  const page = await window_({ viewport: DESKTOP }, 'requester');
  await page.goto('/suche');
  await page.waitForSelector('html.js');
  const before = await count(page);
  await page.focus('#q');
  await page.keyboard.type('Datensicherung', { delay: 30 });
  const typed = Date.now();
  await page.waitForFunction((old) => Number(document.querySelector('#ergebnis').textContent.match(/\d+/)?.[0]) !== old, before);
  console.log(`updated ${Date.now() - typed} ms after the last key, 200 ms of them waiting`);

  assert.equal(await page.evaluate(() => document.activeElement.id), 'q');
  assert.equal(await page.inputValue('#q'), 'Datensicherung');
  await page.waitForURL(/q=Datensicherung/);
  await page.context().close();
});

test('a filter is a step that Back takes back', async () => {
  const page = await window_({ viewport: DESKTOP }, 'requester');
  await page.goto('/suche?q=Veeam');
  await page.waitForSelector('html.js');
  const before = await count(page);
  await page.check('input[name=availability][value=now]');
  await page.waitForURL(/availability=now/);
  await page.waitForSelector('.chips a');
  const filtered = await count(page);

  await page.goBack();

  await page.waitForURL((url) => !url.search.includes('availability'));
  await page.waitForFunction((old) => document.querySelector('#ergebnis').textContent.includes(String(old)), before);
  assert.ok(filtered < before, `${filtered} of ${before}`);
  await page.context().close();
});

test('a place is chosen with the keyboard', async () => {
  const page = await window_({ viewport: DESKTOP }, 'requester');
  await page.goto('/abgleich');
  await page.waitForSelector('html.js');
  await page.fill('#ort', '');
  await page.locator('#ort').pressSequentially('Neuenki', { delay: 20 });
  await page.waitForSelector('#ort-liste li');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  const marked = await page.locator('#ort-liste li[aria-selected=true]').getAttribute('data-ags');
  await page.keyboard.press('Enter');

  assert.equal(await page.inputValue('#near'), marked);
  assert.equal(await page.getAttribute('#ort', 'aria-expanded'), 'false');
  await page.context().close();
});

test('the keyboard reaches the content first, then everything in order', async () => {
  const page = await window_({ viewport: DESKTOP }, 'requester');
  await page.goto('/suche');
  await page.waitForSelector('html.js');
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.getAttribute('href')), '#inhalt');
  await page.keyboard.press('Enter');
  const seen = [];
  for (let step = 0; step < 30; step += 1) {
    await page.keyboard.press('Tab');
    seen.push(await page.evaluate(() => {
      const { id, name, tagName } = document.activeElement;
      const { outlineStyle, boxShadow } = getComputedStyle(document.activeElement);
      return { what: id || name || tagName, isVisible: outlineStyle !== 'none' || boxShadow !== 'none' };
    }));
  }

  assert.ok(seen.some(({ what }) => what === 'q'), JSON.stringify(seen));
  assert.ok(seen.some(({ what }) => what === 'ort'), JSON.stringify(seen));
  assert.deepEqual(seen.filter(({ isVisible }) => !isVisible), []);
  await page.context().close();
});

test('the theme switches at once and stays', async () => {
  const page = await window_({ colorScheme: 'light' });
  await page.goto('/');
  await page.waitForSelector('html.js');
  await page.click('.theme-switch button[value=dunkel]');
  assert.equal(await page.getAttribute('html', 'data-kern-theme'), 'dark');

  await page.goto('/status');

  assert.equal(await page.getAttribute('html', 'data-kern-theme'), 'dark');
  await page.context().close();
});

test('keys lead through the queue and a case, unless they are switched off', async () => {
  const page = await window_({ viewport: DESKTOP }, 'vetter');
  await page.goto('/pruefung');
  await page.waitForSelector('html.js');
  await page.keyboard.press('j');
  const focused = () => page.evaluate(() => document.activeElement.id || document.activeElement.pathname);
  const first = await focused();
  assert.match(first, /^\/pruefung\/vet_/);
  await page.keyboard.press('Enter');
  await page.waitForURL(`**${first}`);
  await page.keyboard.press('2');
  assert.equal(await focused(), 'urteil-0');
  await page.keyboard.press('3');
  assert.equal(await focused(), 'vermerk');
  await page.keyboard.type('u1');
  assert.equal(await page.inputValue('#vermerk'), 'u1', 'what is typed is a text');

  await page.click('#tastenkuerzel button');
  await page.waitForSelector('html[data-tasten=aus]');
  await page.keyboard.press('2');

  assert.notEqual(await focused(), 'urteil-0');
  await page.goto('/suche');
  await page.keyboard.press('/');
  assert.notEqual(await focused(), 'q');
  await page.click('#tastenkuerzel button');
  await page.waitForSelector('html:not([data-tasten])');
  await page.keyboard.press('/');
  assert.equal(await focused(), 'q');
  await page.context().close();
});

test('the language switches on the same page', async () => {
  const page = await window_({}, 'requester');
  await page.goto('/suche?q=Veeam');
  await page.click('a[hreflang=en]');

  assert.equal(await page.getAttribute('html', 'lang'), 'en');
  assert.match(page.url(), /\/suche\?q=Veeam$/);
  await page.context().close();
});

test('a passkey is set up with two taps and signs in with one', async () => {
  const context = await open(browser, { baseURL: BASE.replace('127.0.0.1', 'localhost') });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true },
  });
  await page.goto('/anmelden');
  await page.fill('input[name=email]', accounts.vetter2.email);
  await page.fill('input[name=passwort]', accounts.vetter2.password);
  await page.press('input[name=passwort]', 'Enter');
  await page.waitForURL('/');
  await page.goto('/konto');

  // The device's own question is the second tap; the virtual one says yes by itself.
  await page.click('form[data-passkey=create] button');
  await page.waitForSelector('.codes');
  await page.goto('/konto');
  await page.click('form[action="/abmelden"] button');
  await page.goto('/anmelden?weiter=/konto');
  await page.click('form[data-passkey=get] button');
  await page.waitForURL('/konto');

  assert.equal(await page.locator('form[action^="/konto/passkeys/pky_"]').count(), 1);
  await page.fill('form[action^="/konto/passkeys/pky_"] input[type=password]', accounts.vetter2.password);
  await page.click('form[action^="/konto/passkeys/pky_"] button');
  await page.waitForURL('/konto');
  assert.equal(await page.locator('form[action^="/konto/passkeys/pky_"]').count(), 0);
  await context.close();
});

test('where no passkey works, the page says where it does', async () => {
  const page = await window_({});
  await page.goto('/anmelden');
  await page.waitForSelector('html.js');

  assert.equal(await page.locator('form[data-passkey] button').isVisible(), false);
  assert.match(await page.locator('[data-elsewhere]').textContent(), /localhost/);
  await page.context().close();
});

test('a session that ended leads to signing in, not into the hits', async () => {
  const page = await window_({ viewport: DESKTOP }, 'coordinator');
  await page.goto('/suche');
  await page.waitForSelector('html.js');
  await page.context().clearCookies();
  await page.fill('#q', 'Forensik');

  await page.waitForURL(/anmelden/);
  await page.context().close();
});

test('a match prints without what only a screen needs', async () => {
  const page = await window_({ viewport: PHONE }, 'requester');
  await page.goto('/abgleich?near=15082&symptom=files-encrypted&phase=acute');
  await page.emulateMedia({ media: 'print' });

  for (const part of ['.site-nav', '.site-footer nav', '.theme-switch']) {
    assert.equal(await page.locator(part).first().isVisible(), false, part);
  }
  assert.equal(await page.locator('a[href^="/fachkraefte/"]').first().isVisible(), true);
  await page.context().close();
});

test('what is typed into a form of an entry is there after the window was closed, until it is saved', async () => {
  const page = await window_({ viewport: PHONE }, 'expert');
  await page.goto('/profil');
  await page.click('a[href$="/beschreibung"]');
  await page.waitForSelector('html.js');
  await page.fill('#kurz_de', 'Stellt Netze wieder her');
  await page.waitForFunction(() => document.getElementById('entwurf-stand').textContent !== '');
  const path = new URL(page.url()).pathname;
  await page.context().close();

  const later = await window_({ viewport: PHONE }, 'expert');
  await later.goto(path);
  assert.notEqual(await later.inputValue('#kurz_de'), 'Stellt Netze wieder her');
  await later.click('a[href$="entwurf=1"]');
  assert.equal(await later.inputValue('#kurz_de'), 'Stellt Netze wieder her');
  await later.click('form[data-draft] button.button');
  await later.waitForURL(/profil/);
  await later.goto(path);
  assert.equal(await later.locator('a[href$="entwurf=1"]').count(), 0);
  assert.equal(await later.inputValue('#kurz_de'), 'Stellt Netze wieder her');
  await later.context().close();
});
