//! `/konto/mitteilungen`: what somebody is told by mail, and when. A form with a field for each kind.

use askama::Template;
use i18n_embed_fl::fl;

use crate::parts::{Field, FieldControl, Filled};
use crate::{Frame, Language, assets};

/// How the holder of an account wants to be told of what.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/messages.html")]
pub struct MessagesPage {
    /// Surroundings.
    pub frame: Frame,
    /// The register sends mails.
    pub is_sent: bool,
    /// What can be chosen, by whom it concerns.
    pub groups: Vec<MessageGroup>,
    /// Where whoever looks is rung; none for those who never are.
    pub phone: Option<MessagePhone>,
}

/// The telephone somebody is rung on when it cannot wait.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MessagePhone {
    /// The register rings.
    pub is_rung: bool,
    /// What is kept, or was written.
    pub form: Filled,
}

/// Messages that somebody gets in one role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MessageGroup {
    /// In which.
    pub part: MessagePart,
    /// The messages.
    pub choices: Vec<MessageChoice>,
}

/// In which role somebody gets messages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MessagePart {
    /// As somebody with an entry.
    Own,
    /// As a manager.
    Team,
    /// As a vetter.
    Vetting,
    /// About requests for help.
    Desk,
}

/// How one kind of message is delivered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MessageChoice {
    /// Which.
    pub kind: MessageKind,
    /// How it may be.
    pub offered: Vec<MessageDelivery>,
    /// How it is.
    pub chosen: MessageDelivery,
}

/// A kind of message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MessageKind {
    /// The name was shown.
    NameShown,
    /// The own admission ends.
    AdmissionEnds,
    /// The own entry is to be confirmed.
    ConfirmationDue,
    /// A consent ends.
    ConsentEnds,
    /// The own case was decided.
    CaseDecided,
    /// Vetters ask for changes.
    CaseAsks,
    /// Entries of the team are to be confirmed.
    TeamConfirmationDue,
    /// An admission in the team ends.
    TeamAdmissionEnds,
    /// Cases of the team were decided.
    TeamCaseDecided,
    /// Vetters ask for changes to an entry of the team.
    TeamCaseAsks,
    /// A town saw the own skills in a deployment.
    SkillsProven,
    /// Cases wait.
    CasesWait,
    /// A town the house serves asks for help.
    HelpOfServedTown,
    /// Its incident is over.
    HelpOfServedTownOver,
    /// Somebody asks for help.
    HelpAsked,
}

/// How a message comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MessageDelivery {
    /// By itself, at once.
    AtOnce,
    /// With all else of a day.
    Daily,
    /// Not at all.
    Never,
}

impl MessagesPage {
    fn phone_fields(&self) -> Vec<Field> {
        let (texts, language) = (self.frame.texts(), self.frame.language);
        let named = ("telefon", fl!(texts, "messages-phone-number"));
        let fields = self.phone.iter().map(|phone| {
            let control = FieldControl::Line("tel", 40);
            let field = phone.form.field(named.clone(), control, language);
            field.hinted(fl!(texts, "messages-phone-hint"))
        });
        fields.collect()
    }

    fn messages(&self) -> Vec<(&'static str, String)> {
        Field::messages(self.phone_fields())
    }

    fn has_daily(&self) -> bool {
        let mut choices = self.groups.iter().flat_map(|group| &group.choices);
        choices.any(|choice| choice.offered.contains(&MessageDelivery::Daily))
    }

    fn has_needed(&self) -> bool {
        let mut choices = self.groups.iter().flat_map(|group| &group.choices);
        choices.any(|choice| !choice.offered.contains(&MessageDelivery::Never))
    }
}

impl MessagePart {
    fn label(self, language: Language) -> String {
        let texts = language.texts();
        match self {
            Self::Own => fl!(texts, "messages-own"),
            Self::Team => fl!(texts, "messages-team"),
            Self::Vetting => fl!(texts, "messages-vetting"),
            Self::Desk => fl!(texts, "messages-desk"),
        }
    }

    /// Its place on the page.
    const fn anchor(self) -> &'static str {
        match self {
            Self::Own => "eintrag",
            Self::Team => "team",
            Self::Vetting => "pruefung",
            Self::Desk => "koordinierung",
        }
    }
}

impl MessageKind {
    /// Its field in the form.
    pub const fn field(self) -> &'static str {
        match self {
            Self::NameShown => "einblick",
            Self::AdmissionEnds => "aufnahme",
            Self::ConfirmationDue => "stimmt-noch",
            Self::ConsentEnds => "einwilligung",
            Self::CaseDecided => "entscheidung",
            Self::CaseAsks => "aenderungen",
            Self::TeamConfirmationDue => "team-stimmt-noch",
            Self::TeamAdmissionEnds => "team-aufnahme",
            Self::TeamCaseDecided => "team-entscheidung",
            Self::TeamCaseAsks => "team-aenderungen",
            Self::SkillsProven => "bewaehrt",
            Self::CasesWait => "antraege",
            Self::HelpOfServedTown => "betreute-kommune",
            Self::HelpOfServedTownOver => "betreute-kommune-ende",
            Self::HelpAsked => "hilfe",
        }
    }

    fn label(self, language: Language) -> String {
        let texts = language.texts();
        match self {
            Self::NameShown => fl!(texts, "message-name-shown"),
            Self::AdmissionEnds => fl!(texts, "message-admission-ends"),
            Self::ConfirmationDue => fl!(texts, "message-confirmation-due"),
            Self::ConsentEnds => fl!(texts, "message-consent-ends"),
            Self::CaseDecided => fl!(texts, "message-case-decided"),
            Self::CaseAsks => fl!(texts, "message-case-asks"),
            Self::TeamConfirmationDue => fl!(texts, "message-team-confirmation-due"),
            Self::TeamAdmissionEnds => fl!(texts, "message-team-admission-ends"),
            Self::TeamCaseDecided => fl!(texts, "message-team-case-decided"),
            Self::TeamCaseAsks => fl!(texts, "message-team-case-asks"),
            Self::SkillsProven => fl!(texts, "message-skills-proven"),
            Self::CasesWait => fl!(texts, "message-cases-wait"),
            Self::HelpOfServedTown => fl!(texts, "message-help-of-served-town"),
            Self::HelpOfServedTownOver => fl!(texts, "message-help-of-served-town-over"),
            Self::HelpAsked => fl!(texts, "message-help-asked"),
        }
    }
}

impl MessageDelivery {
    /// All there are.
    pub const ALL: [Self; 3] = [Self::AtOnce, Self::Daily, Self::Never];

    /// Its value in the form.
    pub const fn value(self) -> &'static str {
        match self {
            Self::AtOnce => "sofort",
            Self::Daily => "gesammelt",
            Self::Never => "nie",
        }
    }

    fn label(self, language: Language) -> String {
        let texts = language.texts();
        match self {
            Self::AtOnce => fl!(texts, "message-at-once"),
            Self::Daily => fl!(texts, "message-daily"),
            Self::Never => fl!(texts, "message-never"),
        }
    }
}
