//! `/profil` and `/eintraege/{id}`: an entry as its person and its employer see it, with what can be changed.

use askama::Template;
use i18n_embed_fl::fl;

use super::{EntrySection, OwnStep, OwnVetting};
use crate::parts::{
    Availability, Certification, EntryKind, LanguageSkill, Skill, WorkMode, level_label,
};
use crate::{Frame, assets};

/// The own entry.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/profile.html")]
pub struct ProfilePage {
    /// Surroundings.
    pub frame: Frame,
    /// Public name.
    pub alias: String,
    /// A person or a nameless capacity.
    pub kind: EntryKind,
    /// Who the person is; a capacity has none.
    pub identity: Option<Identity>,
    /// Whether it is found, and what is missing.
    pub standing: Standing,
    /// Short public description.
    pub headline: String,
    /// Paragraphs of the public text.
    pub text: Vec<String>,
    /// Skills, best first.
    pub skills: Vec<Skill>,
    /// Certificates.
    pub certifications: Vec<Certification>,
    /// Languages.
    pub languages: Vec<LanguageSkill>,
    /// Name of the employer.
    pub organisation: String,
    /// Name of the place it is based at.
    pub base: String,
    /// How far it travels, road kilometres.
    pub radius_km: u16,
    /// Where it works.
    pub mode: WorkMode,
    /// Longest deployment in days.
    pub max_days: u16,
    /// Hours between saying yes and starting.
    pub notice_hours: u16,
    /// How soon it can start.
    pub availability: Availability,
    /// Whether it may be alerted at night.
    pub night_alerts: bool,
    /// The employer's release that holds now.
    pub release: Option<Release>,
    /// Where it stands with the vetters; a capacity is not vetted.
    pub vetting: Option<OwnVetting>,
    /// What can be changed; nothing by whoever may only read.
    pub tasks: Vec<EntryTask>,
    /// Path of the pages that change it.
    pub path: String,
    /// Counts its changes; a form says which it was filled from.
    pub version: i32,
    /// The page that shows it as those who search see it.
    pub preview: String,
    /// Whether it is the own entry of whoever looks.
    pub is_own: bool,
    /// Skills that the viewer can confirm for the employer.
    pub unconfirmed: usize,
}

/// A part of the entry on the task list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EntryTask {
    /// Which.
    pub section: EntrySection,
    /// Something of it is missing.
    pub is_open: bool,
}

/// Who a person is; only the person and the own employer see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Identity {
    /// Full name.
    pub name: String,
    /// Address for mail.
    pub email: String,
    /// Duty number.
    pub phone: Option<String>,
    /// Mobile number.
    pub mobile: Option<String>,
}

/// Whether an entry is found, and what is missing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Whether it is found and matched.
    pub is_eligible: bool,
    /// What is missing.
    pub missing: Vec<MissingStep>,
    /// Until when the admission holds, such as `31. Dezember 2027`.
    pub admitted_until: Option<String>,
    /// Until when the consent holds.
    pub consent_until: Option<String>,
    /// When it was last confirmed.
    pub confirmed_on: Option<String>,
}

/// What an entry lacks to be found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MissingStep {
    /// Admission by the vetters.
    Vetted,
    /// The person's consent.
    Consent,
    /// A confirmation within a year.
    Confirmed,
    /// Settled staff-council participation.
    Participation,
    /// The employer's release.
    Release,
    /// The employer is struck itself.
    EmployerStruck,
}

/// The employer's release.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Release {
    /// Given once, up to so many days a year.
    Standing {
        /// The cap, if there is one.
        days_a_year: Option<u16>,
    },
    /// Asked for each deployment.
    EachTime,
}

impl Standing {
    fn has_dates(&self) -> bool {
        [
            &self.admitted_until,
            &self.consent_until,
            &self.confirmed_on,
        ]
        .into_iter()
        .any(Option::is_some)
    }
}

impl ProfilePage {
    fn steps(&self) -> Vec<String> {
        let missing = self.standing.missing.iter();
        missing.map(|missing| self.step(*missing)).collect()
    }

    /// What is to be done about something missing, and by whom.
    fn step(&self, missing: MissingStep) -> String {
        let texts = self.frame.texts();
        match missing {
            MissingStep::Vetted => fl!(texts, "missing-vetted"),
            MissingStep::Consent => fl!(texts, "missing-consent"),
            MissingStep::Confirmed => fl!(texts, "missing-confirmed"),
            MissingStep::Participation => fl!(texts, "missing-participation"),
            MissingStep::Release => fl!(texts, "missing-release"),
            MissingStep::EmployerStruck => fl!(texts, "missing-employer-struck"),
        }
    }

    fn release_text(&self) -> String {
        let texts = self.frame.texts();
        match self.release {
            None => fl!(texts, "release-none"),
            Some(Release::EachTime) => fl!(texts, "release-each-time"),
            Some(Release::Standing { days_a_year: None }) => fl!(texts, "release-standing"),
            Some(Release::Standing {
                days_a_year: Some(days),
            }) => fl!(texts, "release-standing-days", days = days),
        }
    }
}
