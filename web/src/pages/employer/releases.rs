//! `/organisation/freigaben`: whom the employer lets help, and for how many days; a form that posts `wen` for each
//! entry chosen, `stand:<id>` for all, `art`, `tage`, `bis`, and `was` (`freigeben`, `entziehen`).

use askama::Template;
use i18n_embed_fl::fl;

use crate::pages::HouseDeployments;
use crate::parts::{Field, FieldControl, Filled, Link};
use crate::{Frame, assets};

/// The releases of an organisation.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/releases.html")]
pub struct ReleasesPage {
    /// Surroundings.
    pub frame: Frame,
    /// Name of the organisation.
    pub name: String,
    /// Its entries.
    pub rows: Vec<ReleaseRow>,
    /// `wen`, `art`, `tage`, `bis`.
    pub form: Filled,
    /// Somebody else changed one of those chosen meanwhile.
    pub is_conflict: bool,
    /// The organisation's own limit.
    pub quota: QuotaForm,
    /// Deployments that wait for a word, and those released.
    pub deployments: HouseDeployments,
}

/// An entry and its release.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReleaseRow {
    /// Its id.
    pub id: String,
    /// Counts its changes.
    pub version: i32,
    /// Its public name, leading to its page.
    pub alias: Link,
    /// Short description.
    pub headline: String,
    /// The release that holds.
    pub release: Option<HeldRelease>,
    /// Days of this year it is committed for.
    pub used: u32,
    /// It is chosen.
    pub is_chosen: bool,
    /// Changed by somebody else since the viewer saw it.
    pub is_changed: bool,
}

/// A release that holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeldRelease {
    /// Standing, with the cap of a year if there is one; else asked each time.
    pub standing: Option<Option<u32>>,
    /// Days left this year under the cap.
    pub left: Option<u32>,
    /// Last day.
    pub until: String,
}

/// The limit of all entries together; a form that posts `kontingent` and `stand`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct QuotaForm {
    /// What is filled in.
    pub form: Filled,
    /// The limit that holds; none without one.
    pub limit: Option<u32>,
    /// Days of this year all are committed for.
    pub used: u32,
    /// Counts the changes of the organisation.
    pub version: i32,
    /// Somebody else changed the organisation meanwhile.
    pub is_conflict: bool,
}

impl ReleasesPage {
    fn fields(&self) -> Vec<Field> {
        let (texts, language) = (self.frame.texts(), self.frame.language);
        let forms = vec![
            ("standing".to_owned(), fl!(texts, "releases-standing")),
            ("each_time".to_owned(), fl!(texts, "releases-each-time")),
        ];
        let label = fl!(texts, "releases-form");
        let form = self
            .form
            .field(("art", label), FieldControl::Radio(forms), language);
        let label = fl!(texts, "releases-days");
        let days = FieldControl::Number(1, 366);
        let days = self.form.field(("tage", label), days, language);
        let label = fl!(texts, "releases-until");
        let until = self.form.field(("bis", label), FieldControl::Day, language);
        vec![
            form,
            days.hinted(fl!(texts, "releases-days-hint")),
            until.hinted(fl!(texts, "releases-until-hint")),
        ]
    }

    fn quota_field(&self) -> Field {
        let texts = self.frame.texts();
        let label = fl!(texts, "quota-days");
        let control = FieldControl::Number(0, 10_000);
        let field = self
            .quota
            .form
            .field(("kontingent", label), control, self.frame.language);
        field.hinted(fl!(texts, "quota-days-hint"))
    }

    fn messages(&self) -> Vec<(&'static str, String)> {
        let texts = self.frame.texts();
        let nobody = self.form.problems.iter().any(|(about, _)| *about == "wen");
        let nobody = nobody.then(|| ("wen", fl!(texts, "releases-nobody")));
        let mut messages: Vec<_> = nobody.into_iter().collect();
        messages.extend(Field::messages(self.fields()));
        messages.extend(Field::messages(vec![self.quota_field()]));
        messages
    }

    fn has_nobody_message(&self) -> bool {
        self.form.problems.iter().any(|(about, _)| *about == "wen")
    }
}

impl QuotaForm {
    /// Days left of the year; none without a limit.
    fn left(&self) -> Option<u32> {
        Some(self.limit?.saturating_sub(self.used))
    }
}

impl HeldRelease {
    fn text(&self, frame: &Frame) -> String {
        let texts = frame.texts();
        match (self.standing, self.left) {
            (None, _) => fl!(texts, "releases-held-each-time"),
            (Some(Some(days)), Some(left)) => {
                fl!(texts, "releases-held-days", days = days, left = left)
            }
            (Some(_), _) => fl!(texts, "releases-held-standing"),
        }
    }
}
