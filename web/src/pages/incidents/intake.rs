//! `/vorfaelle/neu`: a call is taken down, in the order of the call, with what to say beside each field.

use std::iter;

use askama::Template;
use i18n_embed_fl::fl;

use crate::pages::help::{HelpLine, HelpOrder};
use crate::pages::{
    AffectedSystem, CodeOutcome, HelpField, HelpForm, HelpWords, OrderOfCalls, SymptomTile,
};
use crate::parts::FirstAid;
use crate::shortcuts::Key;
use crate::{Frame, assets};

/// Tiles that a digit chooses.
const DIGITS: usize = 9;
/// Signs of an address that are read aloud in one breath.
const IN_A_GROUP: usize = 4;

/// Takes a call down; posts the fields of [`HelpForm`] and `uebung=1` to itself.
///
/// Nothing is folded away, and the place can always be sent as it was heard: nobody on the phone waits for an answer
/// of the server.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/intake.html")]
pub struct IntakePage {
    /// Surroundings.
    pub frame: Frame,
    /// What to do first, to be read aloud.
    pub first_aid: FirstAid,
    /// What was typed.
    pub form: HelpForm,
}

/// The call was taken down: what to read aloud, once.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/intake_done.html")]
pub struct IntakeDonePage {
    /// Surroundings.
    pub frame: Frame,
    /// Page of the incident, with how to call back.
    pub href: String,
    /// Name of the place, or what was typed.
    pub place: String,
    /// It is a drill.
    pub is_drill: bool,
    /// What whoever called must know; nothing when it was shown before.
    pub told: Option<IntakeTold>,
}

/// What whoever called must know.
#[derive(Clone, Debug)]
pub struct IntakeTold {
    /// Until when they are called back, such as `14:17 Uhr`; nothing once a code verified them.
    pub call_by: Option<String>,
    /// What both sides of that call say.
    pub words: Option<HelpWords>,
    /// What became of the emergency code.
    pub code: CodeOutcome,
    /// Six digits that open the name of who helps, later.
    pub spoken_code: String,
    /// Address of the status page, up to what nobody can guess.
    pub start: String,
    /// The rest of it.
    pub token: String,
    /// Whom to call meanwhile.
    pub calls: OrderOfCalls,
}

/// A field of a call.
struct IntakeLine {
    line: HelpLine,
    /// What to say, to hear what belongs into it.
    say: String,
    /// The key that leads to it.
    key: Option<Key>,
}

impl IntakePage {
    /// The keys that lead to a field; digits and letters stand beside what they choose.
    #[expect(clippy::unused_self, reason = "every page with keys is asked so")]
    fn keys(&self) -> [Key; 3] {
        [Key::Place, Key::Phone, Key::Code]
    }

    fn messages(&self) -> Vec<(&'static str, String)> {
        let phone = self.frame.operator.phone.as_deref();
        let language = self.frame.language();
        self.form.messages(HelpOrder::Call, language, phone)
    }

    /// The field to begin with: the first that is wrong or doubtful, else the first.
    fn focus(&self) -> &'static str {
        let wrong = self.messages().first().map(|(field, _)| *field);
        let doubt = self.form.doubts.first().map(|doubt| doubt.field().name());
        wrong.or(doubt).unwrap_or(HelpField::Place.name())
    }

    /// A field, as whoever types for somebody else sees it.
    fn line(&self, field: HelpField) -> IntakeLine {
        let texts = self.frame.texts();
        let line = self.form.line(field, self.frame.language());
        let (label, hint, say) = match field {
            HelpField::Place => (
                fl!(texts, "place-label"),
                Some(fl!(texts, "place-hint")),
                fl!(texts, "intake-say-place"),
            ),
            HelpField::Phone => (line.label, None, fl!(texts, "intake-say-phone")),
            HelpField::Code => (
                line.label,
                Some(fl!(texts, "intake-code-hint")),
                fl!(texts, "intake-say-code"),
            ),
            HelpField::Name => (
                fl!(texts, "intake-name"),
                None,
                fl!(texts, "intake-say-name"),
            ),
            HelpField::Email => (
                line.label,
                Some(fl!(texts, "intake-optional")),
                fl!(texts, "intake-say-email"),
            ),
            HelpField::Measures => (
                fl!(texts, "intake-measures"),
                Some(fl!(texts, "intake-measures-hint")),
                fl!(texts, "intake-say-measures"),
            ),
        };
        let line = HelpLine {
            label,
            hint,
            fill: "off",
            ..line
        };
        IntakeLine {
            key: key_to(field),
            line,
            say,
        }
    }

    /// What may have happened, with the digit that chooses it.
    fn tiles(&self) -> Vec<(Option<usize>, &SymptomTile)> {
        let digits = (1..=DIGITS).map(Some).chain(iter::repeat(None));
        digits.zip(&self.form.tiles).collect()
    }
}

/// The key that leads to a field.
fn key_to(field: HelpField) -> Option<Key> {
    match field {
        HelpField::Place => Some(Key::Place),
        HelpField::Phone => Some(Key::Phone),
        HelpField::Code => Some(Key::Code),
        HelpField::Name | HelpField::Email | HelpField::Measures => None,
    }
}

impl IntakeLine {
    /// Ids of what describes it: first what to say.
    fn described(&self) -> String {
        let all = format!("satz-{} {}", self.line.name, self.line.described());
        all.trim_end().to_owned()
    }
}

impl IntakeDonePage {
    #[expect(clippy::unused_self, reason = "every page with keys is asked so")]
    fn keys(&self) -> [Key; 1] {
        [Key::Incident]
    }
}

impl IntakeTold {
    /// What nobody can guess of the address, in groups to be read aloud.
    fn groups(&self) -> Vec<String> {
        let signs: Vec<char> = self.token.chars().collect();
        let groups = signs.chunks(IN_A_GROUP).map(String::from_iter);
        groups.collect()
    }

    /// The code in two groups.
    fn spoken(&self) -> String {
        let (first, last) = self.spoken_code.split_at_checked(3).unwrap_or_default();
        format!("{first} {last}")
    }
}
