//! What purposes, periods and readers are called.

use web::Language;

use super::{Class, Kept, Purpose, Reader};
use crate::privacy::{ANSWER_DAYS, Retention};

/// A text in both languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Words {
    /// German.
    pub de: &'static str,
    /// English.
    pub en: &'static str,
}

impl Words {
    pub(super) const NONE: Self = Self::new("", "");

    pub(super) const fn new(de: &'static str, en: &'static str) -> Self {
        Self { de, en }
    }

    /// The text in a language.
    pub const fn pick(self, language: Language) -> &'static str {
        match language {
            Language::German => self.de,
            Language::English => self.en,
        }
    }
}

impl Class {
    /// What it is called.
    pub const fn words(self) -> Words {
        match self {
            Self::None => Words::new("ohne Personenbezug", "about no person"),
            Self::Pseudonym => Words::new("Pseudonym", "pseudonym"),
            Self::Personal => Words::new("personenbezogen", "personal"),
            Self::Sealed => Words::new("personenbezogen, verschlüsselt", "personal, encrypted"),
            Self::Named => Words::new(
                "personenbezogen (benannte Personen ohne Konto), verschlüsselt",
                "personal (people named, without an account), encrypted",
            ),
            Self::Secret => Words::new(
                "Geheimnis, nur als Prüfwert oder verschlüsselt",
                "secret, hashed or encrypted",
            ),
            Self::Operational => Words::new("betrieblich", "operational"),
        }
    }
}

impl Purpose {
    /// What it is called.
    pub const fn words(self) -> Words {
        match self {
            Self::Access => Words::new(
                "Anmelden und Zugang schützen",
                "Signing in and protecting access",
            ),
            Self::Register => Words::new(
                "Fachkräfte finden und abgleichen",
                "Finding and matching experts",
            ),
            Self::Vetting => Words::new(
                "Fachkräfte prüfen und aufnehmen",
                "Vetting and admitting experts",
            ),
            Self::Deployment => Words::new(
                "Um Hilfe fragen und Einsatztage zählen",
                "Asking for help and counting days of deployment",
            ),
            Self::Accountability => Words::new(
                "Nachweisen, wer was getan und gesehen hat",
                "Showing who did and saw what",
            ),
            Self::Operation => Words::new("Den Dienst betreiben", "Running the service"),
        }
    }
}

impl Reader {
    /// What they are called.
    pub const fn words(self) -> Words {
        match self {
            Self::Oneself => Words::new("die Person selbst", "the person"),
            Self::Employer => Words::new(
                "die Verwaltung des eigenen Arbeitgebers",
                "the managers of the own employer",
            ),
            Self::Searchers => Words::new(
                "angemeldete Suchende, nur unter der Kennung",
                "signed-in searchers, under the alias only",
            ),
            Self::Vetters => Words::new("die Prüfstelle", "vetters"),
            Self::Coordinators => Words::new("die Koordinierungsstelle", "coordinators"),
            Self::Towns => Words::new(
                "die Kommune, der geholfen wird (unter der Kennung; Name und dienstlicher Kontakt erst, wenn alle verbindlich zugesagt haben)",
                "the town that is helped (under the alias; name and contact at work only once all are committed)",
            ),
            Self::Admins => Words::new("die Systemverwaltung", "admins"),
            Self::Auditors => Words::new("die Revision", "auditors"),
            Self::Program => Words::new("sonst nur das Programm", "otherwise the program only"),
        }
    }
}

impl Kept {
    /// How long that is under these settings.
    #[expect(clippy::too_many_lines, reason = "one arm a period")]
    pub fn text(self, retention: &Retention, language: Language) -> String {
        let Retention {
            session_days,
            token_days,
            view_days,
            alarm_days,
            evidence_days,
            unused_evidence_days,
            delivery_days,
            unverified_incident_days,
            incident_days,
            audit_years,
            migration_copy_days: _,
        } = *retention;
        let (de, en) = match self {
            Self::Account => (
                "bis zur Löschung des Kontos".to_owned(),
                "until the account is erased".to_owned(),
            ),
            Self::Entry => (
                "bis zur Löschung des Eintrags".to_owned(),
                "until the entry is erased".to_owned(),
            ),
            Self::Proof => (
                "nach der Löschung nur noch unter der Kennung, als Nachweis".to_owned(),
                "after erasure under the pseudonym only, as proof".to_owned(),
            ),
            Self::SignIn => (
                format!("{session_days} Tage nach Beginn der Sitzung"),
                format!("{session_days} days after the session began"),
            ),
            Self::Tokens => (
                format!("{token_days} Tage nach Ablauf oder Entzug"),
                format!("{token_days} days after it expired or was revoked"),
            ),
            Self::Views => (
                format!("{view_days} Tage nach dem Ansehen"),
                format!("{view_days} days after looking"),
            ),
            Self::Alarms => (
                format!("{alarm_days} Tage nach der Erledigung"),
                format!("{alarm_days} days after it was closed"),
            ),
            Self::Evidence => (
                format!(
                    "{evidence_days} Tage nach der Entscheidung, ohne Prüfung {unused_evidence_days} Tage"
                ),
                format!(
                    "{evidence_days} days after the decision, {unused_evidence_days} days without vetting"
                ),
            ),
            Self::Deliveries => (
                format!("{delivery_days} Tage nach dem Versand"),
                format!("{delivery_days} days after sending"),
            ),
            Self::Incidents => (
                format!(
                    "{incident_days} Tage nach dem Ende des Vorfalls, unbestätigt {unverified_incident_days} Tage"
                ),
                format!(
                    "{incident_days} days after the incident ended, {unverified_incident_days} days unverified"
                ),
            ),
            Self::Answers => (
                format!(
                    "dass jemand gefragt wurde, {incident_days} Tage nach dem Ende des Vorfalls; was geantwortet wurde, {ANSWER_DAYS} Tage"
                ),
                format!(
                    "that somebody was asked, {incident_days} days after the incident ended; what was answered, {ANSWER_DAYS} days"
                ),
            ),
            Self::Shifts => (
                "ein Jahr nach dem Ende der Schicht".to_owned(),
                "a year after the shift ended".to_owned(),
            ),
            Self::Ended => (
                "bis Sie die Verfügbarkeit nach dem letzten Tag neu speichern, sonst bis zur Löschung des Eintrags".to_owned(),
                "until the availability is saved after the last day, else until the entry is erased".to_owned(),
            ),
            Self::Day => ("24 Stunden".to_owned(), "24 hours".to_owned()),
            Self::Week => ("eine Woche".to_owned(), "a week".to_owned()),
            Self::Done => (
                "bis es erledigt oder abgelaufen ist".to_owned(),
                "until it is done or has run out".to_owned(),
            ),
            Self::Audit => (
                format!("{audit_years} Jahre"),
                format!("{audit_years} years"),
            ),
            Self::Always => (
                "solange es das Register gibt".to_owned(),
                "as long as there is the register".to_owned(),
            ),
        };
        match language {
            Language::German => de,
            Language::English => en,
        }
    }
}

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
];
