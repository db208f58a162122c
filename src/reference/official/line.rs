//! One line of the official file: columns of fixed width, counted in characters from 1 as its description does.

use chrono::NaiveDate;

use super::file::{OfficialAdministration, OfficialPlace};
use crate::reference::{AdministrationForm, AdministrationKey, Ags, Ars, Designation, Level};

/// What is wrong with a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum LineProblem {
    /// It does not begin with 10, 20, 30, 40, 50 or 60.
    #[error("the first two digits name no kind of record (10, 20, 30, 40, 50 or 60)")]
    Kind,
    /// It ends too early.
    #[error("the line is cut off")]
    Short,
    /// Columns 3 to 10 are no day.
    #[error("columns 3 to 10 are no day of a territorial state")]
    Day,
    /// The key is wrong.
    #[error("the columns from 11 on are no official key")]
    Key,
    /// There is no name.
    #[error("columns 23 to 72 hold no name")]
    Name,
    /// The kind of place is none that is described.
    #[error("columns 123 and 124 name no kind of place")]
    Designation,
    /// The inhabitants are no number.
    #[error("columns 140 to 150 are no number of inhabitants")]
    Population,
    /// The postcode is none.
    #[error("columns 166 to 170 are no postcode")]
    Postcode,
}

/// What a line says.
#[derive(Debug)]
pub(super) enum Record {
    /// A Land, a Kreis, a Gemeinde or a gemeindefreies Gebiet.
    Place(OfficialPlace),
    /// An administration, shared or not.
    Administration(OfficialAdministration),
    /// A Regierungsbezirk or a Region, which the register does not know.
    Other,
}

/// The day a line describes, and what it says.
pub(super) fn read(line: &str) -> Result<(NaiveDate, Record), LineProblem> {
    let columns = Columns(line.chars().collect());
    let kind = columns.text(1, 2);
    if !["10", "20", "30", "40", "50", "60"].contains(&kind.as_str()) {
        return Err(LineProblem::Kind);
    }
    let day = NaiveDate::parse_from_str(&columns.text(3, 10), "%Y%m%d")
        .ok()
        .filter(|_| columns.text(3, 10).len() == 8)
        .ok_or(LineProblem::Day)?;
    let record = match kind.as_str() {
        "10" => Record::Place(columns.land()?),
        "40" => Record::Place(columns.kreis()?),
        "50" => Record::Administration(columns.administration()?),
        "60" => Record::Place(columns.gemeinde()?),
        _ => Record::Other,
    };
    Ok((day, record))
}

struct Columns(Vec<char>);

impl Columns {
    /// From one column to another, both included, without the blanks around.
    fn text(&self, from: usize, to: usize) -> String {
        let end = to.min(self.0.len());
        let columns = self.0.get(from - 1..end).unwrap_or_default();
        let text: String = columns.iter().collect();
        text.trim().to_owned()
    }

    fn land(&self) -> Result<OfficialPlace, LineProblem> {
        let ags = self.key(12)?;
        let (name, _) = self.name()?;
        place(ags, (Level::Land, Designation::Land), name)
    }

    fn kreis(&self) -> Result<OfficialPlace, LineProblem> {
        let ags = self.key(15)?;
        let designation = match self.text(123, 124).as_str() {
            "41" => Designation::KreisfreieStadt,
            "42" => Designation::Stadtkreis,
            "43" => Designation::Kreis,
            "44" => Designation::Landkreis,
            "45" => Designation::Kommunalverband,
            _ => return Err(LineProblem::Designation),
        };
        let (name, title) = self.name()?;
        let is_city = matches!(
            designation,
            Designation::KreisfreieStadt | Designation::Stadtkreis
        );
        // "Aachen, Städteregion" is called "Städteregion Aachen", "Köln, Stadt" is called "Köln".
        let name = match title {
            Some(title) if !is_city && !matches!(title.as_str(), "Kreis" | "Landkreis") => {
                format!("{title} {name}")
            }
            Some(_) | None => name,
        };
        place(ags, (Level::Kreis, designation), name)
    }

