//! By when the law asks for a report. What is counted is no legal advice.

use chrono::Months;
use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray};
use utoipa::ToSchema;

use super::{Incident, PersonalData, Side};
use crate::clock::Instant;
use crate::organisations::Nis2Status;

const HOUR: i64 = 3_600;

/// A report the law asks for.
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
pub enum ClockId {
    /// To the data protection authority, within 72 hours (Art. 33 DSGVO).
    #[serde(rename = "gdpr_72h")]
    #[strum(serialize = "gdpr_72h")]
    DataProtection,
    /// First report to the BSI, within 24 hours (§ 32 BSIG).
    #[serde(rename = "bsig_24h")]
    #[strum(serialize = "bsig_24h")]
    EarlyWarning,
    /// Report to the BSI, within 72 hours.
    #[serde(rename = "bsig_72h")]
    #[strum(serialize = "bsig_72h")]
    Notification,
    /// Final report to the BSI, within a month of the report.
    #[serde(rename = "bsig_1_month")]
    #[strum(serialize = "bsig_1_month")]
    FinalReport,
}

/// A report the law asks for, by when, and whether it was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clock {
    /// Which.
    pub id: ClockId,
    /// By when.
    pub due_at: Instant,
    /// That it was made.
    pub done: Option<Reported>,
}

/// That a report was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reported {
    /// When.
    pub at: Instant,
    /// Who says so.
    pub by: String,
    /// As what.
    pub side: Side,
}

/// The reports the law asks for of an incident: those that run, and those that were made though they run no more.
pub fn clocks(
    incident: &Incident,
    status: Nis2Status,
    reported: &[(ClockId, Reported)],
) -> Vec<Clock> {
    let done = |id| {
        let mut made = reported.iter().filter(|(made, _)| *made == id);
        made.next().map(|(_, reported)| reported.clone())
    };
    let known = incident.known_at();
    let report = known.plus_seconds(72 * HOUR);
    let reported_at = done(ClockId::Notification).map_or(report, |reported| reported.at);
    let all = ClockId::VARIANTS.iter().map(|id| {
        let due_at = match id {
            ClockId::EarlyWarning => known.plus_seconds(24 * HOUR),
            ClockId::DataProtection | ClockId::Notification => report,
            ClockId::FinalReport => a_month_after(reported_at),
        };
        Clock {
            id: *id,
            due_at,
            done: done(*id),
        }
    });
    all.filter(|clock| clock.done.is_some() || clock.id.runs(incident, status))
        .collect()
}

impl ClockId {
    fn runs(self, incident: &Incident, status: Nis2Status) -> bool {
        match self {
            Self::DataProtection => match incident.handling.personal_data {
                PersonalData::Yes | PersonalData::Unknown => true,
                PersonalData::No => false,
            },
            Self::EarlyWarning | Self::Notification | Self::FinalReport => match status {
                Nis2Status::Important | Nis2Status::Essential => true,
                Nis2Status::Unknown | Nis2Status::NotInScope => false,
            },
        }
    }
}

/// The end of the day of the next month with this number, or of its last day (§ 188 BGB).
fn a_month_after(at: Instant) -> Instant {
    let day = at.date();
    Instant::end_of(day.checked_add_months(Months::new(1)).unwrap_or(day))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::incidents::model::samples::{ASKED, incident};

    fn at(text: &str) -> Instant {
        serde_json::from_value(serde_json::json!(text)).unwrap()
    }

    fn due(all: &[Clock]) -> Vec<(ClockId, Instant)> {
        all.iter().map(|clock| (clock.id, clock.due_at)).collect()
    }

    #[test]
    fn data_protection_runs_until_it_is_sure_that_nobody_is_concerned() {
        let mut incident = incident();
        let of = |incident: &Incident| clocks(incident, Nis2Status::Unknown, &[]);
        let seventy_two = ASKED.plus_seconds(72 * HOUR);

        assert_eq!(
            due(&of(&incident)),
            [(ClockId::DataProtection, seventy_two)]
        );
        incident.handling.breach_known_at = Some(ASKED.plus_seconds(-HOUR));
        assert_eq!(of(&incident)[0].due_at, ASKED.plus_seconds(71 * HOUR));
        incident.handling.personal_data = PersonalData::No;
        assert_eq!(of(&incident), []);
    }

    #[test]
    fn the_bsi_is_told_by_those_in_scope_alone() {
        let mut incident = incident();
        incident.handling.personal_data = PersonalData::No;
        incident.handling.breach_known_at = Some(at("2027-01-29T09:00:00Z"));
        let of = |status, made: &[(ClockId, Reported)]| due(&clocks(&incident, status, made));

        assert_eq!(of(Nis2Status::NotInScope, &[]), []);
        // 72 hours later it is the first of February; a month later ends with the first of March.
        let running = of(Nis2Status::Important, &[]);
        assert_eq!(
            running,
            [
                (ClockId::EarlyWarning, at("2027-01-30T09:00:00Z")),
                (ClockId::Notification, at("2027-02-01T09:00:00Z")),
                (ClockId::FinalReport, at("2027-03-01T23:00:00Z")),
            ]
        );
        let made = Reported {
            at: at("2027-01-31T09:00:00Z"),
            by: "acc".to_owned(),
            side: Side::Town,
        };
        let sooner = of(Nis2Status::Essential, &[(ClockId::Notification, made)]);
        assert_eq!(sooner[2].1, at("2027-02-28T23:00:00Z"));
    }

    #[test]
    fn a_report_that_was_made_stays() {
        let mut incident = incident();
        incident.handling.personal_data = PersonalData::No;
        let made = Reported {
            at: ASKED,
            by: "acc".to_owned(),
            side: Side::Desk,
        };

        let shown = clocks(
            &incident,
            Nis2Status::Unknown,
            &[(ClockId::DataProtection, made)],
        );

        assert_eq!(shown.len(), 1);
    }
}
