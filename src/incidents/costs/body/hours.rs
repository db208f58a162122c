//! JSON of hours given and received.

use serde::Serialize;
use utoipa::ToSchema;

use crate::ids::OrganisationId;
use crate::incidents::costs::model::{Hours, HouseHours};
use crate::incidents::costs::service::HouseTotals;
use crate::reference::Phase;

/// What a house gives and receives in a year: of its deployments together, never of one person.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct HoursBody {
    /// Whose.
    pub organisation_id: OrganisationId,
    /// Its name.
    pub name: String,
    /// The year.
    pub year: i32,
    /// By its people.
    pub given: SideHours,
    /// For itself.
    pub received: SideHours,
}

/// Hours of one side.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct SideHours {
    /// How many deployments.
    pub deployments: usize,
    /// Minutes of all.
    pub minutes: i64,
    /// Minutes of them that no confirmed time sheet states, only what was agreed.
    pub estimated_minutes: i64,
    /// By month; null with fewer than five deployments.
    pub months: Option<Vec<MonthHours>>,
    /// By phase; null likewise.
    pub phases: Option<Vec<PhaseHours>>,
}

/// Hours of a month.
#[derive(Clone, Copy, Debug, Serialize, ToSchema)]
pub struct MonthHours {
    /// 1–12.
    pub month: usize,
    /// Minutes.
    pub minutes: i64,
}

/// Hours of a phase.
#[derive(Clone, Copy, Debug, Serialize, ToSchema)]
pub struct PhaseHours {
    /// Which.
    pub phase: Phase,
    /// Minutes.
    pub minutes: i64,
}

impl HoursBody {
    /// Of a house.
    pub(in crate::incidents::costs) fn new(totals: HouseTotals, year: i32) -> Self {
        let HouseTotals {
            id,
            name,
            hours: HouseHours { given, received },
        } = totals;
        Self {
            organisation_id: id,
            name,
            year,
            given: given.into(),
            received: received.into(),
        }
    }
}

impl From<Hours> for SideHours {
    fn from(hours: Hours) -> Self {
        let Hours {
            deployments,
            minutes,
            estimated,
            split,
        } = hours;
        let (months, phases) = split.unzip();
        let month = |(number, minutes)| MonthHours {
            month: number + 1,
            minutes,
        };
        let phase = |(phase, minutes)| PhaseHours { phase, minutes };
        Self {
            deployments,
            minutes,
            estimated_minutes: estimated,
            months: months.map(|months| months.into_iter().enumerate().map(month).collect()),
            phases: phases.map(|phases| phases.into_iter().map(phase).collect()),
        }
    }
}
