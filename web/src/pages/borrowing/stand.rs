//! Where a request for an offer stands, and what it costs, in words.

use i18n_embed_fl::fl;

use crate::Language;

/// Where a request for an offer stands, with what is waited for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BorrowingStand {
    /// The house is asked.
    Asked {
        /// Until when, such as `heute, 14:20 Uhr`.
        until: String,
    },
    /// The house said yes.
    Agreed,
    /// The town uses it.
    Running,
    /// The house is asked for more days of it.
    MoreDays {
        /// How many.
        days: u16,
        /// Until when.
        until: String,
    },
    /// It is given back.
    Ended,
    /// The house said no.
    Refused,
    /// The house did not answer in time.
    Lapsed,
    /// The town took its question back.
    Withdrawn,
    /// It was promised, and nothing came of it.
    Cancelled,
}

/// On which terms it is paid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BorrowingCost {
    /// The house asks nothing.
    Nothing,
    /// What the house spends besides.
    ExtraCosts,
    /// What is agreed.
    Agreed,
}

impl BorrowingStand {
    /// In words.
    pub(crate) fn text(&self, language: Language) -> String {
        let texts = language.texts();
        match self {
            Self::Asked { until } => fl!(texts, "borrowing-asked", until = until.as_str()),
            Self::Agreed => fl!(texts, "borrowing-agreed"),
            Self::Running => fl!(texts, "borrowing-running"),
            Self::MoreDays { days, until } => {
                let (days, until) = (*days, until.as_str());
                fl!(texts, "borrowing-more-asked", n = days, until = until)
            }
            Self::Ended => fl!(texts, "borrowing-ended"),
            Self::Refused => fl!(texts, "borrowing-refused"),
            Self::Lapsed => fl!(texts, "borrowing-lapsed"),
            Self::Withdrawn => fl!(texts, "borrowing-withdrawn"),
            Self::Cancelled => fl!(texts, "borrowing-cancelled"),
        }
    }

    pub(crate) const fn tone(&self) -> &'static str {
        match self {
            Self::Asked { .. } | Self::MoreDays { .. } => "warning",
            Self::Agreed | Self::Running => "success",
            Self::Ended | Self::Refused | Self::Lapsed | Self::Withdrawn | Self::Cancelled => {
                "info"
            }
        }
    }
}

impl BorrowingCost {
    /// In a sentence.
    pub(crate) fn text(self, language: Language) -> String {
        let texts = language.texts();
        match self {
            Self::Nothing => fl!(texts, "borrowing-cost-nothing"),
            Self::ExtraCosts => fl!(texts, "borrowing-cost-extra"),
            Self::Agreed => fl!(texts, "borrowing-cost-agreed"),
        }
    }
}
