// Every page there is, and who looks at it.
import { BASE, accounts } from './browser.mjs';
import { deploymentPages } from './deployment-pages.mjs';
import { until } from './drop.mjs';
import { api } from './night.mjs';

const found = await fetch(`${BASE}/api/v1/experts?q=Veeam&limit=1`, { headers: { authorization: `Bearer ${accounts.requester.token}` } });
const [expert] = (await found.json()).items;
const served = await fetch(`${BASE}/api/v1/organisations?q=Anhalt-Bitterfeld&limit=1`, { headers: { authorization: `Bearer ${accounts.coordinator.token}` } });
const [district] = (await served.json()).items;
const self = await fetch(`${BASE}/api/v1/me`, { headers: { authorization: `Bearer ${accounts.member_manager.token}` } });
const manager = await self.json();
const own = await fetch(`${BASE}/api/v1/experts?scope=own&limit=1`, { headers: { authorization: `Bearer ${accounts.member_manager.token}` } });
const [colleague] = (await own.json()).items;
const entry = (part) => `/eintraege/${colleague.id}${part}`;
const offered = await fetch(`${BASE}/api/v1/offers?scope=own&kind=team_package&limit=1`, { headers: { authorization: `Bearer ${accounts.member_manager.token}` } });
const [offer] = (await offered.json()).items;
const waiting = await fetch(`${BASE}/api/v1/vetting-cases?limit=1`, { headers: { authorization: `Bearer ${accounts.vetter.token}` } });
const [vetting] = (await waiting.json()).items;
// A team from a file, with rows that are wrong.
const team = [
  'Art;Vorname;Nachname;E-Mail;Kurzbeschreibung;Fähigkeiten;Sprachen;Ort;Einsatzart',
  'Person;Erika;Beispiel;erika.beispiel@example.org;Datensicherung und Wiederherstellung;Veeam:3, AD:2;Deutsch:C2;Köthen (Anhalt);beides',
  'Person;Max;Beispiel;max.beispiel@example.org;Netze;Veam:3;Deutsch;Köthn;überall',
];
const form = new FormData();
form.append('file', new Blob([team.join('\r\n')]), 'team.csv');
const uploaded = await fetch(`${BASE}/api/v1/imports`, { method: 'POST', headers: { authorization: `Bearer ${accounts.member_manager.token}` }, body: form });
const teamImport = await uploaded.json();
// Somebody asks for help, from a place of the list and from one in no list.
const ask = async (fields) => {
  const body = new URLSearchParams({ symptom: 'files-encrypted', telefon: '0171 1234567', ...fields });
  const headers = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' };
  const asked = await fetch(`${BASE}/hilfe`, { method: 'POST', headers, body, redirect: 'manual' });
  return asked.headers.get('location');
};
const asked = await ask({ near: '15082180', betroffen: 'mail' });
await ask({ ort: 'Zweckverband Irgendwo', ort_frei: '1' });
// A town the desk knows, for which people are asked.
const send = async (path, body) => {
  const headers = { authorization: `Bearer ${accounts.coordinator.token}`, 'content-type': 'application/json' };
  const sent = await fetch(`${BASE}/api/v1/${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
  return sent.json();
};
const known = await send('incidents', { municipality: '15082015', symptom: 'files-encrypted', contact: { name: 'Max Muster', phone: '0171 1234567' } });
await send(`incidents/${known.id}/verify`, { method: 'known_person', reason: 'kenne ich seit Jahren' });
const request = await send(`incidents/${known.id}/requests`, {});
await send(`requests/${request.id}/alert`, {});
// It asks for an offer, too; the house is asked once more for another one.
const { items: [lent] } = await api('coordinator', 'offers?near=15082015&limit=2');
await send(`incidents/${known.id}/offer-requests`, { offer_id: lent.id });
await send(`incidents/${known.id}/offer-requests`, { offer_id: offer.id, message: 'Wir brauchen es dringend.' });
const helped = new URL(known.status_url, BASE).pathname;
// Somebody says on the phone that they talk to the town now, as soon as anybody is asked.
const asking = () => api('coordinator', `requests/${request.id}`);
let alert;
await until('somebody is asked', async () => ([alert] = (await asking()).alerts).length > 0);
await send(`alerts/${alert.id}/answer`, { answer: 'first_call' });
const { deployments: [deployment] } = await asking();
await send(`deployments/${deployment.id}/acceptance`, { decision: 'accept' });
const nobody = '0'.repeat(64);
const incidents = await fetch(`${BASE}/api/v1/incidents?state=unverified&limit=2`, { headers: { authorization: `Bearer ${accounts.coordinator.token}` } });
const { items: unverified } = await incidents.json();
const listed = unverified.find(({ municipality }) => municipality);
const unlisted = unverified.find(({ municipality }) => !municipality);
// The same town wants more people, and nobody is asked yet.
const draft = await send(`incidents/${known.id}/requests`, {});
const match = '/abgleich?near=15082&symptom=files-encrypted&phase=acute';

export const pages = [
  { name: 'start', path: '/' },
  { name: 'start-signed-in', path: '/', as: 'requester' },
  { name: 'help', path: '/hilfe' },
  { name: 'help-contact', path: '/hilfe?symptom=files-encrypted' },
  { name: 'help-card', path: '/hilfe?ort=15082180' },
  { name: 'help-english', path: '/hilfe?symptom=systems-down', english: true },
  { name: 'help-status', path: asked },
  { name: 'help-status-people', path: helped },
  { name: 'help-guide', path: `${helped}/leitfaden` },
  { name: 'help-withdraw', path: `${helped}/zurueckziehen` },
  { name: 'help-conditions', path: `${helped}/sofortvereinbarung` },
  { name: 'immediate-conditions', path: `/vorfaelle/${known.id}/sofortvereinbarung`, as: 'coordinator' },
  { name: 'legal-rules', path: '/verwaltung/rechtsgrundlagen', as: 'admin' },
  { name: 'legal-rules-english', path: '/verwaltung/rechtsgrundlagen', as: 'admin', english: true },
  { name: 'arrival-sheet-code', path: `${helped}/einsatzmappe` },
  { name: 'answer-unknown', path: `/a/${nobody}`, status: 404 },
  { name: 'release-unknown', path: `/freigabe/${nobody}`, status: 404 },
  { name: 'incidents', path: '/vorfaelle', as: 'coordinator' },
  { name: 'incidents-town', path: '/vorfaelle', as: 'requester', english: true },
  { name: 'incident', path: `/vorfaelle/${listed.id}`, as: 'coordinator' },
  { name: 'incident-details', path: `/vorfaelle/${listed.id}/angaben`, as: 'coordinator' },
  { name: 'incident-unlisted', path: `/vorfaelle/${unlisted.id}`, as: 'coordinator' },
  { name: 'intake', path: '/vorfaelle/neu', as: 'coordinator' },
  { name: 'intake-english', path: '/vorfaelle/neu', as: 'coordinator', english: true },
  { name: 'incident-verified', path: `/vorfaelle/${known.id}`, as: 'coordinator' },
  { name: 'situation-report', path: `/vorfaelle/${known.id}/lagebericht`, as: 'coordinator' },
  { name: 'situation-report-english', path: `/vorfaelle/${known.id}/lagebericht`, as: 'coordinator', english: true },
  { name: 'arrival-sheet', path: `/vorfaelle/${known.id}/einsatzmappe`, as: 'coordinator' },
  { name: 'arrival-sheet-form', path: `/vorfaelle/${known.id}/einsatzmappe/bearbeiten`, as: 'coordinator' },
  { name: 'arrival-sheet-form-english', path: `/vorfaelle/${known.id}/einsatzmappe/bearbeiten`, as: 'coordinator', english: true },
  { name: 'request-needs', path: `/vorfaelle/${known.id}/ersuchen`, as: 'coordinator' },
  { name: 'borrowing', path: `/vorfaelle/${known.id}/angebote`, as: 'coordinator' },
  { name: 'borrowing-english', path: `/vorfaelle/${known.id}/angebote?kind=devices`, as: 'coordinator', english: true },
  { name: 'ask-offer', path: `/vorfaelle/${known.id}/angebote/${lent.id}`, as: 'coordinator' },
  { name: 'request-draft', path: `/ersuchen/${draft.id}`, as: 'coordinator' },
  { name: 'request-preview', path: `/ersuchen/${draft.id}?vorschau=ja`, as: 'coordinator' },
  { name: 'request', path: `/ersuchen/${request.id}`, as: 'coordinator' },
  { name: 'request-english', path: `/ersuchen/${request.id}`, as: 'coordinator', english: true },
  { name: 'deployments', path: '/einsaetze', as: 'expert' },
  { name: 'deployment', path: `/einsaetze/${deployment.id}`, as: 'coordinator' },
  { name: 'deployment-english', path: `/einsaetze/${deployment.id}`, as: 'coordinator', english: true },
  { name: 'deployments-desk', path: '/einsaetze', as: 'coordinator', english: true },
  { name: 'thread', path: `/einsaetze/${deployment.id}/verlauf`, as: 'coordinator' },
  { name: 'thread-english', path: `/einsaetze/${deployment.id}/verlauf`, as: 'coordinator', english: true },
  ...deploymentPages,
  { name: 'give-and-take', path: '/organisation/geben-und-nehmen', as: 'member_manager' },
  { name: 'give-and-take-all', path: '/organisation/geben-und-nehmen', as: 'coordinator', english: true },
  { name: 'lessons', path: '/erfahrungen', as: 'coordinator' },
  { name: 'lessons-english', path: '/erfahrungen?phase=acute', as: 'expert', english: true },
  { name: 'lesson-form', path: `/vorfaelle/${known.id}/lehre`, as: 'coordinator' },
  { name: 'figures', path: '/zahlen', as: 'coordinator' },
  { name: 'figures-english', path: '/zahlen', as: 'auditor', english: true },
  { name: 'roster', path: '/bereitschaft', as: 'coordinator' },
  { name: 'roster-english', path: '/bereitschaft', as: 'admin', english: true },
  { name: 'sign-in', path: '/anmelden' },
  { name: 'status', path: '/status' },
  { name: 'imprint', path: '/impressum' },
  { name: 'privacy', path: '/datenschutz' },
  { name: 'accessibility', path: '/barrierefreiheit' },
  { name: 'components', path: '/bausteine' },
  { name: 'start-english', path: '/', english: true },
  { name: 'not-found', path: '/gibt-es-nicht', status: 404 },
  { name: 'forbidden', path: '/suche', as: 'auditor', status: 403 },
  { name: 'search', path: '/suche', as: 'requester' },
  { name: 'search-words', path: '/suche?q=Datensicherng+Veeam&near=15082180&sort=distance', as: 'requester' },
  { name: 'search-filters', path: '/suche?product=product:veeam&language=en&availability=now&min_level=3', as: 'requester' },
  { name: 'search-nothing', path: '/suche?q=Quastenflosser', as: 'requester' },
  { name: 'search-ambiguous', path: '/suche?ort=Neuenkirchen', as: 'requester' },
  { name: 'expert', path: `/fachkraefte/${expert.id}`, as: 'requester' },
  { name: 'search-english', path: '/suche?q=backup', as: 'requester', english: true },
  { name: 'match-english', path: match, as: 'requester', english: true },
  { name: 'map', path: '/karte', as: 'requester' },
  { name: 'map-land', path: '/karte?land=15', as: 'coordinator' },
  { name: 'match', path: '/abgleich', as: 'requester' },
  { name: 'match-incomplete', path: '/abgleich?phase=acute&ort=Halle', as: 'requester' },
  { name: 'match-result', path: match, as: 'requester' },
  { name: 'account', path: '/konto', as: 'coordinator' },
  { name: 'confirm', path: '/bestaetigen', as: 'vetter' },
  { name: 'recovery', path: '/wiederherstellung', as: 'member_manager' },
  { name: 'messages', path: '/konto/mitteilungen', as: 'expert' },
  { name: 'messages-vetter', path: '/konto/mitteilungen', as: 'vetter' },
  { name: 'messages-coordinator', path: '/konto/mitteilungen', as: 'coordinator' },
  { name: 'own-data', path: '/konto/meine-daten', as: 'expert' },
  { name: 'own-data-copy', path: '/konto/meine-daten/kopie', as: 'expert' },
  { name: 'erase', path: '/konto/loeschen', as: 'expert' },
  { name: 'erase-last-admin', path: '/konto/loeschen', as: 'admin' },
  { name: 'consents', path: '/einwilligungen', as: 'expert' },
  { name: 'entry', path: entry(''), as: 'member_manager' },
  { name: 'entry-contact', path: entry('/kontakt'), as: 'member_manager' },
  { name: 'entry-skills', path: entry('/faehigkeiten'), as: 'member_manager' },
  { name: 'entry-certificates', path: entry('/zertifikate'), as: 'member_manager' },
  { name: 'entry-languages', path: entry('/sprachen'), as: 'member_manager', english: true },
  { name: 'entry-deployment', path: entry('/einsatz'), as: 'member_manager' },
  { name: 'entry-description', path: entry('/beschreibung'), as: 'member_manager' },
  { name: 'entry-availability', path: entry('/verfuegbarkeit'), as: 'member_manager' },
  { name: 'entry-calendar-file', path: entry('/verfuegbarkeit/datei'), as: 'member_manager' },
  { name: 'availability', path: '/verfuegbarkeit', as: 'expert' },
  { name: 'evidence', path: '/profil/nachweise', as: 'expert' },
  { name: 'private-contact', path: '/profil/erreichbarkeit', as: 'expert' },
  { name: 'reveals', path: '/einblicke', as: 'expert' },
  { name: 'reveals-english', path: '/einblicke', as: 'expert', english: true },
  { name: 'consents-english', path: '/einwilligungen', as: 'expert', english: true },
  { name: 'second-factor', path: '/konto/zweiter-faktor', as: 'vetter' },
  { name: 'audit', path: '/protokoll', as: 'auditor' },
  { name: 'administration', path: '/verwaltung', as: 'admin' },
  { name: 'accounts', path: '/verwaltung/konten', as: 'admin' },
  { name: 'accounts-filtered', path: '/verwaltung/konten?rolle=vetter&zustand=open', as: 'admin' },
  { name: 'new-account', path: '/verwaltung/konten/neu', as: 'admin' },
  { name: 'account-kept', path: `/verwaltung/konten/${manager.id}`, as: 'admin' },
  { name: 'organisations', path: '/verwaltung/organisationen?mitglied=ja', as: 'admin' },
  { name: 'new-organisation', path: '/verwaltung/organisationen/neu', as: 'admin' },
  { name: 'organisation-kept', path: `/verwaltung/organisationen/${district.id}`, as: 'admin' },
  { name: 'contacts', path: '/verwaltung/kontakte', as: 'admin' },
  { name: 'new-contact', path: '/verwaltung/kontakte/neu', as: 'admin' },
  { name: 'regions', path: '/verwaltung/gebiete', as: 'admin' },
  { name: 'terms', path: '/verwaltung/begriffe?achse=product&q=veeam', as: 'admin' },
  { name: 'new-term', path: '/verwaltung/begriffe/neu?achse=domain', as: 'admin' },
  { name: 'term', path: '/verwaltung/begriffe/product:veeam', as: 'admin' },
  { name: 'deliveries', path: '/verwaltung/zustellung', as: 'admin' },
  { name: 'texts', path: '/verwaltung/texte', as: 'admin' },
  { name: 'text', path: '/verwaltung/texte/first-aid', as: 'admin' },
  { name: 'keys', path: '/verwaltung/schluessel', as: 'admin' },
  { name: 'alarms', path: '/verwaltung/warnungen', as: 'coordinator' },
  { name: 'decoys', path: '/verwaltung/koeder', as: 'admin' },
  { name: 'invitation-over', path: `/einladung/${'0'.repeat(64)}`, status: 410 },
  { name: 'still-right-over', path: `/stimmt-noch/${'0'.repeat(64)}`, status: 410 },
  { name: 'profile', path: '/profil', as: 'expert' },
  { name: 'organisation', path: '/organisation', as: 'member_manager' },
  { name: 'organisation-town', path: '/organisation', as: 'requester' },
  { name: 'releases', path: '/organisation/freigaben', as: 'member_manager' },
  { name: 'capacity', path: '/organisation/kapazitaet', as: 'member_manager' },
  { name: 'own-offers', path: '/organisation/angebote', as: 'member_manager' },
  { name: 'new-offer', path: '/organisation/angebote/neu?art=team_package', as: 'member_manager' },
  { name: 'new-offer-procedure', path: '/organisation/angebote/neu?art=procedure', as: 'member_manager', english: true },
  { name: 'own-offer', path: `/organisation/angebote/${offer.id}`, as: 'member_manager' },
  { name: 'offer-answers', path: '/organisation/angebote/anfragen', as: 'member_manager' },
  { name: 'offers', path: '/angebote', as: 'requester' },
  { name: 'offers-filtered', path: '/angebote?kind=workplaces&near=15082180&radius_km=50', as: 'requester' },
  { name: 'offers-english', path: '/angebote?procedure=procedure:meldewesen', as: 'requester', english: true },
  { name: 'offers-nothing', path: '/angebote?q=Quastenflosser', as: 'coordinator' },
  { name: 'team-invitations', path: '/organisation/einladungen', as: 'member_manager' },
  { name: 'join-over', path: `/einladungen/${'0'.repeat(64)}`, status: 410 },
  { name: 'delegations', path: '/organisation/vertretung', as: 'member_manager' },
  { name: 'report', path: '/organisation/bericht', as: 'member_manager' },
  { name: 'struck', path: '/organisation/betroffen', as: 'member_manager' },
  { name: 'participation', path: '/organisation/mitbestimmung', as: 'member_manager' },
  { name: 'duty-phone', path: '/organisation/telefon', as: 'member_manager' },
  { name: 'insurance', path: '/organisation/versicherung', as: 'member_manager' },
  { name: 'member-conditions', path: '/organisation/bedingungen', as: 'member_manager' },
  { name: 'import', path: '/organisation/import', as: 'member_manager' },
  { name: 'import-checked', path: `/organisation/import/${teamImport.id}`, as: 'member_manager' },
  { name: 'import-english', path: '/organisation/import', as: 'member_manager', english: true },
  { name: 'emergency-card', path: '/notfallkarte' },
  { name: 'conditions', path: '/einsatzbedingungen' },
  { name: 'conditions-english', path: '/einsatzbedingungen', english: true },
  { name: 'town', path: '/kommune', as: 'requester' },
  { name: 'cards', path: '/notfallkarten', as: 'coordinator' },
  { name: 'cards-served', path: '/organisation/notfallkarten', as: 'member_manager' },
  { name: 'issue-card', path: '/notfallkarten/ausstellen?place=15082180', as: 'coordinator' },
  { name: 'issue-card-where', path: '/notfallkarten/ausstellen?ort=Halle', as: 'coordinator' },
  { name: 'town-card', path: `/notfallkarten/${district.id}`, as: 'coordinator' },
  { name: 'vetting', path: '/pruefung', as: 'vetter' },
  { name: 'vetting-filtered', path: '/pruefung?stand=decided&art=renewal', as: 'vetter' },
  { name: 'vetting-renewals', path: '/pruefung/verlaengerungen', as: 'vetter' },
  { name: 'vetting-case', path: `/pruefung/${vetting.id}`, as: 'vetter' },
  { name: 'vetting-case-english', path: `/pruefung/${vetting.id}`, as: 'vetter2', english: true },
];
