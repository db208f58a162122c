//! What helping asks of an entry: by which ways it is reached, whether the employer's standing word covers it, and that
//! it is committed once at a time.

mod commit;
mod phoned;
mod proven;
mod reach;
mod shown;

pub use commit::{commit, commit_earlier, is_covered, next_free, recommit, uncommit};
pub use phoned::{PhoneNumber, Phoning, enter_phoning};
pub use proven::{prove, unprove};
pub use reach::{Way, ways};
pub use shown::{DutyContact, show_town};
