//! `/einsaetze/{id}/zeiten`: what was worked in a deployment.

use askama::Template;
use i18n_embed_fl::fl;

use crate::parts::{Field, FieldControl, FieldProblem, Filled};
use crate::{Frame, Language, assets};

/// The time sheet; posts `tag`, `von`, `bis`, `pause`, `wo`, `notiz`, of an entry that is changed `eintrag` and `stand`.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/times.html")]
pub struct TimesPage {
    /// Surroundings.
    pub frame: Frame,
    /// Names the deployment in addresses.
    pub id: String,
    /// The public name; empty once the entry was erased.
    pub alias: String,
    /// What each day comes to.
    pub days: Vec<TimesDay>,
    /// All days together.
    pub total: String,
    /// Whether entries and notes are shown.
    pub has_detail: bool,
    /// When the employer vouched for it.
    pub confirmed: Option<String>,
    /// Whoever looks can vouch for it.
    pub can_confirm: bool,
    /// The form; none where whoever looks can change nothing now.
    pub form: Option<Filled>,
    /// The entry that is changed, and its version.
    pub changes: Option<(String, i32)>,
    /// Somebody changed it meanwhile.
    pub is_conflict: bool,
}

/// A day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimesDay {
    /// Such as `1. Dezember 2026`.
    pub day: String,
    /// How long, such as `7 Std. 30 Min.`.
    pub hours: String,
    /// Where it was worked, how long at each place.
    pub places: Vec<(TimeMode, String)>,
    /// What is to be looked at.
    pub warnings: Vec<TimesWarning>,
    /// Its entries, for who may see them.
    pub entries: Vec<TimeRow>,
}

/// An entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimeRow {
    /// Names it in its forms.
    pub id: String,
    /// Such as `8:00 bis 16:30 Uhr`.
    pub span: String,
    /// Minutes of breaks.
    pub break_minutes: u16,
    /// Where.
    pub mode: TimeMode,
    /// What was done.
    pub note: String,
}

/// Where somebody worked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimeMode {
    /// At the place.
    OnSite,
    /// From afar.
    Remote,
    /// On the way.
    Travel,
}

/// What is to be looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimesWarning {
    /// § 3 `ArbZG`.
    LongDay,
    /// § 5 `ArbZG`.
    ShortRest,
    /// § 4 `ArbZG`.
    ShortBreak,
}

/// What is wrong with an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimeProblem {
    /// It is no day.
    Day,
    /// Its begin is no time.
    From,
    /// Its end is no time.
    Until,
    /// It has no length.
    Order,
    /// It is longer than a day.
    TooLong,
    /// It is yet to come.
    Future,
    /// The deployment had not begun.
    Early,
    /// The deployment was over.
    Late,
    /// Another entry holds part of it.
    Overlap,
    /// The break is no number, or as long as the work.
    Break,
    /// Nothing is chosen.
    Mode,
    /// The note is too long.
    Note,
    /// There are too many.
    TooMany,
}

impl TimeMode {
    /// All there are.
    pub const ALL: [Self; 3] = [Self::OnSite, Self::Remote, Self::Travel];

    /// Its value on the wire.
    pub const fn value(self) -> &'static str {
        match self {
            Self::OnSite => "on_site",
            Self::Remote => "remote",
            Self::Travel => "travel",
        }
    }

    fn label(self, language: Language) -> String {
        let texts = language.texts();
        match self {
            Self::OnSite => fl!(texts, "costs-mode-on-site"),
            Self::Remote => fl!(texts, "costs-mode-remote"),
            Self::Travel => fl!(texts, "costs-mode-travel"),
        }
    }
}

impl TimesWarning {
    fn text(self, language: Language) -> String {
        let texts = language.texts();
        match self {
            Self::LongDay => fl!(texts, "costs-warn-long-day"),
            Self::ShortRest => fl!(texts, "costs-warn-short-rest"),
            Self::ShortBreak => fl!(texts, "costs-warn-short-break"),
        }
    }
}

impl TimeProblem {
    const fn field(self) -> &'static str {
        match self {
            Self::Day | Self::TooMany => "tag",
            Self::From | Self::Early | Self::Overlap => "von",
            Self::Until | Self::Order | Self::TooLong | Self::Future | Self::Late => "bis",
            Self::Break => "pause",
            Self::Mode => "wo",
            Self::Note => "notiz",
        }
    }

    /// What it says, at its field.
    pub fn said(self, language: Language) -> (&'static str, FieldProblem) {
        let texts = language.texts();
        let text = match self {
            Self::Day => fl!(texts, "field-no-day"),
            Self::From | Self::Until => fl!(texts, "costs-no-time"),
            Self::Order => fl!(texts, "costs-time-order"),
            Self::TooLong => fl!(texts, "costs-time-long"),
            Self::Future => fl!(texts, "costs-time-future"),
            Self::Early => fl!(texts, "costs-time-early"),
            Self::Late => fl!(texts, "costs-time-late"),
            Self::Overlap => fl!(texts, "costs-time-overlap"),
            Self::Break => fl!(texts, "costs-time-break"),
            Self::Mode => fl!(texts, "costs-time-mode"),
            Self::Note => fl!(texts, "costs-time-note-long"),
            Self::TooMany => fl!(texts, "costs-time-too-many"),
        };
        (self.field(), FieldProblem::Said(text))
    }
}

impl TimesPage {
    /// What the page is called.
    pub fn title(language: Language) -> String {
        fl!(language.texts(), "costs-times-title")
    }

    fn fields(&self) -> Vec<Field> {
        let Some(form) = &self.form else {
            return Vec::new();
        };
        let (texts, language) = (self.frame.texts(), self.frame.language());
        let modes = TimeMode::ALL.map(|mode| (mode.value().to_owned(), mode.label(language)));
        let field = |name, label, control| form.field((name, label), control, language);
        let pause = field(
            "pause",
            fl!(texts, "costs-break"),
            FieldControl::Number(0, 720),
        );
        let note = field(
            "notiz",
            fl!(texts, "costs-time-note"),
            FieldControl::Area(2, 500),
        );
        vec![
            field("tag", fl!(texts, "costs-day"), FieldControl::Day),
            field(
                "von",
                fl!(texts, "costs-time-from"),
                FieldControl::Line("time", 5),
            ),
            field(
                "bis",
                fl!(texts, "costs-time-until"),
                FieldControl::Line("time", 5),
            )
            .hinted(fl!(texts, "costs-time-until-hint")),
            pause,
            field(
                "wo",
                fl!(texts, "costs-where"),
                FieldControl::Radio(modes.to_vec()),
            ),
            note.hinted(fl!(texts, "costs-time-note-hint")),
        ]
    }

    fn messages(&self) -> Vec<(&'static str, String)> {
        Field::messages(self.fields())
    }
}
