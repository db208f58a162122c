// What people do in a night, each on a page of their own: the story of committing.test.mjs.
import assert from 'node:assert/strict';
import { noBarrier } from './barriers.mjs';
import { BASE, accounts } from './browser.mjs';
import { until } from './drop.mjs';

// What the files of the demo lead to.
export const ANSWER = /\/a\/([0-9a-f]{64})$/;
const RELEASE = /\/freigabe\/[0-9a-f]{64}$/;
const CALL = 'Erstgespräch: Was jetzt zu tun ist';
export const RELOAD = '#behalten ~ p a';

export async function api(as, path, body, { method = body ? 'POST' : 'GET', ...headers } = {}) {
  const sent = await fetch(`${BASE}/api/v1/${path}`, {
    method, body: body && JSON.stringify(body),
    headers: { ...as && { authorization: `Bearer ${accounts[as].token}` }, 'content-type': 'application/json', ...headers },
  });
  const text = await sent.text();
  assert.ok(sent.ok, `${method} ${path}: ${sent.status} ${text}`);
  const answer = text && JSON.parse(text);
  return sent.headers.has('etag') ? { ...answer, etag: sent.headers.get('etag') } : answer;
}

// Counts what people do in a part of the night, and how long it takes.
export function part(name) {
  const began = Date.now();
  let done = 0;
  return {
    async do(what) { done += 1; await what; },
    end(most = Infinity) {
      const took = Date.now() - began;
      console.log(`${name}: ${done} interactions, ${took} ms`);
      assert.ok(done <= most, `${done} interactions are more than ${most}`);
      return took;
    },
  };
}

// Whoever has no scripts waits for the next page.
export const send = (page, button) => Promise.all([page.waitForEvent('load'), page.click(button)]);

// Three taps and two fields; what the phone shows then, and nobody else.
export async function ask(page, look, { town, phone }) {
  await page.goto('/');
  const asking = part(`${town}: asked for help`);
  await asking.do(send(page, 'main a[href="/hilfe"]'));
  await asking.do(send(page, 'a[href="/hilfe?symptom=files-encrypted"]'));
  await asking.do(page.fill('input[name=ort]', town));
  await asking.do(page.fill('input[name=telefon]', phone));
  await asking.do(send(page, 'main form button'));
  await page.waitForURL(/\/hilfe\/[0-9a-f]{64}$/);
  assert.ok(asking.end(5) < 120_000);
  const text = await page.textContent('main');
  assert.match(text, new RegExp(`Wir rufen Sie zurück[^]*auf ${phone.slice(-3)} endet`));
  assert.doesNotMatch(text, /Fachkräfte|K-[0-9A-Z]{5}/);
  await look.at(page);
  const [, word] = await page.locator('.words dd').allTextContents();
  return { word, code: await page.textContent('.spoken') };
}

// The desk phones back, keeps two needs of the playbook, and asks. Who is picked is asked first.
export async function verifyAndAlert(page, { town, need }, { word, helper }) {
  const desk = part(`${town}: verified and alerted`);
  await page.goto('/vorfaelle');
  await desk.do(page.click(`a:has-text("${town}")`));
  await desk.do(page.click('form[action$="/kontakt"] button'));
  await desk.do(page.fill('input[name=wort]', word));
  await desk.do(page.click('form[action$="/bestaetigung"]:has(input[name=wort]) button:not([name=dann])'));
  await desk.do(page.click('a[href$="/ersuchen"]'));
  await noBarrier(page);
  for (const field of await page.locator('fieldset.need').all()) {
    const label = await field.locator('legend').textContent();
    if (![CALL, need].includes(label)) await desk.do(field.locator('input[type=checkbox]').first().uncheck());
    if (label !== need) continue;
    await desk.do(field.locator('select[name$=_mode]').selectOption('remote'));
    await desk.do(field.locator('input[type=number]').fill('1'));
  }
  await desk.do(page.click('main form button.button--large'));
  await page.waitForURL(/\/ersuchen\/req_/);
  await noBarrier(page);
  const request = await api('coordinator', page.url().match(/req_[0-9a-f-]+/)[0].replace(/^/, 'requests/'));
  const { id } = request.needs.find(({ wanted }) => wanted.label === need);
  await api('coordinator', `requests/${request.id}/choices`, { need_id: id, expert_id: helper.id, choice: 'pick' });
  await desk.do(page.click('form[action$="/alarmieren"] button'));
  await page.waitForSelector('form[action$="/pause"]');
  await noBarrier(page);
  desk.end();
  return request;
}

