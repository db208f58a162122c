//! What an arrival sheet says, one field each.

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

use crate::incidents::readiness::model::{Sheet, SheetText};

/// What a sheet says.
#[derive(Clone, Default, Serialize, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct ArrivalSheetTexts {
    /// Who leads on site.
    #[serde(default)]
    #[validate(length(max = 160))]
    #[schema(max_length = 160)]
    pub lead_name: String,
    /// Their private number, in any usual spelling; E.164 when read.
    #[serde(default)]
    #[validate(length(max = 40))]
    #[schema(max_length = 40)]
    pub lead_phone: String,
    /// Their deputy.
    #[serde(default)]
    #[validate(length(max = 160))]
    #[schema(max_length = 160)]
    pub deputy_name: String,
    /// The deputy's private number.
    #[serde(default)]
    #[validate(length(max = 40))]
    #[schema(max_length = 40)]
    pub deputy_phone: String,
    /// Which entrance.
    #[serde(default)]
    #[validate(length(max = 500))]
    #[schema(max_length = 500)]
    pub entrance: String,
    /// Where to park.
    #[serde(default)]
    #[validate(length(max = 500))]
    #[schema(max_length = 500)]
    pub parking: String,
    /// When to come.
    #[serde(default)]
    #[validate(length(max = 160))]
    #[schema(max_length = 160)]
    pub arrival_time: String,
    /// What to show at the door.
    #[serde(default)]
    #[validate(length(max = 500))]
    #[schema(max_length = 500)]
    pub id_at_door: String,
    /// Who decides, by function.
    #[serde(default)]
    #[validate(length(max = 160))]
    #[schema(max_length = 160)]
    pub decides: String,
    /// Who authorised them.
    #[serde(default)]
    #[validate(length(max = 160))]
    #[schema(max_length = 160)]
    pub authorised_by: String,
    /// What is cut off from the net.
    #[serde(default)]
    #[validate(length(max = 2_000))]
    #[schema(max_length = 2000)]
    pub isolation: String,
    /// How backups stand.
    #[serde(default)]
    #[validate(length(max = 2_000))]
    #[schema(max_length = 2000)]
    pub backups: String,
    /// What the police said.
    #[serde(default)]
    #[validate(length(max = 2_000))]
    #[schema(max_length = 2000)]
    pub police: String,
    /// What the insurer said.
    #[serde(default)]
    #[validate(length(max = 2_000))]
    #[schema(max_length = 2000)]
    pub insurer: String,
    /// What must not be touched.
    #[serde(default)]
    #[validate(length(max = 2_000))]
    #[schema(max_length = 2000)]
    pub must_not_touch: String,
    /// Where everybody talks apart from the house's net.
    #[serde(default)]
    #[validate(length(max = 500))]
    #[schema(max_length = 500)]
    pub channel: String,
    /// Safe internet, such as own LTE.
    #[serde(default)]
    #[validate(length(max = 500))]
    #[schema(max_length = 500)]
    pub internet: String,
    /// Where to sleep.
    #[serde(default)]
    #[validate(length(max = 500))]
    #[schema(max_length = 500)]
    pub bed: String,
    /// What there is to eat.
    #[serde(default)]
    #[validate(length(max = 500))]
    #[schema(max_length = 500)]
    pub food: String,
    /// Who signed the pledge of confidentiality, and when.
    #[serde(default)]
    #[validate(length(max = 500))]
    #[schema(max_length = 500)]
    pub confidentiality: String,
    /// Processing on behalf, or Amtshilfe.
    #[serde(default)]
    #[validate(length(max = 500))]
    #[schema(max_length = 500)]
    pub data_processing: String,
    /// Who stops everything.
    #[serde(default)]
    #[validate(length(max = 160))]
    #[schema(max_length = 160)]
    pub stop_name: String,
    /// Their number.
    #[serde(default)]
    #[validate(length(max = 40))]
    #[schema(max_length = 40)]
    pub stop_phone: String,
}

impl fmt::Debug for ArrivalSheetTexts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ArrivalSheetTexts")
    }
}

impl ArrivalSheetTexts {
    /// By what they are about.
    pub(super) fn named(self) -> BTreeMap<SheetText, String> {
        let Self {
            lead_name,
            lead_phone,
            deputy_name,
            deputy_phone,
            entrance,
            parking,
            arrival_time,
            id_at_door,
            decides,
            authorised_by,
            isolation,
            backups,
            police,
            insurer,
            must_not_touch,
            channel,
            internet,
            bed,
            food,
            confidentiality,
            data_processing,
            stop_name,
            stop_phone,
        } = self;
        [
            (SheetText::LeadName, lead_name),
            (SheetText::LeadPhone, lead_phone),
            (SheetText::DeputyName, deputy_name),
            (SheetText::DeputyPhone, deputy_phone),
            (SheetText::Entrance, entrance),
            (SheetText::Parking, parking),
            (SheetText::ArrivalTime, arrival_time),
            (SheetText::IdAtDoor, id_at_door),
            (SheetText::Decides, decides),
            (SheetText::AuthorisedBy, authorised_by),
            (SheetText::Isolation, isolation),
            (SheetText::Backups, backups),
            (SheetText::Police, police),
            (SheetText::Insurer, insurer),
            (SheetText::MustNotTouch, must_not_touch),
            (SheetText::Channel, channel),
            (SheetText::Internet, internet),
            (SheetText::Bed, bed),
            (SheetText::Food, food),
            (SheetText::Confidentiality, confidentiality),
            (SheetText::DataProcessing, data_processing),
            (SheetText::StopName, stop_name),
            (SheetText::StopPhone, stop_phone),
        ]
        .into()
    }

    /// Of a sheet.
    pub(super) fn of(sheet: &Sheet) -> Self {
        let text = |about| sheet.text(about).to_owned();
        Self {
            lead_name: text(SheetText::LeadName),
            lead_phone: text(SheetText::LeadPhone),
            deputy_name: text(SheetText::DeputyName),
            deputy_phone: text(SheetText::DeputyPhone),
            entrance: text(SheetText::Entrance),
            parking: text(SheetText::Parking),
            arrival_time: text(SheetText::ArrivalTime),
            id_at_door: text(SheetText::IdAtDoor),
            decides: text(SheetText::Decides),
            authorised_by: text(SheetText::AuthorisedBy),
            isolation: text(SheetText::Isolation),
            backups: text(SheetText::Backups),
            police: text(SheetText::Police),
            insurer: text(SheetText::Insurer),
            must_not_touch: text(SheetText::MustNotTouch),
            channel: text(SheetText::Channel),
            internet: text(SheetText::Internet),
            bed: text(SheetText::Bed),
            food: text(SheetText::Food),
            confidentiality: text(SheetText::Confidentiality),
            data_processing: text(SheetText::DataProcessing),
            stop_name: text(SheetText::StopName),
            stop_phone: text(SheetText::StopPhone),
        }
    }
}
