//! Emergency cards: what they are, who has one, how one is issued, and the paper itself.

mod about;
mod bulk;
mod card;
mod contact;
mod issue;
mod list;
mod member;
mod printed;
mod replace;
mod text;
mod town;

pub use about::{ConditionsPage, EmergencyCardPage};
pub use bulk::{BulkForm, BulkProblem, BulkProblemKind};
pub use card::{CardView, IssuedAs, RedemptionNotice, RedemptionRow, ReplacementView, TownCard};
pub use contact::{ContactForm, ContactProblem, ContactRow, RevealPurpose};
pub use issue::{AcceptanceForm, AcceptanceProblem, IssueCardPage};
pub use list::{CardRow, CardsPage, CardsView};
pub use member::{AcceptedConditions, MemberConditionsPage};
pub(crate) use printed::CallStep;
pub use printed::{Call, CodesGonePage, OrderOfCalls, PrintedCard, PrintedCardsPage};
pub use replace::{ReplaceCardPage, ReplacementStep};
pub use text::ConditionsText;
pub use town::{TownCardPage, TownPage};
