// A member brings its team in, and two vetters admit it: what an afternoon holds.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { DESKTOP, PHONE, launch, open, signIn } from './browser.mjs';

let browser;
before(async () => { browser = await launch(); });
after(async () => { await browser.close(); });

async function window_(options, as) {
  const context = await open(browser, options);
  await signIn(browser, context, as);
  return context.newPage();
}

// Counts what a person does, and how long the program takes for it.
function steps(name) {
  const began = Date.now();
  let done = 0;
  return {
    async do(what) { done += 1; return what; },
    say() { console.log(`${name}: ${done} interactions, ${Date.now() - began} ms`); },
  };
}

const HEADER = 'Art;Vorname;Nachname;E-Mail dienstlich;Telefon dienstlich;Kurzbeschreibung;Fähigkeiten;Sprachen;Ort;Einsatzart;Freigabe;Freigabe Tage im Jahr';
// The basic grade, but for the last who leads in Active Directory.
const row = (n, cells = {}) => Object.values({
  kind: 'Person', given: `Jörg${n}`, family: `Müßig${n}`, mail: `joerg${n}@example.org`, phone: `0340 99${String(n).padStart(3, '0')}`,
  headline: n === 39 ? 'Stellt Verzeichnisdienste wieder her' : 'Betreut das Meldewesen', skills: n === 39 ? 'Active Directory:4' : 'Meldewesen:3',
  languages: 'Deutsch:C2', place: 'Köthen (Anhalt)', mode: 'beides', release: 'ständig', days: '20', ...cells,
}).join(';');
const WRONG = {
  3: { skills: 'Meldewesn:3' }, 8: { mail: 'joerg8(at)example.org' }, 14: { place: 'Kötenn' },
  21: { skills: 'Meldewesen' }, 27: { given: '' }, 33: { days: 'viele' },
};
const sheet = (rows) => Buffer.from([HEADER, ...rows, ''].join('\r\n'), 'latin1');
const file = (buffer) => ({ name: 'team.csv', mimeType: 'text/csv', buffer });

// Waits until a page that follows a job shows what it is to show.
async function until(page, selector) {
  for (let tries = 0; tries < 60 && !(await page.locator(selector).count()); tries += 1) {
    await page.waitForTimeout(250);
    await page.reload();
  }
  await page.waitForSelector(selector);
}

test('forty people come by a file of Windows-1252 with six rows wrong, are mended, applied and submitted', async () => {
  const page = await window_({ viewport: DESKTOP }, 'member_manager');
  const counted = steps('import of 40 people');
  await page.goto('/organisation');
  await counted.do(await page.click('a[href="/organisation/import"]'));
  const all = Array.from({ length: 40 }, (_, n) => row(n, WRONG[n]));
  await counted.do(await page.setInputFiles('#file', file(sheet(all))));
  await counted.do(await page.click('form[action="/organisation/import"] button'));
  await until(page, 'form[action$="/uebernehmen"]');
  assert.match(await page.locator('.import-counts').textContent(), /34/);
  assert.match(await page.locator('.import-counts__bad').textContent(), /6/);
  assert.match(await page.locator('#fehlerliste ~ *').allTextContents().then((texts) => texts.join(' ')), /Meldewesen/);

  const saving = page.waitForEvent('download');
  await counted.do(await page.click('a[href$="/fehler.csv"]'));
  const saved = await (await saving).createReadStream();
  let text = '';
  for await (const part of saved) text += part;
  assert.equal(text.trim().split(/\r?\n/).length, 7);
  await counted.do(await page.click('form[action$="/uebernehmen"] button'));
  await until(page, 'form[action$="/rueckgaengig"]');

  await counted.do(await page.goto('/organisation/import'));
  const mended = Object.keys(WRONG).map((n) => row(Number(n)));
  await counted.do(await page.setInputFiles('#file', file(sheet(mended))));
  await counted.do(await page.click('form[action="/organisation/import"] button'));
  await until(page, 'form[action$="/uebernehmen"]');
  assert.equal(await page.locator('.import-counts__bad').count(), 0);
  await counted.do(await page.click('form[action$="/uebernehmen"] button'));
  await until(page, 'form[action$="/rueckgaengig"]');

  await counted.do(await page.click('a.button[href="/organisation"]'));
  await counted.do(await page.click('form[action="/organisation/einreichen"] button'));
  await page.waitForSelector('.flash');
  assert.equal(await page.locator('form[action="/organisation/einreichen"]').count(), 0);
  await page.goto('/organisation/freigaben');
  assert.ok(await page.locator('input[name=wen]').count() >= 40);
  counted.say();
  await page.context().close();
});

// The first open case of a grade that this vetter may assess: one of the basic grade that was drawn for a second opinion
// waits for somebody else.
async function assess(page, grade, counted) {
  await page.goto(`/pruefung?umfang=${grade}&art=admission${grade === 'basic' ? '&offen=ja' : ''}`);
  const wanted = page.locator('tbody tr', { hasText: grade === 'basic' ? 'Betreut das Meldewesen' : 'Stellt Verzeichnisdienste wieder her' }).first();
  await counted.do(await wanted.locator('a').first().click());
  await page.waitForSelector('#grund');
  await counted.do(await page.locator('label', { has: page.locator('input[name=urteil][value=admit]') }).click());
  await counted.do(await page.fill('#grund', 'Nachweise eingesehen, Arbeitgeber bestätigt.'));
  await counted.do(await page.click('form[action$="/beurteilung"] button'));
  await page.waitForSelector('.flash');
}

for (const [size, viewport] of [['phone', PHONE], ['desktop', DESKTOP]]) {
  test(`a vetter admits at the basic grade on a ${size} without scripts`, async () => {
    const page = await window_({ viewport, javaScriptEnabled: false }, 'vetter');
    const counted = steps(`basic admission, ${size}`);
    await assess(page, 'basic', counted);
    counted.say();
    await page.context().close();
  });
}

test('two vetters admit at the extended grade, one after the other', async () => {
  const counted = steps('extended admission by two');
  for (const vetter of ['vetter', 'vetter2']) {
    const page = await window_({ viewport: PHONE }, vetter);
    await assess(page, 'extended', counted);
    await page.context().close();
  }
  const page = await window_({ viewport: DESKTOP }, 'vetter2');
  await page.goto('/pruefung?stand=decided&umfang=extended');
  assert.match(await page.locator('main').textContent(), /Stellt Verzeichnisdienste wieder her/);
  counted.say();
  await page.context().close();
});
