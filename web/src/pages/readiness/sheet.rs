//! `/vorfaelle/{id}/einsatzmappe`: the sheet for who arrives, to be read and printed.

use askama::Template;
use i18n_embed_fl::fl;

use super::field::SheetPart;
use super::{DeploymentSide, SheetField};
use crate::frame::{tel_href, tel_text};
use crate::{Frame, Language, assets};

/// The sheet on paper.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/arrival_sheet.html")]
pub struct ArrivalSheetPage {
    /// Surroundings.
    pub frame: Frame,
    /// Name of the place.
    pub place: String,
    /// It is a drill.
    pub is_drill: bool,
    /// Where to go on.
    pub back: String,
    /// Where it is changed, for who may.
    pub edit: Option<String>,
    /// What it says, where it says something.
    pub texts: Vec<(SheetField, String)>,
    /// Whether own tools may be used.
    pub own_tools: Option<bool>,
    /// Private numbers are not shown: to who sends people.
    pub is_without_numbers: bool,
    /// Which side changed it last, and when.
    pub changed: Option<(DeploymentSide, String)>,
}

/// A line of the sheet.
pub(super) struct SheetLine {
    pub(super) label: String,
    pub(super) text: String,
    /// The `tel:` link of a number.
    pub(super) href: Option<String>,
}

impl ArrivalSheetPage {
    /// What the page is called where it is linked.
    pub fn title(language: Language) -> String {
        fl!(language.texts(), "ready-sheet-link")
    }

    /// Its parts that say something.
    fn parts(&self) -> Vec<(String, Vec<SheetLine>)> {
        let language = self.frame.language;
        let of = |part: SheetPart| {
            let said = self.texts.iter();
            let said = said.filter(|(field, _)| field.part() == part);
            let mut lines: Vec<_> = said.map(|(field, text)| self.line(*field, text)).collect();
            if part == SheetPart::Connection {
                lines.extend(self.tools());
            }
            (!lines.is_empty()).then(|| (part.label(language), lines))
        };
        SheetPart::ALL.into_iter().filter_map(of).collect()
    }

    fn line(&self, field: SheetField, text: &str) -> SheetLine {
        let is_phone = field.is_phone();
        SheetLine {
            label: field.label(self.frame.language),
            text: if is_phone {
                tel_text(text)
            } else {
                text.to_owned()
            },
            href: is_phone.then(|| tel_href(text)),
        }
    }

    fn tools(&self) -> Option<SheetLine> {
        let texts = self.frame.texts();
        let text = if self.own_tools? {
            fl!(texts, "yes")
        } else {
            fl!(texts, "no")
        };
        Some(SheetLine {
            label: fl!(texts, "ready-tools"),
            text,
            href: None,
        })
    }

    fn changed_text(&self) -> Option<String> {
        let (side, at) = self.changed.as_ref()?;
        let side = side.label(self.frame.language);
        let texts = self.frame.texts();
        Some(fl!(
            texts,
            "ready-changed",
            side = side.as_str(),
            at = at.as_str()
        ))
    }
}
