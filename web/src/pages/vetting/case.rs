//! `/pruefung/{id}`: one case, the masked entry beside the checklist. Forms post `urteil` and `grund` to
//! `…/beurteilung`, `vermerk` to `…/vermerke`, `punkt` to `…/liste`, `entzug` and `eilig` to `…/entzug`.

use askama::Template;
use i18n_embed_fl::fl;

use super::{CaseKind, CaseState, Grade, Verdict, WhyNot, missing_labels};
use crate::pages::{EvidenceRow, MissingStep};
use crate::parts::{Availability, Certification, LanguageSkill, Skill, WorkMode, level_label};
use crate::shortcuts::Key;
use crate::{Frame, Language, assets};

/// The page of a case.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/vetting_case.html")]
pub struct VettingCasePage {
    /// Surroundings.
    pub frame: Frame,
    /// Names it in forms.
    pub id: String,
    /// Public name of the entry; empty once it was erased.
    pub alias: String,
    /// What it decides.
    pub kind: CaseKind,
    /// How thorough it must be.
    pub grade: Grade,
    /// Where it stands.
    pub state: CaseState,
    /// How it was decided.
    pub outcome: Option<Verdict>,
    /// It acts before it is decided.
    pub is_urgent: bool,
    /// What the applicant says in an appeal.
    pub grounds: Option<Vec<String>>,
    /// When it was opened.
    pub opened: String,
    /// By when it should be decided.
    pub due: String,
    /// When it was decided.
    pub decided: Option<String>,
    /// One has assessed it, and another is needed.
    pub needs_another: bool,
    /// What the entry lacks besides.
    pub missing: Vec<MissingStep>,
    /// The entry, masked; none once it was erased.
    pub profile: Option<CaseProfile>,
    /// Files that prove what the entry says.
    pub evidence: Vec<EvidenceRow>,
    /// What is to be looked at.
    pub checklist: Vec<CheckItem>,
    /// What vetters decided, oldest first.
    pub assessments: Vec<(Verdict, Said)>,
    /// What vetters told each other, oldest first.
    pub comments: Vec<Said>,
    /// Other cases of the entry, newest first.
    pub history: Vec<PastCase>,
    /// Until when whoever looks can take back what they said.
    pub undo_until: Option<String>,
    /// Why whoever looks may not assess it.
    pub why_not: Option<WhyNot>,
    /// The admission can be taken away from here.
    pub may_revoke: bool,
    /// What was typed into the assessment.
    pub form: AssessForm,
    /// What was typed as a note.
    pub comment: String,
    /// What was typed into the revocation.
    pub revocation: RevokeForm,
    /// What was wrong.
    pub problems: Vec<CaseProblem>,
}

/// The masked entry as vetters see it.
#[derive(Clone, Debug)]
pub struct CaseProfile {
    /// Short description.
    pub headline: String,
    /// Paragraphs of the text.
    pub text: Vec<String>,
    /// Name of the employer.
    pub organisation: String,
    /// Its Kreis.
    pub kreis: String,
    /// Skills, best first.
    pub skills: Vec<Skill>,
    /// Certificates.
    pub certifications: Vec<Certification>,
    /// Languages.
    pub languages: Vec<LanguageSkill>,
    /// Where it works.
    pub mode: WorkMode,
    /// How soon it can start.
    pub availability: Availability,
    /// Until when an admission holds now.
    pub admitted_until: Option<String>,
}

/// A question of the checklist.
#[derive(Clone, Debug)]
pub struct CheckItem {
    /// Its value in the form.
    pub id: &'static str,
    /// The question.
    pub text: String,
    /// Who ticked it, and when.
    pub ticked: Option<String>,
}

/// What somebody said.
#[derive(Clone, Debug)]
pub struct Said {
    /// Who; none for whoever looks.
    pub by: Option<String>,
    /// What.
    pub text: Vec<String>,
    /// When.
    pub at: String,
}

/// Another case of the same entry.
#[derive(Clone, Debug)]
pub struct PastCase {
    /// Its page.
    pub href: String,
    /// What it decides.
    pub kind: CaseKind,
    /// How it ended.
    pub outcome: Option<Verdict>,
    /// When it was opened.
    pub opened: String,
}

/// What somebody typed into the assessment.
#[derive(Clone, Debug, Default)]
pub struct AssessForm {
    /// `urteil`.
    pub verdict: Option<Verdict>,
    /// `grund`.
    pub reason: String,
}

