//! What a request for help is filled in with.

use super::problem::{About, HelpOrder};
use super::{AffectedSystem, HelpDoubt, HelpField, HelpProblem, HelpReaders};
use crate::Language;
use crate::pages::SymptomTile;
use crate::parts::{PlaceField, PlaceProblem};

/// The form; posts to `/hilfe`.
///
/// Hidden `vorgang`; `symptom`; `ort` and `near`, as elsewhere; `telefon`, `code`, `name`, `email`, repeated
/// `betroffen`, `massnahmen`; `trotzdem=1` once doubts were shown; `ort_frei=1` to send a place that is not known.
///
/// Where a place is to be chosen, the choices are radio buttons `near`, so that nothing typed is lost, and the
/// hidden `ort_gefragt` is the text they belong to: while `ort` still equals it, the button chosen wins.
///
/// Who reads along: hidden `gefragt` for each box that was shown, `mitlesen` for each that is ticked.
#[derive(Clone, Debug, Default)]
pub struct HelpForm {
    /// Value of `vorgang`: sent twice it is the same request.
    pub nonce: String,
    /// What may have happened; at most one is chosen.
    pub tiles: Vec<SymptomTile>,
    /// Where help is needed.
    pub place: PlaceField,
    /// The place is to be sent although it is not known.
    pub is_place_free: bool,
    /// Number to call back.
    pub phone: String,
    /// Code of the emergency card.
    pub code: String,
    /// Name of whoever asks.
    pub name: String,
    /// Their mail address.
    pub email: String,
    /// What does not work.
    pub systems: Vec<AffectedSystem>,
    /// What was done so far.
    pub measures: String,
    /// Who reads along once it is verified.
    pub readers: HelpReaders,
    /// It is a drill; asked for on the phone alone.
    pub is_drill: bool,
    /// What may not work about number and address; shown once.
    pub doubts: Vec<HelpDoubt>,
    /// What is wrong besides the place.
    pub problems: Vec<HelpProblem>,
}

/// A line of the form, ready to be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::pages) struct HelpLine {
    pub(in crate::pages) name: &'static str,
    pub(in crate::pages) label: String,
    pub(in crate::pages) hint: Option<String>,
    pub(in crate::pages) message: Option<String>,
    pub(in crate::pages) value: String,
    pub(in crate::pages) kind: &'static str,
    /// What the browser may fill in.
    pub(in crate::pages) fill: &'static str,
    pub(in crate::pages) most: u16,
}

/// Fields that lie folded away until they are wanted.
const FOLDED: [HelpField; 3] = [HelpField::Name, HelpField::Email, HelpField::Measures];

impl HelpForm {
    /// What was chosen of what may have happened.
    pub(super) fn chosen(&self) -> Option<&SymptomTile> {
        self.tiles.iter().find(|tile| tile.is_selected)
    }

    pub(in crate::pages) fn lacks_symptom(&self) -> bool {
        self.problems.contains(&HelpProblem::SymptomMissing)
    }

    pub(in crate::pages) fn is_wrong(&self) -> bool {
        self.place.problem.is_some() || !self.problems.is_empty()
    }

    /// Something voluntary is filled in or wrong; the code is among it where it is not asked for.
    pub(super) fn is_more_open(&self, asks_code: bool) -> bool {
        let typed = [&self.name, &self.email, &self.measures];
        let is_typed = typed.iter().any(|text| !text.is_empty());
        let code = (!asks_code).then_some(HelpField::Code);
        let mut folded = FOLDED.into_iter().chain(code);
        is_typed
            || !self.systems.is_empty()
            || !asks_code && !self.code.is_empty()
            || self.readers != HelpReaders::default()
            || self.doubts.contains(&HelpDoubt::OwnMail)
            || folded.any(|field| self.problem_of(field).is_some())
    }

    /// The place can be sent as it is: the register does not know it, or it was sent so before.
    pub(super) fn may_be_free(&self) -> bool {
        let problem = self.place.problem.as_ref();
        let is_typed = problem.is_some_and(|problem| *problem != PlaceProblem::Missing);
        is_typed || self.is_place_free
    }

    /// Whether one of several places is to be chosen.
    pub(in crate::pages) fn has_choices(&self) -> bool {
        let problem = self.place.problem.as_ref();
        problem.is_some_and(|problem| !problem.choices().is_empty())
    }

    pub(in crate::pages) fn line(&self, field: HelpField, language: Language) -> HelpLine {
        let value = match field {
            HelpField::Place => &self.place.text,
            HelpField::Phone => &self.phone,
            HelpField::Code => &self.code,
            HelpField::Name => &self.name,
            HelpField::Email => &self.email,
            HelpField::Measures => &self.measures,
        };
        let is_misplaced = field == HelpField::Place && self.place.problem.is_some();
        let message = is_misplaced.then(|| self.place.message(language));
        let (kind, fill) = field.traits();
        HelpLine {
            name: field.name(),
            label: field.label(language),
            hint: field.hint(language),
            message: message.or_else(|| self.message_of(field, language)),
            value: value.clone(),
            kind,
            fill,
            most: field.most(),
        }
    }

    fn problem_of(&self, field: HelpField) -> Option<HelpProblem> {
        let mut problems = self.problems.iter().copied();
        problems.find(|problem| problem.about() == About::Field(field))
    }

    fn message_of(&self, field: HelpField, language: Language) -> Option<String> {
        Some(self.problem_of(field)?.message(language, None))
    }

    /// All that is wrong, with the ids of the fields, in their order on the page.
    pub(in crate::pages) fn messages(
        &self,
        order: HelpOrder,
        language: Language,
        phone: Option<&str>,
    ) -> Vec<(&'static str, String)> {
        let mut found: Vec<_> = self
            .problems
            .iter()
            .map(|problem| (problem.about(), problem.message(language, phone)))
            .collect();
        if self.place.problem.is_some() {
            let about = About::Field(HelpField::Place);
            found.push((about, self.place.message(language)));
        }
        found.sort_by_key(|(about, _)| about.rank(order));
        let found = found.into_iter();
        found
            .map(|(about, message)| (about.id(), message))
            .collect()
    }
}

impl HelpLine {
    /// Ids of what describes it.
    pub(in crate::pages) fn described(&self) -> String {
        let hint = self.hint.as_ref().map(|_| format!("{}-hinweis", self.name));
        let message = self.message.as_ref();
        let message = message.map(|_| format!("{}-fehler", self.name));
        let both = hint.into_iter().chain(message);
        both.collect::<Vec<_>>().join(" ")
    }
}
