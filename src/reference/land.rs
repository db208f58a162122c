use super::Ags;

/// One of the sixteen Länder.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Land(u8);

/// A group of neighbouring Länder, shown instead of a Land with few members or experts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LandGroup {
    /// Schleswig-Holstein, Hamburg, Niedersachsen, Bremen, Mecklenburg-Vorpommern.
    North,
    /// Berlin, Brandenburg, Sachsen, Sachsen-Anhalt, Thüringen.
    East,
    /// Nordrhein-Westfalen, Hessen.
    West,
    /// Rheinland-Pfalz, Saarland.
    SouthWest,
    /// Baden-Württemberg, Bayern.
    South,
}

struct Facts {
    code: &'static str,
    ags: &'static str,
    name_de: &'static str,
    name_en: &'static str,
    group: LandGroup,
}

const fn facts(
    code: &'static str,
    ags: &'static str,
    name_de: &'static str,
    name_en: &'static str,
    group: LandGroup,
) -> Facts {
    Facts {
        code,
        ags,
        name_de,
        name_en,
        group,
    }
}

/// By number: the first row is Land 01.
const LANDS: [Facts; Land::COUNT] = [
    facts(
        "SH",
        "01",
        "Schleswig-Holstein",
        "Schleswig-Holstein",
        LandGroup::North,
    ),
    facts("HH", "02", "Hamburg", "Hamburg", LandGroup::North),
    facts(
        "NI",
        "03",
        "Niedersachsen",
        "Lower Saxony",
        LandGroup::North,
    ),
    facts("HB", "04", "Bremen", "Bremen", LandGroup::North),
    facts(
        "NW",
        "05",
        "Nordrhein-Westfalen",
        "North Rhine-Westphalia",
        LandGroup::West,
    ),
    facts("HE", "06", "Hessen", "Hesse", LandGroup::West),
    facts(
        "RP",
        "07",
        "Rheinland-Pfalz",
        "Rhineland-Palatinate",
        LandGroup::SouthWest,
    ),
    facts(
        "BW",
        "08",
        "Baden-Württemberg",
        "Baden-Württemberg",
        LandGroup::South,
    ),
    facts("BY", "09", "Bayern", "Bavaria", LandGroup::South),
    facts("SL", "10", "Saarland", "Saarland", LandGroup::SouthWest),
    facts("BE", "11", "Berlin", "Berlin", LandGroup::East),
    facts("BB", "12", "Brandenburg", "Brandenburg", LandGroup::East),
    facts(
        "MV",
        "13",
        "Mecklenburg-Vorpommern",
        "Mecklenburg-Western Pomerania",
        LandGroup::North,
    ),
    facts("SN", "14", "Sachsen", "Saxony", LandGroup::East),
    facts(
        "ST",
        "15",
        "Sachsen-Anhalt",
        "Saxony-Anhalt",
        LandGroup::East,
    ),
    facts("TH", "16", "Thüringen", "Thuringia", LandGroup::East),
];

impl Land {
    /// How many Länder there are.
    pub const COUNT: usize = 16;

    /// All Länder by number.
    pub fn all() -> impl Iterator<Item = Self> {
        (1..=16).map(Self)
    }

    /// The Land with an official number, 1 to 16.
    pub fn from_number(number: u8) -> Option<Self> {
        (1..=16).contains(&number).then_some(Self(number))
    }

    /// The Land with a code such as "BY".
    pub fn from_code(code: &str) -> Option<Self> {
        Self::all().find(|land| land.code() == code)
    }

    /// For numbers already checked; keeps `Land` total without a panic.
    pub(super) fn clamped(number: u8) -> Self {
        Self(number.clamp(1, 16))
    }

    /// The official number, 1 to 16.
    pub fn number(self) -> u8 {
        self.0
    }

    /// The place in a table of all Länder, 0 to 15.
    pub fn index(self) -> usize {
        usize::from(self.0) - 1
    }

    /// The key of two digits.
    pub fn ags_digits(self) -> &'static str {
        self.facts().ags
    }

    /// The code of ISO 3166-2 without the country, such as "BY".
    pub fn code(self) -> &'static str {
        self.facts().code
    }

    /// The German name.
    pub fn name_de(self) -> &'static str {
        self.facts().name_de
    }

    /// The English name.
    pub fn name_en(self) -> &'static str {
        self.facts().name_en
    }

    /// The group that stands for this Land when it is too small to be shown.
    pub fn group(self) -> LandGroup {
        self.facts().group
    }

    /// Whether city and Land are one: Hamburg, Bremen, Berlin.
    pub fn is_city(self) -> bool {
        matches!(self.code(), "HH" | "HB" | "BE")
    }

    fn facts(self) -> &'static Facts {
        &LANDS[self.index()]
    }
}

impl From<Ags> for Land {
    fn from(ags: Ags) -> Self {
        ags.land()
    }
}

impl LandGroup {
    /// All groups.
    pub const ALL: [Self; 5] = [
        Self::North,
        Self::East,
        Self::West,
        Self::SouthWest,
        Self::South,
    ];

    /// The id used in the API, such as "nord".
    pub fn id(self) -> &'static str {
        match self {
            Self::North => "nord",
            Self::East => "ost",
            Self::West => "west",
            Self::SouthWest => "suedwest",
            Self::South => "sued",
        }
    }

    /// The German label.
    pub fn label_de(self) -> &'static str {
        match self {
            Self::North => "Nord",
            Self::East => "Ost",
            Self::West => "Mitte und West",
            Self::SouthWest => "Südwest",
            Self::South => "Süd",
        }
    }

    /// The English label.
    pub fn label_en(self) -> &'static str {
        match self {
            Self::North => "North",
            Self::East => "East",
            Self::West => "Centre and west",
            Self::SouthWest => "South-west",
            Self::South => "South",
        }
    }

    /// The Länder of the group by number.
    pub fn lands(self) -> impl Iterator<Item = Land> {
        Land::all().filter(move |land| land.group() == self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn number_key_and_place_agree() {
        for land in Land::all() {
            let ags: Ags = land.ags_digits().parse().unwrap();

            assert_eq!(Land::from(ags), land);
            assert_eq!(Land::from_number(land.number()), Some(land));
            assert_eq!(Land::from_code(land.code()), Some(land));
        }
    }

    #[test]
    fn no_group_has_a_single_land() {
        assert!(
            LandGroup::ALL
                .iter()
                .all(|group| group.lands().count() >= 2)
        );
    }

    #[test]
    fn there_is_no_land_0_or_17() {
        assert_eq!((Land::from_number(0), Land::from_number(17)), (None, None));
    }
}
