// Pages of deployments all said yes to, in a town of the requester's: one runs, one is over. Part of pages.mjs.
import assert from 'node:assert/strict';
import { asBefore, atHand, committed, house, inHours, isExpert, verifiedTown } from './committed.mjs';
import { api } from './night.mjs';

const here = await verifiedTown();
const deployed = [];
for (const one of await house()) {
  if (deployed.length === 2) break;
  // The demo's own expert has a story of their own.
  if (one.release?.form !== 'standing' || await isExpert(one)) continue;
  const was = await atHand(one);
  const helps = await committed(here, one, { label: 'Geräte neu anmelden' });
  await asBefore(was);
  if (helps) deployed.push(helps);
}
assert.equal(deployed.length, 2, 'two people of the house help');
const [runs, over] = deployed.map(({ id }) => id);

const sheet = { kind: 'reimbursement', lines: [{ category: 'overtime', from: inHours(0).slice(0, 10), amount_cents: 24_000, note: 'Wochenende' }], send: true };
const put = { method: 'PUT' };
const held = await api('requester', `incidents/${here.id}/arrival-sheet`);
const arrival = { lead_name: 'Karin Krause, Amtsleiterin', lead_phone: '0171 2345678', entrance: 'Hintereingang', stop_name: 'Haustechnik', stop_phone: '0171 2345679' };
await api('requester', `incidents/${here.id}/arrival-sheet`, { texts: arrival }, { ...put, 'if-match': held.etag });
for (const id of [runs, over]) {
  await api('requester', `deployments/${id}/readiness/backups_safe`, { done: true }, put);
  await api('requester', `deployments/${id}/basis`, { legal_basis: 'amtshilfe', personnel_form: 'remote' }, put);
  await api('member_manager', `deployments/${id}/estimate`, sheet, { ...put, 'if-match': '"0"' });
  await api('requester', `deployments/${id}/start`, {});
  await api('member_manager', `deployments/${id}/times`, { from: inHours(-2), until: inHours(-1), mode: 'travel', note: 'Gerät gebracht' });
  await api('requester', `deployments/${id}/messages`, { type: 'RequestInformation', text: 'Brauchen Sie noch etwas von uns?' });
  await api('requester', `deployments/${id}/hand-over`, { texts: { state: 'Geräte neu angemeldet.', open_points: 'Zwei Außenstellen fehlen.' } });
}
await api('requester', `deployments/${runs}/extend`, { until: inHours(5 * 24) });
await api('requester', `deployments/${over}/end`, {});
await api('member_manager', `deployments/${over}/costs`, sheet, { ...put, 'if-match': '"0"' });

const [hub, past] = [runs, over].map((id) => `/einsaetze/${id}`);

export const deploymentPages = [
  { name: 'deployment-runs', path: hub, as: 'requester' },
  { name: 'deployment-runs-english', path: hub, as: 'requester', english: true },
  { name: 'deployment-runs-desk', path: hub, as: 'coordinator' },
  { name: 'deployment-runs-house', path: hub, as: 'member_manager' },
  { name: 'deployment-over', path: past, as: 'requester' },
  { name: 'deployment-order', path: `${hub}/auftrag`, as: 'requester' },
  { name: 'deployment-order-english', path: `${hub}/auftrag`, as: 'coordinator', english: true },
  { name: 'deployment-basis', path: `${hub}/rechtsgrundlage`, as: 'requester' },
  { name: 'deployment-basis-english', path: `${hub}/rechtsgrundlage`, as: 'coordinator', english: true },
  { name: 'deployment-arrival-sheet', path: `/vorfaelle/${here.id}/einsatzmappe`, as: 'requester' },
  { name: 'deployment-arrival-sheet-house', path: `/vorfaelle/${here.id}/einsatzmappe`, as: 'member_manager' },
  { name: 'deployment-arrival-sheet-form', path: `/vorfaelle/${here.id}/einsatzmappe/bearbeiten`, as: 'requester' },
  { name: 'deployment-costs', path: `${hub}/kosten`, as: 'requester' },
  { name: 'deployment-costs-over', path: `${past}/kosten`, as: 'requester' },
  { name: 'deployment-costs-desk', path: `${past}/kosten`, as: 'coordinator', english: true },
  { name: 'deployment-costs-print', path: `${past}/kosten/druck`, as: 'requester' },
  { name: 'deployment-costs-form', path: `${hub}/kosten/aufstellung`, as: 'member_manager' },
  { name: 'deployment-costs-form-english', path: `${hub}/kosten/aufstellung`, as: 'member_manager', english: true },
  { name: 'deployment-times', path: `${hub}/zeiten`, as: 'member_manager' },
  { name: 'deployment-times-town', path: `${hub}/zeiten`, as: 'requester' },
  { name: 'deployment-times-english', path: `${hub}/zeiten`, as: 'member_manager', english: true },
  { name: 'deployment-hand-over', path: `${hub}/uebergabe`, as: 'requester' },
  { name: 'deployment-hand-over-english', path: `${past}/uebergabe`, as: 'coordinator', english: true },
  { name: 'deployment-thread', path: `${hub}/verlauf`, as: 'requester' },
  { name: 'deployment-thread-english', path: `${past}/verlauf`, as: 'member_manager', english: true },
  { name: 'deployment-review', path: `${past}/rueckblick`, as: 'requester' },
  { name: 'deployment-review-desk', path: `${past}/rueckblick`, as: 'coordinator' },
  { name: 'deployment-review-english', path: `${past}/rueckblick`, as: 'member_manager', english: true },
  { name: 'deployment-lesson-form', path: `/vorfaelle/${here.id}/lehre`, as: 'requester' },
];
