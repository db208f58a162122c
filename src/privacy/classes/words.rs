//! What purposes, periods and readers are called.

use web::Language;

use super::{Class, Kept, Purpose, Reader};
use crate::privacy::{ANSWER_DAYS, MESSAGE_DAYS, ORDER_YEARS, PAPER_DAYS, Retention};

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
                    "{incident_days} Tage nach dem Ende des Vorfalls, unbestätigt {unverified_incident_days} Tage; was zu einem Auftrag gehört, {ORDER_YEARS} Jahre"
                ),
                format!(
                    "{incident_days} days after the incident ended, {unverified_incident_days} days unverified; what belongs to an order, {ORDER_YEARS} years"
                ),
            ),
            Self::Closed => (
                format!("{PAPER_DAYS} Tage nach dem Ende des Vorfalls"),
                format!("{PAPER_DAYS} days after the incident ended"),
            ),
            Self::Answers => (
                format!(
                    "dass jemand gefragt wurde, {incident_days} Tage nach dem Ende des Vorfalls; was geantwortet wurde, {ANSWER_DAYS} Tage"
                ),
                format!(
                    "that somebody was asked, {incident_days} days after the incident ended; what was answered, {ANSWER_DAYS} days"
                ),
            ),
            Self::Messages => (
                format!("{MESSAGE_DAYS} Tage nach dem Ende des Vorfalls"),
                format!("{MESSAGE_DAYS} days after the incident ended"),
            ),
            Self::Shifts => (
                "ein Jahr nach dem Ende der Schicht".to_owned(),
                "a year after the shift ended".to_owned(),
            ),
            Self::Reviews => (
                "ein Jahr nach dem Ende des Einsatzes".to_owned(),
                "a year after the deployment ended".to_owned(),
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
