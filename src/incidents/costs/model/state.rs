//! Where a sheet stands, and what becomes of it by whom.

use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray};
use utoipa::ToSchema;

use super::sheet::Stage;

/// Where a sheet stands.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Serialize,
    Deserialize,
    ToSchema,
    EnumString,
    IntoStaticStr,
    VariantArray,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum SheetState {
    /// Being written; the town does not see it.
    Draft,
    /// An estimate that waits for the town.
    Sent,
    /// The town said yes to the estimate.
    Agreed,
    /// The town said no to the estimate.
    Declined,
    /// Costs that wait for the town.
    Submitted,
    /// The town asks back.
    Queried,
    /// The town accepts the costs: nothing changes any more.
    Accepted,
    /// They are paid.
    Settled,
}

/// Who reads next what a sheet says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reader {
    /// The town decides about it.
    Town,
    /// The employer learns what the town decided.
    Employer,
}

/// What is done with a sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Its lines are written.
    Write,
    /// Its lines are written and go to the town.
    Send,
    /// The town says yes to the estimate.
    Agree,
    /// The town says no to the estimate.
    Decline,
    /// The costs go to the town as they were written.
    Submit,
    /// The town accepts the costs.
    Accept,
    /// The town asks back.
    Query,
    /// They are paid.
    Settle,
}

impl SheetState {
    /// Whether the town sees it.
    pub const fn is_shown_to_town(self) -> bool {
        match self {
            Self::Draft => false,
            Self::Sent
            | Self::Agreed
            | Self::Declined
            | Self::Submitted
            | Self::Queried
            | Self::Accepted
            | Self::Settled => true,
        }
    }

    /// Whether nothing in it changes any more.
    pub const fn is_final(self) -> bool {
        match self {
            Self::Agreed | Self::Accepted | Self::Settled => true,
            Self::Draft | Self::Sent | Self::Declined | Self::Submitted | Self::Queried => false,
        }
    }

    /// Whether the town accepted the costs.
    pub const fn is_accepted(self) -> bool {
        matches!(self, Self::Accepted | Self::Settled)
    }

    /// Who is told that it stands so; nobody of a draft, and of what both sides know.
    pub const fn reader(self) -> Option<Reader> {
        match self {
            Self::Draft | Self::Settled => None,
            Self::Sent | Self::Submitted => Some(Reader::Town),
            Self::Agreed | Self::Declined | Self::Queried | Self::Accepted => {
                Some(Reader::Employer)
            }
        }
    }
}

impl Step {
    /// Where a sheet stands afterwards, of one that stands so or was never written; none where that is not to be done.
    pub fn after(self, stage: Stage, before: Option<SheetState>) -> Option<SheetState> {
        use SheetState::{Accepted, Agreed, Declined, Draft, Queried, Sent, Settled, Submitted};
        let may_be_written = before.is_none_or(|state| !state.is_final());
        match (stage, self, before) {
            (_, Self::Write, _) => may_be_written.then_some(Draft),
            (Stage::Estimate, Self::Send, _) => may_be_written.then_some(Sent),
            (Stage::Actual, Self::Send, _) => may_be_written.then_some(Submitted),
            (Stage::Estimate, Self::Agree, Some(Sent)) => Some(Agreed),
            (Stage::Estimate, Self::Decline, Some(Sent)) => Some(Declined),
            (Stage::Actual, Self::Submit, Some(Draft)) => Some(Submitted),
            (Stage::Actual, Self::Accept, Some(Submitted)) => Some(Accepted),
            (Stage::Actual, Self::Query, Some(Submitted)) => Some(Queried),
            (Stage::Actual, Self::Settle, Some(Accepted)) => Some(Settled),
            (
                Stage::Estimate | Stage::Actual,
                Self::Agree
                | Self::Decline
                | Self::Submit
                | Self::Accept
                | Self::Query
                | Self::Settle,
                _,
            ) => None,
        }
    }

    /// Whether it takes a sheet as it is, of the kind the deployment bears: what goes back to whoever wrote it does not.
    pub const fn asks_for_its_kind(self) -> bool {
        match self {
            Self::Write | Self::Send | Self::Agree | Self::Submit | Self::Accept | Self::Settle => {
                true
            }
            Self::Decline | Self::Query => false,
        }
    }

    /// As the record names it.
    pub const fn action(self, stage: Stage) -> &'static str {
        match (self, stage) {
            (Self::Write, Stage::Estimate) => "costs.estimate_written",
            (Self::Write, Stage::Actual) => "costs.written",
            (Self::Send, Stage::Estimate) => "costs.estimate_sent",
            (Self::Agree, _) => "costs.estimate_agreed",
            (Self::Decline, _) => "costs.estimate_declined",
            (Self::Send, Stage::Actual) | (Self::Submit, _) => "costs.submitted",
            (Self::Accept, _) => "costs.accepted",
            (Self::Query, _) => "costs.queried",
            (Self::Settle, _) => "costs.settled",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_estimate_is_sent_and_agreed_to_once() {
        let sent = Step::Send.after(Stage::Estimate, None);

        assert_eq!(sent, Some(SheetState::Sent));
        let agreed = Step::Agree.after(Stage::Estimate, sent);
        assert_eq!(agreed, Some(SheetState::Agreed));
        for step in [Step::Write, Step::Send, Step::Agree, Step::Decline] {
            assert_eq!(step.after(Stage::Estimate, agreed), None);
        }
    }

    #[test]
    fn a_declined_estimate_and_a_queried_sheet_are_written_anew() {
        let declined = Some(SheetState::Declined);
        assert_eq!(
            Step::Send.after(Stage::Estimate, declined),
            Some(SheetState::Sent)
        );
        let queried = Some(SheetState::Queried);
        assert_eq!(
            Step::Write.after(Stage::Actual, queried),
            Some(SheetState::Draft)
        );
    }

    #[test]
    fn nothing_changes_after_acceptance_but_that_it_is_paid() {
        let accepted = Some(SheetState::Accepted);

        for step in [Step::Write, Step::Submit, Step::Query, Step::Accept] {
            assert_eq!(step.after(Stage::Actual, accepted), None);
        }
        let settled = Step::Settle.after(Stage::Actual, accepted);
        assert_eq!(settled, Some(SheetState::Settled));
        assert_eq!(Step::Settle.after(Stage::Actual, settled), None);
    }

    #[test]
    fn the_steps_of_one_stage_are_none_of_the_other() {
        let (draft, sent) = (Some(SheetState::Draft), Some(SheetState::Sent));
        assert_eq!(Step::Agree.after(Stage::Actual, sent), None);
        assert_eq!(Step::Submit.after(Stage::Estimate, draft), None);
    }
}
