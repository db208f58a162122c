// From somebody of the manager's house who is picked to a deployment all said yes to, by the API.
import { api } from './night.mjs';
import { until } from './drop.mjs';

const TOWN = '15082';
export const inHours = (hours) => new Date(Date.now() + hours * 3_600_000).toISOString();
const best = ({ skills }) => skills.reduce((one, other) => (other.level > one.level ? other : one));

// Who can be found, of the manager's own house.
export async function house() {
  const { items } = await api('member_manager', 'experts?scope=own&limit=100');
  const own = await Promise.all(items.map(({ id }) => api('member_manager', `experts/${id}`)));
  return own.filter(({ kind, standing }) => kind === 'person' && standing.eligible);
}

// Whether the demo's own expert is this person: nobody else with their rights sees the name.
export const isExpert = async ({ id }) => Boolean((await api('expert', `experts/${id}`)).identity);

// On call somebody is asked at night, too; the employer alone plans it.
export async function onCall({ id }) {
  await api('member_manager', `experts/${id}/availability`, { state: 'now' }, { method: 'PUT' });
  await api('member_manager', `experts/${id}/on-call`, { periods: [{ from: inHours(-0.01), until: inHours(8) }] }, { method: 'PUT' });
}

// At hand at any hour. What it was before, to be given back.
export async function atHand({ id, availability, release }, change = {}) {
  const { etag } = await api('member_manager', `experts/${id}`);
  await api('member_manager', `experts/${id}`, { mode: 'either', ...change }, { method: 'PATCH', 'if-match': etag });
  await onCall({ id });
  return { id, availability, release };
}

export async function asBefore({ id, availability, release }) {
  await api('member_manager', `experts/${id}/on-call`, { periods: [] }, { method: 'PUT' });
  await api('member_manager', `experts/${id}/availability`, availability, { method: 'PUT' });
  const { etag } = await api('member_manager', `experts/${id}`);
  await api('member_manager', `experts/${id}`, { release }, { method: 'PATCH', 'if-match': etag });
}

// The requester's own town, which the desk knows.
export async function verifiedTown() {
  const contact = { name: 'Max Muster', phone: '0171 1234567' };
  const known = await api(null, 'incidents', { municipality: TOWN, symptom: 'files-encrypted', contact });
  await api('coordinator', `incidents/${known.id}/verify`, { method: 'known_person', reason: 'kenne ich seit Jahren' });
  return known;
}

// A place from afar for what this person does best. Nothing when they cannot be asked, as somebody else asks them.
async function picked(incident, helper, { label, from }) {
  const { id: skill, level } = best(helper);
  const need = { label, mode: 'remote', days: 3, skills: [{ id: skill, min_level: level, required: true }] };
  const request = await api('coordinator', `incidents/${incident.id}/requests`, { needs: [need], from });
  const choice = { need_id: request.needs[0].id, expert_id: helper.id, choice: 'pick' };
  // What was changed of an entry takes a moment until it is found.
  const isNext = async () => {
    await api('coordinator', `requests/${request.id}/choices`, choice);
    const { would_alert: next } = await api('coordinator', `requests/${request.id}/alert`, { preview: true });
    return next.some(({ expert }) => expert.id === helper.id);
  };
  try {
    await until(`${helper.alias} can be asked`, () => isNext().catch(() => false), 5);
    return request;
  } catch {
    return null;
  }
}

// All say yes: the person on the phone, their house, and the town.
export async function committed(incident, helper, { label, from = null }) {
  const request = await picked(incident, helper, { label, from });
  if (!request) return null;
  await api('coordinator', `requests/${request.id}/alert`, {});
  const theirs = ({ expert_id: id }) => id === helper.id;
  const shown = () => api('coordinator', `requests/${request.id}`);
  const alert = await until(`${helper.alias} is asked`, async () => (await shown()).alerts.find(theirs));
  await api('coordinator', `alerts/${alert.id}/answer`, { answer: 'remote', rested: true });
  const { id, state } = (await shown()).deployments.find(theirs);
  if (state === 'agreed') await api('member_manager', `deployments/${id}/release`, { decision: 'release' });
  await api('requester', `deployments/${id}/acceptance`, { decision: 'accept' });
  return { ...await api('coordinator', `deployments/${id}`), need: request.needs[0].wanted };
}
