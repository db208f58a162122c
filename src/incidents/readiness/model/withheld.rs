//! What of a sheet is kept from some of its readers.

use super::{Sheet, SheetText};

impl Sheet {
    /// The same without private numbers.
    #[must_use]
    pub fn without_private_numbers(mut self) -> Self {
        self.texts.retain(|about, _| !about.is_private());
        self
    }

    /// The same without what an investigation keeps back.
    #[must_use]
    pub fn without_what_is_investigated(mut self) -> Self {
        self.texts.retain(|about, _| !about.is_investigated());
        self
    }
}

impl SheetText {
    /// Whether it is the private number of somebody.
    pub const fn is_private(self) -> bool {
        matches!(self, Self::LeadPhone | Self::DeputyPhone)
    }

    /// Whether it tells of what happened and who knows of it, and not only how to arrive.
    pub const fn is_investigated(self) -> bool {
        matches!(
            self,
            Self::Isolation | Self::Backups | Self::Police | Self::Insurer
        )
    }
}

#[cfg(test)]
mod tests {
    use strum::VariantArray;

    use super::*;

    #[test]
    fn private_numbers_go_and_the_emergency_stop_stays() {
        let texts = SheetText::VARIANTS.iter();
        let texts = texts.map(|about| (*about, "+491711234567".to_owned()));
        let sheet = Sheet {
            texts: texts.collect(),
            own_tools: None,
        };

        let left = sheet.without_private_numbers();

        assert_eq!(left.text(SheetText::LeadPhone), "");
        assert_eq!(left.text(SheetText::DeputyPhone), "");
        assert!(!left.text(SheetText::StopPhone).is_empty());
        assert_eq!(left.texts.len(), SheetText::VARIANTS.len() - 2);
    }
}
