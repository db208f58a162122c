use chrono::NaiveDate;

/// Which edition of the reference data this is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edition {
    /// Its name; differs whenever the data differs.
    pub name: String,
    /// The day whose municipalities and keys the data describes.
    pub territorial_state: NaiveDate,
}

/// The text names no edition or no territorial state.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the edition of the reference data is incomplete")]
pub struct EditionError;

impl Edition {
    /// Reads a file like `migration/reference/VERSION`.
    pub fn parse(text: &str) -> Result<Self, EditionError> {
        let value = |name: &str| {
            text.lines()
                .filter_map(|line| line.split_once(';'))
                .find(|pair| pair.0 == name)
                .map(|pair| pair.1)
        };
        let name = value("edition").ok_or(EditionError)?;
        let state = value("territorial_state").ok_or(EditionError)?;
        Ok(Self {
            name: name.to_owned(),
            territorial_state: state.parse().map_err(|_| EditionError)?,
        })
    }
}

/// Which places an installation has: those shipped, or those of an official file taken over since.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlacesEdition {
    name: String,
    state: NaiveDate,
    is_official: bool,
}

impl PlacesEdition {
    /// The part of the reference data that names the edition shipped.
    pub(super) const SHIPPED: &str = "regions";
    /// The part that names the official file, as long as it counts.
    pub(super) const OFFICIAL: &str = "regions.official";

    /// Of the names of both parts, which begin with the day they describe.
    pub(super) fn of(shipped: &str, official: Option<&str>) -> Result<Self, EditionError> {
        Ok(Self {
            name: official.unwrap_or(shipped).to_owned(),
            state: day_of(official.unwrap_or(shipped))?,
            is_official: official.is_some(),
        })
    }

    /// Its name; differs whenever the places differ.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The day whose municipalities and keys the places describe.
    pub fn state(&self) -> NaiveDate {
        self.state
    }

    /// Whether they come from an official file.
    pub fn is_official(&self) -> bool {
        self.is_official
    }
}

/// The day an edition begins its name with.
pub(super) fn day_of(edition: &str) -> Result<NaiveDate, EditionError> {
    let day = edition.get(..10).ok_or(EditionError)?;
    day.parse().map_err(|_| EditionError)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_edition_has_a_territorial_state() {
        let edition = Edition::parse(migration::reference::VERSION).unwrap();

        assert_eq!(edition.territorial_state.to_string(), "2023-12-31");
    }

    #[test]
    fn the_shipped_edition_is_named_after_its_territorial_state() {
        let edition = Edition::parse(migration::reference::VERSION).unwrap();

        assert_eq!(day_of(&edition.name), Ok(edition.territorial_state));
        assert_eq!(day_of("2023-12"), Err(EditionError));
    }

    #[test]
    fn a_text_without_state_is_no_edition() {
        assert_eq!(Edition::parse("edition;1\n"), Err(EditionError));
    }
}
