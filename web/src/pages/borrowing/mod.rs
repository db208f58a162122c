//! Offers that a town asks for, and what their houses say.

mod ask;
mod choice;
mod contact;
mod house;
mod row;
mod stand;

pub use ask::AskOfferPage;
pub use choice::{BorrowingPage, OfferChoice};
pub use contact::BorrowingContactPage;
pub use house::OfferAnswersPage;
pub use row::{BorrowedAct, BorrowedRow, MoreDaysForm, OfferAnswerForm};
pub use stand::{BorrowingCost, BorrowingStand};
