//! JSON of figures in which nobody can be found.

use serde::Serialize;
use utoipa::ToSchema;

use crate::clock::Instant;
use crate::incidents::review::model::{Cell, Figures};

/// Figures of the whole federation over the last whole quarters. Where a number is null, fewer than five are meant, or
/// another one could be worked out from it.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct StatisticsBody {
    /// From when.
    from: Instant,
    /// Until when.
    until: Instant,
    /// Verified incidents.
    incidents: Option<usize>,
    /// By what was seen.
    incidents_by_symptom: Vec<StatisticsCell>,
    /// By how far they had gone.
    incidents_by_phase: Vec<StatisticsCell>,
    /// By the group of Länder.
    incidents_by_land_group: Vec<StatisticsCell>,
    /// By quarter.
    incidents_by_quarter: Vec<StatisticsCell>,
    /// Deployments that ended.
    deployments: Option<usize>,
    /// By quarter.
    deployments_by_quarter: Vec<StatisticsCell>,
    /// Begun days of help.
    help_days: Option<i64>,
    /// Half of the incidents had somebody within so many hours after they were verified.
    median_hours_to_commitment: Option<i64>,
    /// Requests of a hundred that were filled.
    filled_percent: Option<usize>,
}

/// How many of one kind.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct StatisticsCell {
    /// What is counted.
    key: String,
    /// How many; null where it is not told.
    count: Option<usize>,
}

impl From<Figures> for StatisticsBody {
    fn from(figures: Figures) -> Self {
        let Figures {
            from,
            until,
            incidents,
            by_symptom,
            by_phase,
            by_land_group,
            by_quarter,
            deployments,
            deployments_by_quarter,
            help_days,
            median_hours,
            filled_percent,
        } = figures;
        let cells = |cells: Vec<Cell>| {
            let cells = cells.into_iter();
            cells
                .map(|Cell { key, count }| StatisticsCell { key, count })
                .collect()
        };
        Self {
            from,
            until,
            incidents,
            incidents_by_symptom: cells(by_symptom),
            incidents_by_phase: cells(by_phase),
            incidents_by_land_group: cells(by_land_group),
            incidents_by_quarter: cells(by_quarter),
            deployments,
            deployments_by_quarter: cells(deployments_by_quarter),
            help_days,
            median_hours_to_commitment: median_hours,
            filled_percent,
        }
    }
}
