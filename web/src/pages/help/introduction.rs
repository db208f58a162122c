//! Who would help, as a town is told before it says yes or no: who sends them, what they can do, what it costs.

use i18n_embed_fl::fl;

use crate::Language;
use crate::pages::OrganisationKind;
use crate::parts::{Skill, level_label};

/// What a town is told of somebody it decides about; never who they are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Introduction {
    /// What kind of organisation sends them.
    pub sender: OrganisationKind,
    /// Its name; nothing where few people of it are listed.
    pub employer: Option<String>,
    /// What they are, such as `IT-Forensik`.
    pub function: Option<String>,
    /// What of the need they can do.
    pub reasons: Vec<Skill>,
    /// On which basis it is paid.
    pub cost: Cost,
}

/// On which basis help is paid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cost {
    /// Not at all: a first talk.
    Free,
    /// What is spent besides: Amtshilfe.
    ExtraCosts,
    /// The rate that was agreed.
    AgreedRate,
}

impl Introduction {
    /// Who sends them, such as `Musterdata, Kommunaler IT-Dienstleister`.
    pub(crate) fn sent_by(&self, language: Language) -> String {
        let kind = self.sender.label(language);
        match &self.employer {
            Some(name) => format!("{name}, {kind}"),
            None => kind,
        }
    }

    /// What they can do, each with its level and what vouches for it.
    pub(crate) fn able(&self, language: Language) -> Vec<String> {
        let able = self.reasons.iter().map(|skill| {
            let level = fl!(
                language.texts(),
                "skill-level",
                level = skill.level,
                meaning = level_label(skill.level, language)
            );
            let evidence = skill.evidence.label(language);
            format!("{}: {level}, {evidence}", skill.label)
        });
        able.collect()
    }
}

impl Cost {
    /// What a town pays, in a sentence: the one text of it, for pages and the API.
    pub fn text(self, language: Language) -> String {
        let texts = language.texts();
        match self {
            Self::Free => fl!(texts, "cost-free"),
            Self::ExtraCosts => fl!(texts, "cost-extra"),
            Self::AgreedRate => fl!(texts, "cost-rate"),
        }
    }

    /// The same for whoever sends somebody.
    pub(in crate::pages) fn told_to_sender(self, language: Language) -> String {
        let texts = language.texts();
        match self {
            Self::Free => fl!(texts, "release-cost-call"),
            Self::ExtraCosts => fl!(texts, "release-cost-extra"),
            Self::AgreedRate => fl!(texts, "release-cost-rate"),
        }
    }
}
