// What the sides of a deployment do from day to day, each on pages of their own: the story of running.test.mjs.
import assert from 'node:assert/strict';
import { part, send } from './night.mjs';

const COMPANIES = ['gmbh', 'ag', 'eg', 'registered_association', 'other'];
const PHONE_ON_SITE = '0171 2345678';

// As fields hold a moment.
export const local = (at) =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin', dateStyle: 'short', timeStyle: 'short' }).format(at).replace(' ', 'T');
const today = () => local(new Date()).slice(0, 10);
export const after = (at, days) => new Date(new Date(at).getTime() + days * 86_400_000);

export const says = async (page, pattern) => assert.match(await page.textContent('main'), pattern);
const hides = async (page, pattern) => assert.doesNotMatch(await page.textContent('main'), pattern);

// What stands before a form is sent: a summary that is closed.
async function opened(page, summary) {
  await page.click(`summary:has-text("${summary}")`);
}

// Two of seven points are settled; the start warns of the others and stops nobody.
export async function tick(town, look, { path }) {
  await town.goto(path);
  await look.at(town);
  await says(town, /Vor dem ersten Handgriff sind noch 7 Punkte offen/);
  const ticking = part('two of seven points ticked');
  for (const point of ['Klar ist, wer entscheidet', 'Datensicherungen sind sicher']) {
    await ticking.do(send(town, `button[aria-label="Abhaken: ${point}"]`));
  }
  ticking.end(2);
  await says(town, /Die Liste ist gespeichert[^]*noch 5 Punkte offen[^]*Abgehakt: Kommune/);
  assert.equal(await town.locator('button[aria-label^="Abhaken: "]').count(), 5);
  await look.at(town);
}

// The order names both sides, and on paper nothing but the order.
export async function readOrder(town, look, { path, house }, basis) {
  await town.goto(`${path}/auftrag`);
  await look.at(town);
  const text = await town.textContent('article');
  for (const words of ['Landkreis Anhalt-Bitterfeld', house.name]) assert.ok(text.includes(words), words);
  assert.match(text, basis);
  await town.emulateMedia({ media: 'print' });
  assert.ok(await town.locator('article h1').isVisible());
  for (const bar of await town.locator('nav, form, button, .sheets__bar').all()) assert.equal(await bar.isVisible(), false);
  await town.emulateMedia({ media: null });
  const paper = await town.pdf({ format: 'A4' });
  assert.equal(paper.subarray(0, 5).toString(), '%PDF-');
}

// Only what the legal forms of both allow is there to choose: no company gives Amtshilfe, no authority sells it.
export async function settleBasis(town, look, { path, house }) {
  await town.goto(`${path}/rechtsgrundlage`);
  await look.at(town);
  const choices = await town.$$eval('input[name=grundlage]', (inputs) => inputs.map(({ value }) => value));
  const isCompany = COMPANIES.includes(house.legal_form);
  assert.equal(choices.includes('amtshilfe'), !isCompany, `${house.legal_form}: ${choices}`);
  assert.equal(choices.includes('contract'), isCompany, `${house.legal_form}: ${choices}`);
  const settling = part('legal basis settled');
  await settling.do(town.check('#grundlage-amtshilfe'));
  await settling.do(town.check('#form-remote'));
  await settling.do(send(town, 'form[action$="/rechtsgrundlage"] .actions button'));
  settling.end(3);
  await says(town, /Die Rechtsgrundlage ist festgehalten/);
}

// The town writes what whoever arrives must know; their house does not see the private numbers.
export async function fillSheet({ town, helper, house }, look, { incident }) {
  const sheet = `/vorfaelle/${incident}/einsatzmappe`;
  await town.goto(`${sheet}/bearbeiten`);
  await look.at(town);
  const filling = part('arrival sheet written');
  const texts = {
    leitung: 'Karin Krause, Amtsleiterin', 'leitung-telefon': PHONE_ON_SITE, eingang: 'Hintereingang, zweimal klingeln',
    entscheidet: 'Amtsleiterin', nothalt: 'Bereitschaft Haustechnik', 'nothalt-telefon': '0171 2345679', internet: 'WLAN-Passwort: Sommer',
  };
  for (const [name, text] of Object.entries(texts)) await filling.do(town.fill(`#${name}`, text));
  await filling.do(send(town, 'form[action$="/bearbeiten"] .actions button:not(.button--secondary)'));
  // No credentials: it is said at the field, and everything typed is still there.
  await says(town, /Keine Zugangsdaten hier eintragen/);
  assert.equal(await town.locator('#internet-fehler').count(), 1);
  assert.equal(await town.inputValue('#leitung'), texts.leitung);
  await look.at(town);
  await filling.do(town.fill('#internet', 'eigenes LTE'));
  await filling.do(send(town, 'form[action$="/bearbeiten"] .actions button:not(.button--secondary)'));
  filling.end(10);
  await says(town, /Die Einsatzmappe ist gespeichert/);

  const number = /171\s?2345678/;
  await helper.goto(sheet);
  await look.at(helper);
  await says(helper, /Karin Krause[^]*Hintereingang/);
  await says(helper, number);
  await house.goto(sheet);
  await look.at(house);
  await says(house, /Die privaten Nummern sehen nur die Helfenden selbst/);
  await hides(house, number);
}

