// What is left of a deployment: how each side says it went, what the town saw, what others learn, and every word in order.
import assert from 'node:assert/strict';
import { part, send } from './night.mjs';
import { says } from './running.mjs';

const TOLD = [
  'RequestResource', 'ResponseToRequestResource', 'CommitResource', 'RequisitionResource', 'RequestQuote',
  'ResponseToRequestQuote', 'ReportResourceDeploymentStatus', 'RequestInformation', 'ResponseToRequestInformation',
  'RequestExtendedDeploymentDuration', 'ResponseToRequestExtendedDeploymentDuration', 'RequestReturn', 'ReleaseResource',
];

// Nobody reads the other side before both wrote.
export async function review({ town, helper }, look, { path }) {
  const [ours, theirs] = ['Ruhige Anleitung am Telefon.', 'Der Netzplan kam spät.'];
  await town.goto(`${path}/rueckblick`);
  await look.at(town);
  await send(town, 'form[action$="/rueckblick"] button');
  assert.equal(await town.locator('.error-summary').count(), 1);
  await look.at(town);
  const writing = part('review written');
  await writing.do(town.fill('#gut', ours));
  await writing.do(send(town, 'form[action$="/rueckblick"] button'));
  writing.end(2);
  await says(town, /Ihr Rückblick ist gespeichert/);
  await helper.goto(`${path}/rueckblick`);
  assert.ok(!(await helper.textContent('main')).includes(ours));
  await helper.fill('#schwer', theirs);
  await send(helper, 'form[action$="/rueckblick"] button');
  await says(helper, /Ihr Rückblick ist gespeichert/);
  await look.at(helper);
  await town.goto(`${path}/rueckblick`);
  await look.at(town);
  for (const page of [town, helper]) {
    const said = (await page.locator('#gesagt ~ article').allTextContents()).join(' ');
    for (const words of [ours, theirs]) assert.ok(said.includes(words), words);
  }
}

// The town says which skill it saw and that it may be named; the certificate says so, and the desk knows it again.
export async function prove({ town, helper, desk }, look, { path, person }) {
  await town.goto(`${path}/rueckblick`);
  const proving = part('skill marked as proven');
  await proving.do(town.check('input[name=faehigkeit] >> nth=0'));
  await proving.do(send(town, 'form[action$="/bewaehrt"] button'));
  proving.end(2);
  await says(town, /Die Auswahl ist gespeichert/);
  assert.ok(await town.isChecked('input[name=faehigkeit] >> nth=0'));
  await town.check('#ort');
  await send(town, 'form[action$="/rueckblick/ort"] button');
  assert.ok(await town.isChecked('#ort'));

  await helper.goto(path);
  await send(helper, 'a[href$="/bescheinigung"]');
  await look.at(helper);
  const sheet = await helper.textContent('main');
  assert.ok(sheet.includes(person.family_name));
  assert.match(sheet, /Geholfen in[^]*Im Einsatz bewährt/);
  const [, code] = sheet.match(/Prüfwert (\S+)/);
  await desk.goto(`${path}/bescheinigung?pruefen=${code}`);
  await says(desk, /Der Prüfwert stimmt/);
  assert.ok(!(await desk.textContent('main')).includes(person.family_name));
}

// The town drafts what others may learn, without saying whose it is; the desk looks at it and shares it.
export async function learn({ town, helper, desk }, look, { incident, title }) {
  const [telling, clean] = ['Im Landkreis Anhalt-Bitterfeld war alles aus.', 'Die Datensicherung sofort vom Netz nehmen.'];
  await town.goto(`/vorfaelle/${incident}`);
  await send(town, 'a[href$="/lehre"]');
  await look.at(town);
  const drafting = part('lesson drafted');
  await drafting.do(town.fill('#titel', title));
  await drafting.do(town.fill('#text', telling));
  await drafting.do(town.selectOption('#tlp', 'green'));
  await drafting.do(send(town, 'form[action$="/lehre"] button'));
  assert.match(await town.textContent('#text-fehler'), /verrät/);
  assert.equal(await town.inputValue('#text'), telling);
  await look.at(town);
  await drafting.do(town.fill('#text', clean));
  await drafting.do(send(town, 'form[action$="/lehre"] button'));
  drafting.end(6);
  await says(town, /Eine zweite Person prüft ihn/);

  const lesson = `article:has(h3:text-is("${title}"))`;
  await helper.goto('/erfahrungen');
  assert.equal(await helper.locator(lesson).count(), 0);
  await desk.goto('/erfahrungen');
  await look.at(desk);
  const sharing = part('lesson shared');
  await sharing.do(send(desk, `${lesson} form[action$="/freigabe"] button`));
  sharing.end(1);
  await says(desk, /Die Erfahrung ist geteilt/);
  await helper.goto('/erfahrungen');
  await look.at(helper);
  assert.ok((await helper.textContent(lesson)).includes(clean));
}

// Every step by its verb, in the order in which it was taken.
export async function readThread({ town }, look, { path }) {
  await town.goto(`${path}/verlauf`);
  await look.at(town);
  const verbs = await town.locator('ol.rows [data-verb]').evaluateAll((rows) => rows.map((row) => row.dataset.verb));
  // Two keys may be told one by one.
  assert.deepEqual(verbs.filter((verb, place) => verb !== verbs[place - 1]), TOLD);
}

// The same for who reads English.
export async function inEnglish(town, { path }) {
  await town.context().addCookies([{ name: 'lang', value: 'en', url: new URL('/', town.url()).href }]);
  const titles = {
    auftrag: /^Order/, rechtsgrundlage: /^Legal basis/, kosten: /^Costs of the deployment/, zeiten: /^Times of the deployment/,
    uebergabe: /^Hand-over/, rueckblick: /^Review/, verlauf: /^Thread of the deployment/,
  };
  for (const [page, title] of Object.entries(titles)) {
    await town.goto(`${path}/${page}`);
    assert.match(await town.title(), title);
    assert.equal(await town.getAttribute('html', 'lang'), 'en');
  }
}
