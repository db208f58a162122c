//! What the API takes and shows of the roster.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

use super::model::{Duty, DutySeat, Gap, Shift};
use super::service::Roster;
use crate::clock::Instant;
use crate::ids::{AccountId, ShiftId};

/// A whole plan from now on.
#[derive(Clone, Debug, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct NewRoster {
    /// The shifts. In a seat none overlap, and nobody has two seats at a time. One that has begun goes on where it
    /// stands here again, else it ends now.
    #[validate(length(max = 1_000))]
    #[schema(max_items = 1000)]
    pub shifts: Vec<NewShift>,
}

/// A shift to be planned.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewShift {
    /// A coordinator.
    pub account_id: AccountId,
    /// In which seat.
    pub seat: DutySeat,
    /// From; what is past of it is left out.
    pub from: Instant,
    /// To, at most 31 days later.
    pub until: Instant,
}

/// The roster from now on.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RosterBody {
    /// Who is on duty now, in the order in which they are called.
    pub on_duty: Vec<ShiftBody>,
    /// Shifts that are not over, the first first.
    pub shifts: Vec<ShiftBody>,
    /// Seats nobody has within the next 14 days, the first first.
    pub gaps: Vec<GapBody>,
}

/// A shift.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ShiftBody {
    /// Its id.
    pub id: ShiftId,
    /// Who.
    pub account_id: AccountId,
    /// Their mail address.
    pub email: String,
    /// In which seat.
    pub seat: DutySeat,
    /// From.
    pub from: Instant,
    /// To.
    pub until: Instant,
}

/// A period in which nobody has a seat.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct GapBody {
    /// Which seat.
    pub seat: DutySeat,
    /// From.
    pub from: Instant,
    /// To.
    pub until: Instant,
}

impl From<NewShift> for Duty {
    fn from(new: NewShift) -> Self {
        let NewShift {
            account_id,
            seat,
            from,
            until,
        } = new;
        Self {
            account: account_id,
            seat,
            from,
            until,
        }
    }
}

impl From<Gap> for GapBody {
    fn from(Gap { seat, from, until }: Gap) -> Self {
        Self { seat, from, until }
    }
}

impl From<Roster> for RosterBody {
    fn from(roster: Roster) -> Self {
        let Roster {
            shifts,
            gaps,
            ran_out: _,
            people,
            now,
            version: _,
        } = roster;
        let body = |Shift { id, duty }: &Shift| {
            let Duty {
                account,
                seat,
                from,
                until,
            } = *duty;
            ShiftBody {
                id: *id,
                account_id: account,
                email: people.get(&account).cloned().unwrap_or_default(),
                seat,
                from,
                until,
            }
        };
        let mut on_duty: Vec<_> = shifts
            .iter()
            .filter(|shift| shift.duty.is_at(now))
            .map(body)
            .collect();
        on_duty.sort_by_key(|shift| shift.seat);
        Self {
            on_duty,
            shifts: shifts.iter().map(body).collect(),
            gaps: gaps.into_iter().map(GapBody::from).collect(),
        }
    }
}
