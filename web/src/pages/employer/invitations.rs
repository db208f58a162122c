//! `/organisation/einladungen`: people are invited to the team; a form that posts `wen` for each entry chosen and
//! `adressen`.

use askama::Template;
use i18n_embed_fl::fl;

use crate::parts::{Field, FieldControl, Filled};
use crate::{Frame, Language, assets};

/// Who can be invited, and who is.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/team_invitations.html")]
pub struct TeamInvitationsPage {
    /// Surroundings.
    pub frame: Frame,
    /// Name of the organisation.
    pub name: String,
    /// Entries without an account.
    pub candidates: Vec<InvitableRow>,
    /// Invitations nobody took yet.
    pub open: Vec<InvitationRow>,
    /// `adressen`.
    pub form: Filled,
}

/// An entry whose person can be invited.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InvitableRow {
    /// Its id.
    pub id: String,
    /// Its public name.
    pub alias: String,
    /// Short description.
    pub headline: String,
    /// It is chosen.
    pub is_chosen: bool,
}

/// An invitation nobody took yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InvitationRow {
    /// Its id.
    pub id: String,
    /// The entry by its public name, or the address.
    pub whom: String,
    /// When it was sent last.
    pub sent: String,
    /// Last day on which it can be taken.
    pub until: String,
    /// It can be taken no more.
    pub is_over: bool,
    /// It can be sent once more.
    pub may_be_sent: bool,
    /// It was sent as often as it can be.
    pub is_sent_out: bool,
}

impl TeamInvitationsPage {
    /// That more are invited than may be: at once, a day.
    pub fn too_many(language: Language, (at_once, a_day): (usize, i64)) -> String {
        fl!(
            language.texts(),
            "invite-too-many",
            once = at_once,
            day = a_day
        )
    }

    fn field(&self) -> Field {
        let texts = self.frame.texts();
        let label = fl!(texts, "invite-addresses");
        let control = FieldControl::Area(4, 8_000);
        let field = self
            .form
            .field(("adressen", label), control, self.frame.language);
        field.hinted(fl!(texts, "invite-addresses-hint"))
    }

    fn messages(&self) -> Vec<(&'static str, String)> {
        Field::messages(vec![self.field()])
    }
}
