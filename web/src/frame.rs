//! What every page shows around its own matter.

use i18n_embed::fluent::FluentLanguageLoader;
use i18n_embed_fl::fl;

use crate::{Language, Shortcuts, Theme};

/// The surroundings of a page: who looks at it, in which language and theme, and what just happened.
#[derive(Clone, Debug, Default)]
pub struct Frame {
    /// Language of the page.
    pub language: Language,
    /// Colour scheme chosen.
    pub theme: Theme,
    /// Whether keys of one character do something.
    pub shortcuts: Shortcuts,
    /// Path and query of the page, such as `/suche?q=ad`; the switches lead back to it.
    pub here: String,
    /// Who is signed in.
    pub account: Option<Account>,
    /// What to say about the last thing done.
    pub flash: Option<Flash>,
    /// Who runs the register.
    pub operator: Operator,
    /// All people and organisations shown are invented.
    pub is_demo: bool,
    /// How many alarms wait for whoever looks after them.
    pub open_alarms: u64,
}

/// Who runs the register.
#[derive(Clone, Debug, Default)]
pub struct Operator {
    /// Name of the operator.
    pub name: String,
    /// Number of the Koordinierungsstelle as it is written, such as `0345 1234567`.
    pub phone: Option<String>,
}

/// Somebody signed in.
#[derive(Clone, Debug)]
pub struct Account {
    /// What to call them: an address or a name.
    pub label: String,
    /// Their roles.
    pub roles: Vec<Role>,
}

/// A role as the navigation needs it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Keeps the own record.
    Expert,
    /// Keeps the experts of the own organisation.
    MemberManager,
    /// Asks for help.
    Requester,
    /// Admits experts.
    Vetter,
    /// Allocates help.
    Coordinator,
    /// Keeps organisations, accounts and reference data.
    Admin,
    /// Reads the audit record.
    Auditor,
    /// Follows the situation for a Land.
    LandLiaison,
}

/// A message about the last thing done.
#[derive(Clone, Debug)]
pub struct Flash {
    /// How it went.
    pub kind: FlashKind,
    /// What to say, in the page's language.
    pub text: String,
    /// How to take it back.
    pub undo: Option<Undo>,
}

/// How a thing done went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FlashKind {
    /// It worked.
    Success,
    /// Something to know.
    Info,
    /// Something to look after.
    Warning,
    /// It did not work.
    Danger,
}

/// A form that takes the last thing back.
#[derive(Clone, Debug)]
pub struct Undo {
    /// Where the form posts to.
    pub action: String,
    /// Until when it works, such as `14:20 Uhr`.
    pub until: String,
}

impl Frame {
    /// The texts of the page's language.
    pub(crate) fn texts(&self) -> &'static FluentLanguageLoader {
        self.language.texts()
    }

    /// The page's language, by value for templates.
    pub(crate) fn language(&self) -> Language {
        self.language
    }

    /// This page in the other language.
    pub(crate) fn other_language_href(&self) -> String {
        let (path, query) = self.here.split_once('?').unwrap_or((&self.here, ""));
        let kept = query
            .split('&')
            .filter(|pair| !pair.is_empty() && !pair.starts_with("lang="));
        let mut href = format!("{path}?");
        for pair in kept {
            href.push_str(pair);
            href.push('&');
        }
        href.push_str("lang=");
        href.push_str(self.language.other().code());
        href
    }

    /// The path of the page without its query.
    pub(crate) fn path(&self) -> &str {
        self.here
            .split_once('?')
            .map_or(self.here.as_str(), |(path, _)| path)
    }

    /// Whether somebody signed in has one of these roles.
    pub(crate) fn has_role(&self, roles: &[Role]) -> bool {
        let held = self.account.iter().flat_map(|account| &account.roles);
        held.into_iter().any(|role| roles.contains(role))
    }
}

impl Operator {
    /// The number for a `tel:` link.
    pub(crate) fn phone_href(&self) -> Option<String> {
        self.phone.as_deref().map(tel_href)
    }
}

/// The `tel:` link of a number as it is written.
pub(crate) fn tel_href(phone: &str) -> String {
    let is_dialled = |character: &char| character.is_ascii_digit() || *character == '+';
    format!(
        "tel:{}",
        phone.chars().filter(is_dialled).collect::<String>()
    )
}

/// Area codes of two digits. How long another one is, its digits do not say.
const SHORT_AREAS: [&str; 4] = ["30", "40", "69", "89"];

/// A number as it is read: one in E.164 with gaps where they are sure, and one that somebody wrote as they wrote it.
pub(crate) fn tel_text(phone: &str) -> String {
    let national = phone.strip_prefix("+49");
    let Some(rest) = national.filter(|rest| rest.bytes().all(|byte| byte.is_ascii_digit())) else {
        return phone.to_owned();
    };
    let is_mobile = ["15", "16", "17"].iter().any(|area| rest.starts_with(area));
    let is_short = SHORT_AREAS.iter().any(|area| rest.starts_with(area));
    let gap = match (is_mobile, is_short) {
        (true, _) => 3,
        (false, true) => 2,
        (false, false) => 0,
    };
    match rest.split_at_checked(gap) {
        Some((area, number)) if !area.is_empty() => format!("+49 {area} {number}"),
        Some(_) | None => format!("+49 {rest}"),
    }
}

impl Role {
    /// What the role is called.
    pub fn label(self, language: Language) -> String {
        let texts = language.texts();
        match self {
            Self::Expert => fl!(texts, "role-expert"),
            Self::MemberManager => fl!(texts, "role-member-manager"),
            Self::Requester => fl!(texts, "role-requester"),
            Self::Vetter => fl!(texts, "role-vetter"),
            Self::Coordinator => fl!(texts, "role-coordinator"),
            Self::Admin => fl!(texts, "role-admin"),
            Self::Auditor => fl!(texts, "role-auditor"),
            Self::LandLiaison => fl!(texts, "role-land-liaison"),
        }
    }
}

impl FlashKind {
    /// What KERN calls it.
    pub(crate) const fn kern(self) -> &'static str {
        match self {
            Self::Success => "success",
            Self::Info => "info",
            Self::Warning => "warning",
            Self::Danger => "danger",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_language_link_keeps_the_query_and_names_the_other_language_once() {
        let frame = Frame {
            here: "/suche?q=ad&lang=de&land=15".to_owned(),
            ..Frame::default()
        };

        let href = frame.other_language_href();

        assert_eq!(href, "/suche?q=ad&land=15&lang=en");
    }

    #[test]
    fn a_number_is_dialled_without_blanks() {
        let operator = Operator {
            phone: Some("+49 345 / 123-45".to_owned()),
            ..Operator::default()
        };

        assert_eq!(operator.phone_href().unwrap(), "tel:+4934512345");
    }

    #[test]
    fn a_number_is_read_with_gaps() {
        for (phone, text) in [
            ("+491719998887", "+49 171 9998887"),
            ("+493023125000", "+49 30 23125000"),
            ("+4934961000002", "+49 34961000002"),
            ("+49 345 / 123-45", "+49 345 / 123-45"),
            ("+43664123456", "+43664123456"),
            ("110", "110"),
            ("+4917", "+49 17"),
        ] {
            assert_eq!(tel_text(phone), text);
        }
    }
}