// A sheet of costs: what is wrong is said at its field, then it goes to the town.
async function writeCosts(house, look, { path, sheet, amount }) {
  await house.goto(`${path}/kosten`);
  await look.at(house);
  const writing = part(`costs written (${sheet})`);
  await writing.do(send(house, `a[href$="/kosten/${sheet}"]`));
  await look.at(house);
  await writing.do(house.selectOption('#art-1', 'overtime'));
  await writing.do(house.fill('#von-1', today()));
  await writing.do(house.fill('#betrag-1', 'viel'));
  await writing.do(send(house, 'button[value=senden]'));
  assert.match(await house.textContent('#betrag-1-fehler'), /Geben Sie einen Betrag/);
  assert.equal(await house.inputValue('#betrag-1'), 'viel');
  await look.at(house);
  await writing.do(house.fill('#betrag-1', amount));
  await writing.do(send(house, 'button[value=senden]'));
  writing.end(7);
}

export async function estimate({ town, house }, look, { path }) {
  await writeCosts(house, look, { path, sheet: 'schaetzung', amount: '240,00' });
  await says(house, /Die Schätzung ist bei der Kommune/);
  await town.goto(`${path}/kosten`);
  await look.at(town);
  await says(town, /Auslagenersatz[^]*Überstunden[^]*Zu zahlen: 240,00/);
  await send(town, 'button[name=was][value=agree]');
  await says(town, /Der Schätzung ist zugestimmt/);
}

export async function begin(helper, look, { path }) {
  await helper.goto('/einsaetze');
  await look.at(helper);
  const beginning = part('begun');
  await beginning.do(send(helper, `a[href="${path}"]`));
  await look.at(helper);
  await beginning.do(send(helper, 'form[action$="/beginn"] button'));
  beginning.end(2);
  await says(helper, /Der Beginn ist vermerkt[^]*Begonnen/);
}

// A question and its answer stand in the thread.
export async function talk({ town, helper }, look, { path }) {
  await town.goto(`${path}/verlauf`);
  await look.at(town);
  await town.check('#art-frage');
  await send(town, '#schreiben > button');
  assert.equal(await town.locator('#nachricht-fehler').count(), 1);
  assert.ok(await town.isChecked('#art-frage'));
  await look.at(town);
  await town.fill('#nachricht', 'Brauchen Sie noch etwas von uns?');
  await send(town, '#schreiben > button');
  await says(town, /Ihre Nachricht ist gesendet/);
  await helper.goto(`${path}/verlauf`);
  await says(helper, /Brauchen Sie noch etwas von uns\?/);
  await send(helper, 'a[href*="?antwort="]');
  await helper.fill('#nachricht', 'Den Netzplan, bitte.');
  await send(helper, '#schreiben > button');
  await says(helper, /Den Netzplan, bitte/);
  await look.at(helper);
}

// Twenty days are too many, three are agreed by two keys.
export async function extend({ town, helper, house }, look, { path, until }) {
  await town.goto(path);
  const asking = part('later end asked for');
  const tooLate = local(after(Date.now(), 20));
  await asking.do(town.fill('#bis', tooLate));
  await asking.do(send(town, 'form[action$="/verlaengerung"] button'));
  assert.match(await town.textContent('#bis-fehler'), /Höchstens vierzehn Tage am Stück: spätestens/);
  assert.equal(await town.inputValue('#bis'), tooLate);
  await look.at(town);
  await asking.do(town.fill('#bis', local(after(until, 3))));
  await asking.do(send(town, 'form[action$="/verlaengerung"] button'));
  asking.end(4);
  await says(town, /Um Verlängerung wird gebeten[^]*Die Fachkraft und ihr Arbeitgeber antworten bis/);
  for (const page of [helper, house]) {
    await page.goto(path);
    await look.at(page);
    const agreeing = part('later end agreed');
    await agreeing.do(send(page, 'button[name=antwort][value=agree]'));
    agreeing.end(1);
    await says(page, /Ihre Antwort ist vermerkt/);
  }
  await town.goto(path);
  await look.at(town);
  await says(town, /Verlängert bis/);
}