/// What somebody typed into the revocation.
#[derive(Clone, Debug, Default)]
pub struct RevokeForm {
    /// `entzug`.
    pub reason: String,
    /// `eilig`.
    pub is_urgent: bool,
}

/// What was wrong with what was sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CaseProblem {
    /// No verdict is chosen.
    Verdict,
    /// The reason is too short or too long.
    Reason,
    /// The note is empty or too long.
    Comment,
    /// The reason of the revocation is too short or too long.
    Revocation,
    /// Meanwhile it is not possible any more.
    Meanwhile(WhyNot),
}

impl CaseProblem {
    /// Id of the field it is about.
    const fn field(self) -> &'static str {
        match self {
            Self::Verdict => "urteil-0",
            Self::Reason => "grund",
            Self::Comment => "vermerk",
            Self::Revocation => "entzug",
            Self::Meanwhile(_) => "beurteilen",
        }
    }
}

impl VettingCasePage {
    /// Fewest characters of a reason that somebody types here.
    pub const SHORTEST_REASON: usize = 10;
    /// Most characters of a reason or note.
    pub const LONGEST_TEXT: usize = 2_000;

    fn title(&self) -> String {
        let texts = self.frame.texts();
        let kind = self.kind.label(self.frame.language());
        if self.alias.is_empty() {
            return kind;
        }
        fl!(
            texts,
            "vetting-case-title",
            kind = kind,
            alias = self.alias.as_str()
        )
    }

    /// The kind, by value for templates.
    fn kind(&self) -> CaseKind {
        self.kind
    }

    fn is_open(&self) -> bool {
        self.state == CaseState::Open
    }

    /// Whether whoever looks may tick and write notes.
    fn may_note(&self) -> bool {
        self.is_open() && self.why_not != Some(WhyNot::TooClose) && !self.alias.is_empty()
    }

    /// The keys that do something on this page.
    fn keys(&self) -> Vec<Key> {
        let keys = [
            (Key::Checklist, self.may_note()),
            (Key::Verdict, self.why_not.is_none()),
            (Key::Comment, self.may_note()),
            (Key::Queue, true),
        ];
        let there = keys.into_iter().filter(|(_, is_there)| *is_there);
        there.map(|(key, _)| key).collect()
    }

    fn missing_text(&self) -> String {
        missing_labels(&self.missing, self.frame.language()).join(", ")
    }

    fn ticked(&self) -> usize {
        self.checklist
            .iter()
            .filter(|item| item.ticked.is_some())
            .count()
    }

    fn by(&self, said: &Said) -> String {
        vetter_name(said.by.clone(), self.frame.language())
    }

    fn outcome_of(&self, past: &PastCase) -> Option<String> {
        let language = self.frame.language();
        past.outcome
            .map(|outcome| outcome.outcome(past.kind, language))
    }

    fn how_many(&self) -> String {
        let texts = self.frame.texts();
        match (self.kind, self.grade, self.needs_another) {
            (_, _, true) => fl!(texts, "vetting-one-more"),
            (CaseKind::Revocation, _, false) => fl!(texts, "vetting-two-revoke"),
            (_, Grade::Extended, false) => fl!(texts, "vetting-two-admit"),
            (_, Grade::Basic, false) => fl!(texts, "vetting-one-admits"),
        }
    }

    /// Field and message of everything wrong.
    fn messages(&self) -> Vec<(&'static str, String)> {
        let problems = self.problems.iter();
        problems
            .map(|problem| (problem.field(), self.message(*problem)))
            .collect()
    }

    fn message(&self, problem: CaseProblem) -> String {
        let texts = self.frame.texts();
        let shortest = Self::SHORTEST_REASON;
        match problem {
            CaseProblem::Verdict => fl!(texts, "vetting-verdict-missing"),
            CaseProblem::Reason | CaseProblem::Revocation => {
                fl!(texts, "vetting-reason-wrong", n = shortest)
            }
            CaseProblem::Comment => fl!(texts, "vetting-comment-wrong"),
            CaseProblem::Meanwhile(why_not) => why_not.text(self.frame.language()),
        }
    }

    fn message_for(&self, field: &str) -> Option<String> {
        let mut messages = self.messages().into_iter();
        messages
            .find(|(about, _)| *about == field)
            .map(|(_, message)| message)
    }
}

/// What a vetter is called by the others: the end of an id, or `Sie`.
pub fn vetter_name(name: Option<String>, language: Language) -> String {
    let texts = language.texts();
    match name {
        None => fl!(texts, "vetting-you"),
        Some(name) => fl!(texts, "vetting-somebody", name = name),
    }
}
