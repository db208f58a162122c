//! Every page filled with samples: rendered by tests, looked at by people, shown in the gallery.

mod access;
mod account;
mod administration;
mod administration_contacts;
mod administration_organisations;
mod administration_regions;
mod administration_terms;
mod alarms;
mod audit;
mod borrowing;
mod calendar_file;
mod cards;
mod care;
mod costs;
mod costs_times;
mod decoys;
mod deployment;
mod deployments;
mod emergency;
mod employer;
mod entry;
mod help;
mod help_people;
mod help_status;
mod import;
mod incidents;
mod incidents_care;
mod intake;
mod keys;
mod legal;
mod legal_basis;
mod map;
mod matching;
mod offers;
mod own_account;
mod own_data;
mod public;
mod readiness;
mod requests;
mod review;
mod roster;
mod search;
mod still_right;
mod thread;
mod vetting;

use askama::Template;

use crate::{Account, Frame, Language, Operator, Role};

pub use public::gallery;

/// A page with a sample in it.
#[derive(Clone, Debug)]
pub struct Sample {
    /// Name of the page, such as `search`.
    pub page: &'static str,
    /// What the sample shows, such as `no-hits`.
    pub name: &'static str,
    /// The page.
    pub html: String,
    /// A whole page, not a part of one.
    pub is_whole: bool,
}

/// All samples of all pages in a language.
pub fn all(language: Language) -> Vec<Sample> {
    let mut collector = Collector {
        language,
        samples: Vec::new(),
    };
    public::collect(&mut collector);
    legal::collect(&mut collector);
    search::collect(&mut collector);
    map::collect(&mut collector);
    matching::collect(&mut collector);
    account::collect(&mut collector);
    entry::collect(&mut collector);
    calendar_file::collect(&mut collector);
    access::collect(&mut collector);
    own_account::collect(&mut collector);
    own_data::collect(&mut collector);
    audit::collect(&mut collector);
    administration::collect(&mut collector);
    administration_contacts::collect(&mut collector);
    administration_organisations::collect(&mut collector);
    administration_regions::collect(&mut collector);
    administration_terms::collect(&mut collector);
    keys::collect(&mut collector);
    alarms::collect(&mut collector);
    decoys::collect(&mut collector);
    emergency::collect(&mut collector);
    employer::collect(&mut collector);
    offers::collect(&mut collector);
    borrowing::collect(&mut collector);
    vetting::collect(&mut collector);
    import::collect(&mut collector);
    still_right::collect(&mut collector);
    help::collect(&mut collector);
    help_status::collect(&mut collector);
    help_people::collect(&mut collector);
    incidents::collect(&mut collector);
    care::collect(&mut collector);
    intake::collect(&mut collector);
    requests::collect(&mut collector);
    deployments::collect(&mut collector);
    deployment::collect(&mut collector);
    readiness::collect(&mut collector);
    costs::collect(&mut collector);
    costs_times::collect(&mut collector);
    review::collect(&mut collector);
    roster::collect(&mut collector);
    legal_basis::collect(&mut collector);
    thread::collect(&mut collector);
    collector.samples
}

/// Where samples are put.
struct Collector {
    language: Language,
    samples: Vec<Sample>,
}

impl Collector {
    fn add(&mut self, page: &'static str, name: &'static str, filled: &impl Template) {
        let html = filled.render().unwrap_or_default();
        self.samples.push(Sample {
            page,
            name,
            is_whole: html.starts_with("<!doctype html>"),
            html,
        });
    }

    /// The frame of somebody not signed in.
    fn anonymous(&self, here: &str) -> Frame {
        Frame {
            language: self.language,
            here: here.to_owned(),
            operator: Operator {
                name: "Vitako e. V.".to_owned(),
                phone: Some("030 20648 0112".to_owned()),
            },
            ..Frame::default()
        }
    }

    /// The frame of somebody signed in.
    fn signed_in(&self, here: &str, role: Role) -> Frame {
        Frame {
            account: Some(Account {
                label: "a.schroeder@koethen.example".to_owned(),
                roles: vec![role],
            }),
            is_demo: true,
            ..self.anonymous(here)
        }
    }

    /// A text of a sample in the language of the page.
    fn pick(&self, german: &str, english: &str) -> String {
        match self.language {
            Language::German => german.to_owned(),
            Language::English => english.to_owned(),
        }
    }
}