// Whoever is called back is relieved: the draft asks for the same, and asks nobody yet.
export async function relieve({ town, house }, look, { path, need }) {
  await town.goto(path);
  assert.equal(await town.locator('form[action$="/abloesung"]').count(), 0);
  await house.goto(path);
  const calling = part('called back');
  await calling.do(opened(house, 'Zurückrufen'));
  await calling.do(house.fill('#am', local(after(Date.now(), 1.5))));
  await look.at(house);
  await calling.do(send(house, 'form[action$="/rueckruf"] button'));
  calling.end(3);
  await says(house, /Der Rückruf ist vermerkt/);
  await town.goto(path);
  await look.at(town);
  await send(town, 'form[action$="/abloesung"] button');
  const [request] = town.url().match(/req_[0-9a-f-]+/);
  await look.at(town);
  assert.ok((await town.textContent('main')).includes(need.label));
  assert.equal(await town.locator('form[action$="/alarmieren"]').count(), 1);
  await town.goto(path);
  await says(town, /Eine Ablösung wird gesucht/);
  return request;
}

// The last hour and a half, or the longer part of it when midnight is in between: a day, and two times of it.
function worked() {
  const [[before, from], [day, end]] = [after(Date.now(), -1 / 16), new Date()].map((at) => local(at).split('T'));
  if (before === day) return [day, from, end];
  return end < '00:45' ? [before, from, '23:59'] : [day, '00:00', end];
}

// What was worked, and what is handed over, before it ends.
export async function finish({ town, helper }, look, { path }) {
  await helper.goto(`${path}/zeiten`);
  await look.at(helper);
  const writing = part('times written');
  const [day, from, end] = worked();
  await writing.do(helper.fill('#tag', day));
  await writing.do(helper.fill('#von', from));
  await writing.do(helper.fill('#bis', end));
  // Nobody rests for longer than they work.
  await writing.do(helper.fill('#pause', '600'));
  await writing.do(send(helper, '#eintrag button'));
  assert.ok(await helper.locator('.field__error').count(), 'the break is too long');
  assert.equal(await helper.inputValue('#bis'), end);
  await look.at(helper);
  await writing.do(helper.fill('#pause', '0'));
  await writing.do(helper.check('#wo-remote'));
  await writing.do(send(helper, '#eintrag button'));
  writing.end(8);
  await says(helper, /Die Zeit ist gespeichert[^]*aus der Ferne/);

  await helper.goto(path);
  await says(helper, /Noch gibt es keine Übergabe/);
  await helper.goto(`${path}/uebergabe`);
  await look.at(helper);
  const handing = part('handed over');
  await handing.do(helper.fill('#stand', 'Geräte neu angemeldet, Richtlinien geprüft.'));
  await handing.do(helper.fill('#offen', 'Zwei Außenstellen fehlen noch.'));
  await handing.do(send(helper, 'form[action$="/uebergabe"] .actions button'));
  handing.end(3);
  await says(helper, /Die Übergabe ist gespeichert[^]*Fassung 1: Fachkraft/);
  await town.goto(`${path}/uebergabe`);
  await look.at(town);
  await says(town, /Zwei Außenstellen fehlen noch/);

  await helper.goto(path);
  await hides(helper, /Noch gibt es keine Übergabe/);
  const ending = part('ended');
  await ending.do(opened(helper, 'Einsatz beenden'));
  await ending.do(send(helper, 'form[action$="/ende"] button'));
  ending.end(2);
  await says(helper, /Der Einsatz ist beendet/);
  await look.at(helper);
}

export async function settleCosts({ town, house }, look, { path }) {
  await house.goto(`${path}/zeiten`);
  await look.at(house);
  await send(house, 'form[action$="/zeiten/bestaetigen"] button');
  await says(house, /Die Zeiten sind bestätigt/);
  await writeCosts(house, look, { path, sheet: 'aufstellung', amount: '212,50' });
  await says(house, /Die Aufstellung ist bei der Kommune/);
  await town.goto(`${path}/kosten`);
  await look.at(town);
  await send(town, 'button[name=was][value=accept]');
  await says(town, /Die Kosten sind angenommen[^]*212,50/);
  await town.goto(`${path}/kosten/druck`);
  await look.at(town);
  await says(town, /keine Rechnung im Sinne des Umsatzsteuergesetzes/);
  for (const [page, link, word] of [[town, 'costs.csv', 'Überstunden'], [house, 'times.csv', 'Tag']]) {
    await page.goto(`${path}/${link === 'costs.csv' ? 'kosten' : 'zeiten'}`);
    const table = await saved(page, `a[href$="/${link}"]`);
    // Spreadsheets know by the mark that it is UTF-8.
    assert.deepEqual([...table.subarray(0, 3)], [0xef, 0xbb, 0xbf]);
    assert.match(table.toString(), new RegExp(`${word}[^\n]*;|;[^\n]*${word}`));
  }
}

async function saved(page, link) {
  const saving = page.waitForEvent('download');
  await page.click(link);
  const parts = [];
  for await (const one of await (await saving).createReadStream()) parts.push(one);
  return Buffer.concat(parts);
}
