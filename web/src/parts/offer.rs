//! An offer: help that is not a person.

use i18n_embed_fl::fl;

use super::level_label;
use crate::Language;

/// The kinds of offers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OfferKind {
    /// Several people who come together.
    TeamPackage,
    /// Desks and counters.
    Workplaces,
    /// Devices to be lent.
    Devices,
    /// Computing power and storage.
    Capacity,
    /// A procedure run on behalf.
    Procedure,
}

/// How much of it there is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OfferSize {
    /// People.
    People(u32),
    /// Desks and counters.
    Workplaces(u32),
    /// Devices.
    Devices(u32),
    /// Virtual processors, gigabytes of memory, terabytes of storage.
    Compute {
        /// Virtual processors.
        vcpu: Option<u32>,
        /// Gigabytes.
        memory_gb: Option<u32>,
        /// Terabytes.
        storage_tb: Option<u32>,
    },
    /// It is there or not.
    Whole,
}

/// Where it can be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OfferReach {
    /// Where it is.
    AtPlace,
    /// It comes so many kilometres.
    Within(u32),
    /// Everywhere.
    Nationwide,
}

/// What it costs, roughly.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OfferCost {
    /// Expenses.
    Expenses,
    /// A fee.
    Fee,
    /// Nothing.
    None,
}

/// What others see of an offer: never its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfferCard {
    /// What it is.
    pub kind: OfferKind,
    /// A line.
    pub title: String,
    /// The description, by paragraph.
    pub text: Vec<String>,
    /// Name of the house, for those who arrange the help; requesters never see it.
    pub house: Option<String>,
    /// What kind of body offers it, and where: `Kommunaler IT-Dienstleister, Bayern`.
    pub employer: String,
    /// Name of the Land or group of Länder.
    pub region: String,
    /// About how far, in kilometres, where a place was asked for.
    pub distance_km: Option<u16>,
    /// How much.
    pub size: OfferSize,
    /// What a team can do: name and level.
    pub skills: Vec<(String, u8)>,
    /// The procedure and the product it runs with.
    pub procedure: Vec<String>,
    /// Where it can be used.
    pub reach: OfferReach,
    /// Hours until it can be used.
    pub lead_hours: u32,
    /// Days it can be used at most.
    pub max_days: u32,
    /// What it costs, roughly.
    pub cost: OfferCost,
    /// A word about the cost.
    pub cost_note: String,
    /// Its last day, such as `31. Dezember 2027`.
    pub until: String,
}

impl OfferKind {
    /// All there are.
    pub const ALL: [Self; 5] = [
        Self::TeamPackage,
        Self::Workplaces,
        Self::Devices,
        Self::Capacity,
        Self::Procedure,
    ];

    /// Its value in an address.
    pub const fn value(self) -> &'static str {
        match self {
            Self::TeamPackage => "team_package",
            Self::Workplaces => "workplaces",
            Self::Devices => "devices",
            Self::Capacity => "capacity",
            Self::Procedure => "procedure",
        }
    }

    /// In words.
    pub fn label(self, language: Language) -> String {
        let texts = language.texts();
        match self {
            Self::TeamPackage => fl!(texts, "offer-kind-team"),
            Self::Workplaces => fl!(texts, "offer-kind-workplaces"),
            Self::Devices => fl!(texts, "offer-kind-devices"),
            Self::Capacity => fl!(texts, "offer-kind-capacity"),
            Self::Procedure => fl!(texts, "offer-kind-procedure"),
        }
    }
}

impl OfferReach {
    fn text(self, language: Language) -> String {
        let texts = language.texts();
        match self {
            Self::AtPlace => fl!(texts, "offer-reach-at-place"),
            Self::Within(km) => fl!(texts, "offer-reach-within", km = km),
            Self::Nationwide => fl!(texts, "offer-reach-nationwide"),
        }
    }
}

impl OfferCost {
    /// All there are.
    pub const ALL: [Self; 3] = [Self::Expenses, Self::Fee, Self::None];

    /// Its value in a form.
    pub const fn value(self) -> &'static str {
        match self {
            Self::Expenses => "expenses",
            Self::Fee => "fee",
            Self::None => "none",
        }
    }

    /// In words.
    pub fn label(self, language: Language) -> String {
        let texts = language.texts();
        match self {
            Self::Expenses => fl!(texts, "offer-cost-expenses"),
            Self::Fee => fl!(texts, "offer-cost-fee"),
            Self::None => fl!(texts, "offer-cost-none"),
        }
    }
}

impl OfferSize {
    /// In words; nothing where it is there or not.
    pub(crate) fn text(self, language: Language) -> Option<String> {
        let texts = language.texts();
        match self {
            Self::People(count) => Some(fl!(texts, "offer-people", n = count)),
            Self::Workplaces(count) => Some(fl!(texts, "offer-workplaces", n = count)),
            Self::Devices(count) => Some(fl!(texts, "offer-devices", n = count)),
            Self::Compute {
                vcpu,
                memory_gb,
                storage_tb,
            } => {
                let parts = [
                    vcpu.map(|count| fl!(texts, "offer-vcpu-count", n = count)),
                    memory_gb.map(|count| fl!(texts, "offer-memory-count", n = count)),
                    storage_tb.map(|count| fl!(texts, "offer-storage-count", n = count)),
                ];
                let parts: Vec<_> = parts.into_iter().flatten().collect();
                (!parts.is_empty()).then(|| parts.join(", "))
            }
            Self::Whole => None,
        }
    }
}

impl OfferCard {
    /// How much, how soon and for how long.
    pub(crate) fn facts(&self, language: Language) -> Vec<String> {
        let texts = language.texts();
        let lead = match self.lead_hours {
            0 => fl!(texts, "offer-lead-now"),
            hours if hours >= 48 && hours % 24 == 0 => {
                fl!(texts, "offer-lead-days", n = (hours / 24))
            }
            hours => fl!(texts, "offer-lead-hours", n = hours),
        };
        let size = self.size.text(language).into_iter();
        size.chain([
            lead,
            fl!(texts, "offer-max-days", n = self.max_days),
            self.reach.text(language),
        ])
        .collect()
    }

    /// Where it is, and how far away.
    pub(crate) fn whereabouts(&self, language: Language) -> String {
        match self.distance_km {
            None => self.region.clone(),
            Some(km) => {
                let distance = fl!(language.texts(), "distance", km = km);
                format!("{}, {distance}", self.region)
            }
        }
    }

    /// What its people can do, or which procedure it is, in one line.
    pub(crate) fn terms(&self, language: Language) -> String {
        let skills = self.skills.iter();
        let skills =
            skills.map(|(name, level)| format!("{name} ({})", level_label(*level, language)));
        let all: Vec<_> = skills.chain(self.procedure.iter().cloned()).collect();
        all.join(" · ")
    }

    /// What it costs, with the word about it.
    pub(crate) fn price(&self, language: Language) -> String {
        let cost = self.cost.label(language);
        if self.cost_note.is_empty() {
            cost
        } else {
            format!("{cost}. {}", self.cost_note)
        }
    }
}
