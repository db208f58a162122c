//! `/bereitschaft`: who is on duty at the desk, and where nobody is; a form that posts `konto`, `platz`, `von`, `bis`.

use askama::Template;
use i18n_embed_fl::fl;

use crate::pages::CalendarLink;
use crate::parts::{Field, FieldControl, FieldProblem, Filled};
use crate::{Frame, Language, assets};

/// The roster of the desk.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/roster.html")]
pub struct RosterPage {
    /// Surroundings.
    pub frame: Frame,
    /// Shifts that are not over, the first first.
    pub shifts: Vec<ShiftRow>,
    /// Seats nobody has in the next 14 days, the first first.
    pub gaps: Vec<GapRow>,
    /// The day a plan ran out that has no more shifts, such as `3. Dezember 2026`.
    pub ran_out: Option<String>,
    /// Taking over; none for who has no duty.
    pub take: Option<DutyTake>,
    /// Who can have duty: id and mail address.
    pub people: Vec<(String, String)>,
    /// `konto`, `platz`, `von`, `bis`.
    pub form: Filled,
    /// The own calendar to subscribe to; none for who has no duty.
    pub calendar: Option<CalendarLink>,
}

/// A shift.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShiftRow {
    /// Names it in its form.
    pub id: String,
    /// In which seat.
    pub seat: DutySeat,
    /// Mail address of who has it.
    pub who: String,
    /// From, such as `heute, 18:00 Uhr`.
    pub from: String,
    /// To.
    pub until: String,
    /// It is that time.
    pub is_now: bool,
}

/// A period in which nobody has a seat.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GapRow {
    /// Which.
    pub seat: DutySeat,
    /// From, such as `heute, 18:00 Uhr`.
    pub from: String,
    /// To.
    pub until: String,
}

/// A seat of the desk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DutySeat {
    /// Called at once.
    Primary,
    /// Called next.
    Deputy,
    /// Called after that.
    Third,
}

/// Whether whoever looks can take over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DutyTake {
    /// Yes.
    Free,
    /// They are the first already.
    Own,
}

/// What is wrong with a shift.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ShiftProblem {
    /// Nobody is chosen who can have duty.
    Account,
    /// No seat is chosen.
    Seat,
    /// Its begin is no moment.
    From,
    /// Its end is no moment.
    Until,
    /// It ends before it begins.
    Order,
    /// It is over.
    Past,
    /// It is longer than anybody may have.
    TooLong,
    /// It is too far ahead.
    TooFar,
    /// Somebody else has the seat then.
    SeatTaken,
    /// The person has another seat then.
    Twice,
}

impl DutySeat {
    /// All there are, in the order in which they are called.
    pub const ALL: [Self; 3] = [Self::Primary, Self::Deputy, Self::Third];

    /// Its value on the wire.
    pub const fn value(self) -> &'static str {
        match self {
            Self::Primary => "primary",
            Self::Deputy => "deputy",
            Self::Third => "third",
        }
    }

    fn label(self, language: Language) -> String {
        let texts = language.texts();
        match self {
            Self::Primary => fl!(texts, "roster-seat-primary"),
            Self::Deputy => fl!(texts, "roster-seat-deputy"),
            Self::Third => fl!(texts, "roster-seat-third"),
        }
    }
}

impl ShiftProblem {
    const fn field(self) -> &'static str {
        match self {
            Self::Account | Self::Twice => "konto",
            Self::Seat | Self::SeatTaken => "platz",
            Self::From => "von",
            Self::Until | Self::Order | Self::Past | Self::TooLong | Self::TooFar => "bis",
        }
    }

    /// What it says, at its field.
    pub fn said(self, language: Language) -> (&'static str, FieldProblem) {
        let texts = language.texts();
        let text = match self {
            Self::Account => fl!(texts, "roster-account-missing"),
            Self::Seat => fl!(texts, "roster-seat-missing"),
            Self::From => fl!(texts, "roster-from-missing"),
            Self::Until => fl!(texts, "roster-until-missing"),
            Self::Order => fl!(texts, "roster-order"),
            Self::Past => fl!(texts, "roster-past"),
            Self::TooLong => fl!(texts, "roster-too-long"),
            Self::TooFar => fl!(texts, "roster-too-far"),
            Self::SeatTaken => fl!(texts, "roster-seat-taken"),
            Self::Twice => fl!(texts, "roster-twice"),
        };
        (self.field(), FieldProblem::Said(text))
    }
}

impl RosterPage {
    /// Who is on duty, in the order in which they are called.
    fn on_duty(&self) -> Vec<&ShiftRow> {
        let seats = DutySeat::ALL.into_iter();
        let on = |seat| {
            let mut shifts = self.shifts.iter();
            shifts.find(move |shift| shift.is_now && shift.seat == seat)
        };
        seats.filter_map(on).collect()
    }

    fn gap(&self, gap: &GapRow) -> String {
        let texts = self.frame.texts();
        let (from, until) = (gap.from.as_str(), gap.until.as_str());
        match gap.seat {
            DutySeat::Primary => fl!(texts, "roster-gap-primary", from = from, until = until),
            DutySeat::Deputy => fl!(texts, "roster-gap-deputy", from = from, until = until),
            DutySeat::Third => fl!(texts, "roster-gap-third", from = from, until = until),
        }
    }

    fn fields(&self) -> Vec<Field> {
        let (texts, language) = (self.frame.texts(), self.frame.language);
        let choose = (String::new(), fl!(texts, "roster-choose"));
        let people = [choose.clone()].into_iter().chain(self.people.clone());
        let seats = DutySeat::ALL.into_iter();
        let seats = seats.map(|seat| (seat.value().to_owned(), seat.label(language)));
        let seats = [choose].into_iter().chain(seats);
        let field = |name, label, control| self.form.field((name, label), control, language);
        vec![
            field(
                "konto",
                fl!(texts, "roster-account"),
                FieldControl::Choice(people.collect()),
            ),
            field(
                "platz",
                fl!(texts, "roster-seat"),
                FieldControl::Choice(seats.collect()),
            ),
            field("von", fl!(texts, "roster-from"), FieldControl::Moment),
            field("bis", fl!(texts, "roster-until"), FieldControl::Moment),
        ]
    }

    fn messages(&self) -> Vec<(&'static str, String)> {
        Field::messages(self.fields())
    }
}