    fn gemeinde(&self) -> Result<OfficialPlace, LineProblem> {
        let ags = self.key(18)?;
        let (level, designation) = match self.text(123, 124).as_str() {
            "61" | "62" | "63" | "67" => (Level::Gemeinde, Designation::Stadt),
            "60" | "64" => (Level::Gemeinde, Designation::Gemeinde),
            "65" | "66" => (Level::Gemeindefrei, Designation::GemeindefreiesGebiet),
            _ => return Err(LineProblem::Designation),
        };
        let (name, _) = self.name()?;
        let population = self.text(140, 150);
        let population = population.parse::<u32>();
        let population = population
            .ok()
            .filter(|_| self.0.len() >= 150)
            .ok_or(LineProblem::Population)?;
        let postcode = match self.text(166, 170).as_str() {
            "" => None,
            text => Some(text.parse().map_err(|_| LineProblem::Postcode)?),
        };
        let (head, tail) = ags.as_str().split_at(5);
        let ars = Ars::try_from(format!("{head}{}{tail}", self.digits(19, 22)?));
        Ok(OfficialPlace {
            ars: ars.map_err(|_| LineProblem::Key)?,
            // Nobody lives there, as far as one knows: shown as unknown.
            population: (level == Level::Gemeinde || population > 0).then_some(population),
            postcode,
            ..place(ags, (level, designation), name)?
        })
    }

    fn administration(&self) -> Result<OfficialAdministration, LineProblem> {
        let key = format!("{}{}", self.key(15)?, self.digits(19, 22)?);
        let key = AdministrationKey::try_from(key).map_err(|_| LineProblem::Key)?;
        let (name, _) = self.name()?;
        let form = match self.text(123, 124).as_str() {
            // One Gemeinde with an administration of its own; those of gemeindefreie Gebiete have none.
            "50" | "" => None,
            "51" | "55" => Some(AdministrationForm::Amt),
            "52" => Some(AdministrationForm::Samtgemeinde),
            "53" => Some(AdministrationForm::Verbandsgemeinde),
            "54" | "56" | "57" | "58" => Some(AdministrationForm::Verwaltungsgemeinschaft),
            _ => return Err(LineProblem::Designation),
        };
        Ok(OfficialAdministration { key, name, form })
    }

    /// The key from column 11 to this one.
    fn key(&self, to: usize) -> Result<Ags, LineProblem> {
        let digits = self.digits(11, to)?;
        digits.parse().map_err(|_| LineProblem::Key)
    }

    fn digits(&self, from: usize, to: usize) -> Result<String, LineProblem> {
        if self.0.len() < to {
            return Err(LineProblem::Short);
        }
        let digits = self.text(from, to);
        let is_whole = digits.len() == to + 1 - from;
        (is_whole && digits.bytes().all(|byte| byte.is_ascii_digit()))
            .then_some(digits)
            .ok_or(LineProblem::Key)
    }

    /// The name without the title behind it, and the title: "Köln, Stadt".
    fn name(&self) -> Result<(String, Option<String>), LineProblem> {
        let name = self.text(23, 72);
        let is_text = |c: char| c != char::REPLACEMENT_CHARACTER && !c.is_control();
        if name.is_empty() || !name.chars().all(is_text) {
            return Err(LineProblem::Name);
        }
        match name.split_once(", ") {
            Some((name, title)) => Ok((name.trim().to_owned(), Some(title.trim().to_owned()))),
            None => Ok((name, None)),
        }
    }
}

fn place(
    ags: Ags,
    (level, designation): (Level, Designation),
    name: String,
) -> Result<OfficialPlace, LineProblem> {
    let ars = Ars::try_from(format!("{:0<12}", ags.as_str()));
    Ok(OfficialPlace {
        ags,
        ars: ars.map_err(|_| LineProblem::Key)?,
        level,
        designation,
        name,
        population: None,
        postcode: None,
    })
}
