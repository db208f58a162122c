//! What stored words mean.

use super::Words;

/// What a stored word means; a word that is not one of ours has no other.
pub(in crate::privacy) fn stored_words(stored: &str) -> Option<Words> {
    STORED
        .iter()
        .find(|(word, ..)| *word == stored)
        .map(|(_, de, en)| Words::new(de, en))
}

const STORED: &[(&str, &str, &str)] = &[
    ("person", "Person", "person"),
    ("capacity", "Teamkapazität", "team capacity"),
    ("on_site", "vor Ort", "on site"),
    ("remote", "aus der Ferne", "remote"),
    ("either", "vor Ort oder aus der Ferne", "on site or remote"),
    ("self", "eigene Angabe", "own statement"),
    (
        "employer",
        "vom Arbeitgeber bestätigt",
        "confirmed by the employer",
    ),
    ("certified", "zertifiziert", "certified"),
    ("deployment", "im Einsatz gezeigt", "proven in deployment"),
    ("now", "sofort", "now"),
    ("24h", "binnen 24 Stunden", "within 24 hours"),
    ("72h", "binnen 72 Stunden", "within 72 hours"),
    ("later", "später", "later"),
    ("remote_only", "nur aus der Ferne", "remote only"),
    ("none", "nicht", "not"),
    ("by_person", "der Person", "the person"),
    ("by_employer", "dem Arbeitgeber", "the employer"),
    ("work_mobile", "Diensthandy", "duty mobile"),
    ("work_phone", "Telefon dienstlich", "telephone at work"),
    ("work_email", "E-Mail dienstlich", "mail at work"),
    ("private_mobile", "Handy privat", "private mobile"),
    ("private_phone", "Telefon privat", "private telephone"),
    ("private_email", "E-Mail privat", "private mail"),
    (
        "private_contact",
        "auch privat gefragt werden",
        "being asked privately too",
    ),
    ("matching", "gefunden werden", "being found"),
    ("alerts", "gefragt werden", "being asked"),
    ("primary", "erste Kraft", "first"),
    ("deputy", "Vertretung", "deputy"),
    ("third", "dritte Kraft", "third"),
    ("basic", "Grundaufnahme", "basic admission"),
    ("extended", "erweiterte Aufnahme", "extended admission"),
    ("standing", "dauerhaft", "standing"),
    ("each_time", "für jeden Einsatz", "for each deployment"),
    ("admission", "Aufnahme", "admission"),
    ("open", "offen", "open"),
    ("decided", "entschieden", "decided"),
    ("withdrawn", "zurückgezogen", "withdrawn"),
    ("admit", "aufnehmen", "admit"),
    ("reject", "ablehnen", "reject"),
    ("request_changes", "Änderungen erbeten", "changes requested"),
    ("keeping", "Pflege des Eintrags", "keeping the entry"),
    ("conflict", "Interessenkonflikt", "conflict of interest"),
    ("read", "lesen", "read"),
    ("read write", "lesen und ändern", "read and write"),
    (
        "read write reveal",
        "lesen, ändern, Kontakt offenlegen",
        "read, write, reveal contact",
    ),
    ("set_password", "Passwort wählen", "choose a password"),
    (
        "second_factor",
        "Anmeldung abschließen",
        "finish signing in",
    ),
    ("expert", "Fachkraft", "expert"),
    (
        "member_manager",
        "Verwaltung einer Mitgliedsorganisation",
        "manager of a member",
    ),
    ("requester", "anfragende Kommune", "requesting municipality"),
    ("vetter", "Prüfstelle", "vetter"),
    ("coordinator", "Koordinierungsstelle", "coordinator"),
    ("admin", "Systemverwaltung", "administrator"),
    ("auditor", "Revision", "auditor"),
    (
        "land_liaison",
        "Verbindungsstelle des Landes",
        "liaison of a Land",
    ),
    ("amtshilfe", "Amtshilfe", "administrative assistance"),
    (
        "public_law_agreement",
        "öffentlich-rechtliche Vereinbarung",
        "agreement under public law",
    ),
    ("contract", "Vertrag", "contract"),
    (
        "membership",
        "Mitgliedschaft (Inhouse)",
        "membership (in-house)",
    ),
    (
        "disaster_law",
        "Katastrophenschutzrecht",
        "disaster control law",
    ),
    ("business_trip", "Dienstreise", "business trip"),
    ("secondment", "Abordnung", "secondment"),
    ("assignment", "Zuweisung", "assignment"),
    (
        "service_contract",
        "Dienstleistungsvertrag",
        "service contract",
    ),
];