// What is asked for a request: the files that were put down for it, and what their links ask.
async function asked({ dropped, request, others }) {
  const all = dropped().filter(({ link }) => ANSWER.test(link) && !others.has(link));
  const open = await Promise.all(all.map(async ({ to, link }) => ({ to, link, ...await api(null, `answers/${link.match(ANSWER)[1]}`) })));
  for (const { from, link } of open) if (from !== request.from) others.add(link);
  return open.filter(({ link }) => !others.has(link));
}

// Whoever's house would have to be asked and has no manager takes the yes back and says no; the next one is asked at once.
export async function firstCall(page, look, scene) {
  const said = new Set();
  for (;;) {
    const call = await until('somebody is asked for the first call', async () =>
      (await asked(scene)).find(({ first_call, link, state }) => first_call && state === 'open' && !said.has(link)));
    said.add(call.link);
    await page.goto(new URL(call.link).pathname);
    await look.at(page);
    const answering = part('yes to a first call');
    await answering.do(send(page, 'button[value=first_call]'));
    const heading = await page.textContent('h1');
    await look.at(page);
    if (/Die Kommune wird gefragt/.test(heading)) {
      answering.end(1);
      return call.link;
    }
    assert.match(heading, /Ihr Arbeitgeber wird gefragt/);
    await send(page, 'button[value=undo]');
    await send(page, 'button[value=no]');
  }
}

// Whom the desk picked helps from afar, and somebody else cannot.
export async function places([yes, no], look, scene) {
  const { helper } = scene;
  const own = ({ to }) => [helper.identity.email, helper.identity.phone, helper.identity.mobile].includes(to);
  const found = await until('the place is asked for', async () => {
    const all = (await asked(scene)).filter(({ first_call }) => !first_call);
    const both = [all.find(own), all.find((one) => !own(one))];
    return both.every(Boolean) && both;
  });
  for (const [number, page] of [yes, no].entries()) await page.goto(new URL(found[number].link).pathname);
  await look.at(yes);
  const remote = part('yes to help from afar');
  await remote.do(yes.check('input[name=ausgeruht]'));
  await remote.do(send(yes, 'button[value=remote]'));
  remote.end(2);
  assert.match(await yes.textContent('h1'), /Ihr Arbeitgeber wird gefragt/);
  await look.at(yes);
  const refusing = part('no');
  await refusing.do(send(no, 'button[value=no]'));
  refusing.end(1);
  assert.match(await no.textContent('h1'), /Danke für Ihre Antwort/);
  await look.at(no);
}

export async function release(page, look, { dropped, helper }) {
  const { link } = await until('the deputy is asked', () => dropped().find((one) => RELEASE.test(one.link) && one.to === accounts.expert.email));
  await page.goto(new URL(link).pathname);
  await look.at(page);
  assert.match(await page.textContent('main'), new RegExp(`${helper.alias}[^]*Fernhilfe`));
  const deputy = part('release by a deputy');
  await deputy.do(send(page, 'button[value=release]'));
  deputy.end(3);
  assert.match(await page.textContent('h1'), /Freigegeben/);
  await look.at(page);
}

// The town sees two people, takes both, and with its code who they are.
export async function accept(page, look, { helper, code }) {
  await send(page, RELOAD);
  await look.at(page);
  const text = await page.textContent('main');
  assert.match(text, new RegExp(helper.alias));
  assert.doesNotMatch(text, new RegExp(helper.identity.family_name));
  const town = part('team accepted, names seen');
  for (const left of [1, 0]) {
    await town.do(send(page, 'button[value=accept]'));
    assert.equal(await page.locator('button[value=accept]').count(), left);
  }
  await look.at(page);
  const words = await page.$$eval('.words', (lists) => lists.map((list) => [...list.querySelectorAll('dd')].map((word) => word.textContent)));
  let shown = '';
  for (const alias of await page.locator('.panel:has(input[name=code]) h2').allTextContents()) {
    const form = `.panel:has(h2:text-is("${alias}")) form[action$="/kontakt"]`;
    // The phone that asked need not type what it shows.
    assert.equal(await page.inputValue(`${form} input[name=code]`), code);
    await town.do(send(page, `${form} button`));
    shown += await page.textContent(`.panel:has(h2:text-is("${alias}"))`);
  }
  town.end();
  await look.at(page);
  assert.match(shown, new RegExp(helper.identity.family_name));
  return words;
}

// Whoever neither helps nor said no hears that they are needed no more.
export async function stoodDown(scene) {
  const over = (await asked(scene)).filter(({ state }) => state === 'stood_down');
  assert.ok(over.length >= 3);
  await until('the others are told', () => {
    const told = scene.dropped().filter(({ subject }) => /Bedarf gedeckt/.test(subject)).map(({ to }) => to);
    return over.every(({ to }) => told.includes(to));
  });
}
