// A whole night: a town without its network asks, three experts answer, an employer's deputy releases, the town accepts,
// and both sides know each other. Whoever asks, helps or releases has no scripts and one bar of signal.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { lookAside, noBarrier } from './barriers.mjs';
import { DESKTOP, PHONE, accounts, launch, openFor, slow } from './browser.mjs';
import { house, onCall } from './committed.mjs';
import { until, watch } from './drop.mjs';
import { ANSWER, RELOAD, accept, api, ask, firstCall, part, places, release, send, stoodDown, verifyAndAlert } from './night.mjs';

// Each at another place, with somebody else of the same house.
const NIGHTS = [
  { size: 'phone', viewport: PHONE, town: 'Aken (Elbe)', phone: '0171 9998881', need: 'Sicherungen schützen und prüfen', skill: 'domain:backup-restore' },
  { size: 'desktop', viewport: DESKTOP, town: 'Sandersdorf-Brehna', phone: '0171 9998882', need: 'Active Directory sichern', skill: 'domain:active-directory' },
];
const AAA = 'wcag2aaa';

let browser, helpers;
before(async () => {
  browser = await launch();
  helpers = await prepared();
  await manager(async (page) => {
    await page.fill('#email', accounts.expert.email);
    await page.fill('#bis', new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10));
    await page.click('form[aria-labelledby=neu] button');
    await page.waitForSelector('form[action$="/beenden"]');
  });
});
after(async () => {
  try {
    await manager((page) => page.click('form[action$="/beenden"] button', { timeout: 5_000 }));
  } finally {
    await browser.close();
  }
});

// What the manager does about deputies.
async function manager(does) {
  const context = await openFor(browser, { as: 'member_manager' }, {});
  const page = await context.newPage();
  await page.goto('/organisation/vertretung');
  await does(page);
  await context.close();
}

// A colleague who can do this and is released each time, for each night. Nobody can ask them before it.
async function prepared() {
  const own = (await house()).filter(({ release }) => release.form === 'each_time');
  const found = NIGHTS.map(({ skill }) => own.find(({ skills }) => skills.some(({ id, level }) => id === skill && level >= 3)));
  for (const { id, etag } of found) {
    await api('member_manager', `experts/${id}`, { mode: 'either' }, { method: 'PATCH', 'if-match': etag });
    await api('member_manager', `experts/${id}/availability`, { state: 'none' }, { method: 'PUT' });
  }
  return found;
}

test('with the card three interactions ask the first people', async () => {
  const [place, dropped] = ['15082430', watch()];
  const acceptance = { conditions_version: 1, accepted_on: '2026-11-20', signatory: { name: 'Max Muster', function: 'Bürgermeister' } };
  const { codes: [code] } = await api('coordinator', 'emergency-cards', { place, acceptance });
  const [page, look] = [await slow(browser), lookAside(browser, AAA)];
  await page.goto(`/hilfe?ort=${place}`);
  await look.at(page);
  const town = part('with the card: asked for help');
  const began = Date.now();
  await town.do(page.fill('input[name=telefon]', '0171 9998883'));
  await town.do(page.fill('input[name=code]', code.toLowerCase()));
  await town.do(send(page, 'button[name=symptom][value=files-encrypted]'));
  town.end(3);
  await until('somebody is asked', () => dropped().some(({ link }) => ANSWER.test(link)));
  console.log(`with the card: the first wave is out after ${Date.now() - began} ms`);
  assert.ok(Date.now() - began < 120_000);
  await send(page, RELOAD);
  await look.at(page);
  assert.match(await page.textContent('main'), /Bestätigt[^]*\d Fachkräfte gefragt/);
  // Whoever was asked is free for the nights.
  const { items } = await api('coordinator', 'incidents?state=verified');
  const { id } = items.find(({ municipality }) => municipality === place);
  await api('coordinator', `incidents/${id}/close`, { reason: 'duplicate' });
  await look.end();
  await page.context().close();
});

for (const [number, night] of NIGHTS.entries()) {
  test(`a town, three experts, a deputy and the desk make a team of the right size (${night.size})`, async () => {
    const { viewport } = night;
    const helper = helpers[number];
    await onCall(helper);
    const [dropped, look, began] = [watch(), lookAside(browser, AAA), Date.now()];
    const [town, caller, ...others] = await Promise.all(Array.from({ length: 4 }, () => slow(browser, viewport)));
    const { word, code } = await ask(town, look, night);
    const context = await openFor(browser, { as: 'coordinator' }, { viewport });
    const desk = await context.newPage();
    const request = await verifyAndAlert(desk, night, { word, helper });
    const scene = { dropped, request, helper, code, others: new Set() };
    await Promise.all([firstCall(caller, look, scene), places(others, look, scene)]);
    await release(others[1], look, scene);
    const words = await accept(town, look, scene);

    const heard = [];
    for (const page of [caller, others[0]]) {
      await page.reload();
      await look.at(page);
      assert.match(await page.textContent('main'), new RegExp(night.phone.slice(1).replace(/\D/g, '').slice(-7)));
      heard.push(await page.locator('.words dd').allTextContents());
    }
    assert.deepEqual(heard.sort(), words.sort());
    await desk.reload();
    assert.match(await desk.textContent('main .facts'), /Alle Plätze zugesagt/);
    await noBarrier(desk);
    console.log(`${night.town}: from the start page to a committed team in ${Date.now() - began} ms`);
    const { state, needs } = await api('coordinator', `requests/${request.id}`);
    assert.equal(state, 'filled');
    assert.deepEqual(needs.map(({ held, committed }) => [held, committed]), [[1, 1], [1, 1]]);
    await stoodDown(scene);
    await look.end();
    for (const page of [town, caller, ...others, desk]) await page.context().close();
  });
}
