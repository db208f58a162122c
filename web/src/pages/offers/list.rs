//! `/angebote`: the offers that stand; a form that asks by `q`, `ort`, `near` and `radius_km`, and links for `kind`,
//! `land` and `procedure`.

use askama::Template;
use i18n_embed_fl::fl;

use crate::parts::{Link, OfferCard, PageLink, Pagination, PlaceField};
use crate::{Frame, assets};

/// The offers that stand.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/offers.html")]
pub struct OffersPage {
    /// Surroundings.
    pub frame: Frame,
    /// Words typed.
    pub query: String,
    /// Where help is needed.
    pub place: PlaceField,
    /// How far people go for what stays where it is.
    pub radius_km: Option<u16>,
    /// What the form sends along: name and value.
    pub hidden: Vec<(String, String)>,
    /// Kinds to choose from, all of them first.
    pub kinds: Vec<OfferFilter>,
    /// Procedures to choose from.
    pub procedures: Vec<OfferFilter>,
    /// Länder to choose from.
    pub lands: Vec<OfferFilter>,
    /// Something is asked for, so there may be more.
    pub is_narrowed: bool,
    /// How many there are.
    pub total: usize,
    /// Those of this page.
    pub cards: Vec<OfferCard>,
    /// The other pages.
    pub pagination: Option<Pagination>,
}

/// A choice that is a link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfferFilter {
    /// What it is called, leading to the page with it.
    pub link: Link,
    /// It is chosen; the link takes it back.
    pub is_chosen: bool,
}

/// Distances to choose from.
const RADII: [u16; 5] = [25, 50, 100, 200, 500];

impl OffersPage {
    fn radii(&self) -> Vec<(u16, bool)> {
        let mut radii: Vec<u16> = RADII.into_iter().chain(self.radius_km).collect();
        radii.sort_unstable();
        radii.dedup();
        let radii = radii.into_iter();
        radii.map(|km| (km, self.radius_km == Some(km))).collect()
    }

    /// The groups of choices with their names.
    fn filters(&self) -> Vec<(&'static str, String, &[OfferFilter])> {
        let texts = self.frame.texts();
        let groups: [(_, _, &[OfferFilter]); 3] = [
            ("arten", fl!(texts, "offers-kinds"), &self.kinds),
            (
                "verfahren",
                fl!(texts, "offers-procedures"),
                &self.procedures,
            ),
            ("laender", fl!(texts, "offers-lands"), &self.lands),
        ];
        groups
            .into_iter()
            .filter(|(_, _, filters)| !filters.is_empty())
            .collect()
    }

    /// The number to call for one, as it is dialled and as it is written.
    fn phone(&self) -> Option<(String, String)> {
        let operator = &self.frame.operator;
        operator.phone_href().zip(operator.phone.clone())
    }
}
