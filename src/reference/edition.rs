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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_edition_has_a_territorial_state() {
        let edition = Edition::parse(migration::reference::VERSION).unwrap();

        assert_eq!(edition.territorial_state.to_string(), "2023-12-31");
    }

    #[test]
    fn a_text_without_state_is_no_edition() {
        assert_eq!(Edition::parse("edition;1\n"), Err(EditionError));
    }
}
