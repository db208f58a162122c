// A deployment from the yes of all to what others learn of it: ticks, order, costs, a later end, a relief, the end, the
// review and the lesson. A town, somebody who helps, their house and the desk: on phones without scripts, and at desks.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { lookAside } from './barriers.mjs';
import { DESKTOP, PHONE, launch, openFor } from './browser.mjs';
import { asBefore, atHand, committed, house, inHours, isExpert, verifiedTown } from './committed.mjs';
import { inEnglish, learn, prove, readThread, review } from './looking-back.mjs';
import { api } from './night.mjs';
import { begin, estimate, extend, fillSheet, finish, readOrder, relieve, settleBasis, settleCosts, talk, tick } from './running.mjs';

const SIDES = { town: 'requester', helper: 'expert', house: 'member_manager', desk: 'coordinator' };
// Both are to begin in half a day, and begin at once: so much later the same person has rested from the first one.
const HOURS = 12;
const RUNS = [
  { size: 'desktop', options: { viewport: DESKTOP }, label: 'Geräte neu anmelden', title: 'Zuerst trennen, dann fragen' },
  { size: 'phone', options: { viewport: PHONE, javaScriptEnabled: false }, label: 'Geräte wieder verwalten', title: 'Zuerst trennen, dann suchen' },
];

let browser, person, earlier;
before(async () => {
  browser = await launch();
  for (const one of await house()) {
    if (await isExpert(one)) person = one;
    if (person) break;
  }
  assert.ok(person, 'the expert of the demo can be found');
  // Their house is asked each time, for the later end too.
  earlier = await atHand(person, { release: { form: 'each_time' } });
});
after(async () => {
  try {
    if (earlier) await asBefore(earlier);
  } finally {
    await browser.close();
  }
});

for (const { size, options, label, title } of RUNS) {
  test(`a deployment runs from the yes of all to a lesson for others (${size})`, async () => {
    const began = Date.now();
    const known = await verifiedTown();
    const deployment = await committed(known, person, { label, from: inHours(HOURS) });
    assert.ok(deployment, 'all said yes');
    const sides = Object.entries(SIDES).map(async ([side, as]) => [side, await (await openFor(browser, { as }, options)).newPage()]);
    const pages = Object.fromEntries(await Promise.all(sides));
    const { town, helper } = pages;
    const look = lookAside(browser);
    const scene = {
      ...deployment, path: `/einsaetze/${deployment.id}`, incident: known.id, title, person: person.identity,
      house: await api('member_manager', `organisations/${person.organisation_id}`),
    };

    await tick(town, look, scene);
    await readOrder(town, look, scene, /Ungeklärt\. Zu klären bis/);
    await settleBasis(town, look, scene);
    await readOrder(town, look, scene, /Rechtsgrundlage und Personalform\s*Amtshilfe/);
    await fillSheet(pages, look, scene);
    await estimate(pages, look, scene);
    await begin(helper, look, scene);
    await talk(pages, look, scene);
    await extend(pages, look, scene);
    const successor = await relieve(pages, look, scene);
    const drafted = await api('coordinator', `requests/${successor}`);
    assert.equal(drafted.state, 'draft');
    assert.deepEqual(drafted.needs.map(({ wanted }) => [wanted.label, wanted.skills]), [[label, deployment.need.skills]]);
    await finish(pages, look, scene);
    await settleCosts(pages, look, scene);
    await review(pages, look, scene);
    await prove(pages, look, scene);
    await learn(pages, look, scene);
    await readThread(pages, look, scene);
    await inEnglish(town, scene);

    console.log(`${size}: from the yes of all to a lesson in ${Date.now() - began} ms`);
    await api('requester', `incidents/${known.id}/close`, { reason: 'done' });
    await look.end();
    for (const page of Object.values(pages)) await page.context().close();
  });
}
