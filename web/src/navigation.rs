//! The main navigation, which differs by role.

use i18n_embed_fl::fl;

use crate::{Frame, Role};

/// A link of the main navigation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NavigationItem {
    /// Where it leads.
    pub href: &'static str,
    /// What it is called.
    pub label: String,
    /// The page is in this part.
    pub is_current: bool,
}

/// Who may search and see masked entries.
const SEARCHERS: [Role; 6] = [
    Role::Expert,
    Role::MemberManager,
    Role::Requester,
    Role::Vetter,
    Role::Coordinator,
    Role::Admin,
];
/// Who may ask for a match.
const MATCHERS: [Role; 3] = [Role::MemberManager, Role::Requester, Role::Coordinator];
/// Who belongs to an organisation they may read.
const BELONGING: [Role; 3] = [Role::Expert, Role::MemberManager, Role::Requester];

/// Who takes part in deployments.
const DEPLOYED: [Role; 4] = [
    Role::Expert,
    Role::MemberManager,
    Role::Requester,
    Role::Coordinator,
];

/// Who sees incidents.
const CALLERS: [Role; 4] = [
    Role::Requester,
    Role::Coordinator,
    Role::MemberManager,
    Role::LandLiaison,
];
/// Who sees offers that are not people.
const OFFERED: [Role; 5] = [
    Role::MemberManager,
    Role::Requester,
    Role::Vetter,
    Role::Coordinator,
    Role::Admin,
];
/// Who sees figures of the whole federation.
const COUNTING: [Role; 4] = [
    Role::MemberManager,
    Role::Coordinator,
    Role::Admin,
    Role::Auditor,
];
/// Who keeps the roster and the cards, and looks after alarms.
const KEEPERS: [Role; 2] = [Role::Coordinator, Role::Admin];

impl Frame {
    /// The links for whoever looks at the page; who is not signed in is led to sign in.
    pub fn navigation(&self) -> Vec<NavigationItem> {
        let entries = self.parts().into_iter().chain(self.offices());
        let shown = entries.filter(|(is_shown, ..)| *is_shown);
        let shown: Vec<_> = shown.collect();
        // Of two parts one within the other, the page is in the inner one.
        let inmost = shown
            .iter()
            .map(|(_, href, _)| *href)
            .filter(|href| self.is_in(href))
            .max_by_key(|href| href.len());
        shown
            .into_iter()
            .map(|(_, href, label)| NavigationItem {
                is_current: inmost == Some(href),
                href,
                label,
            })
            .collect()
    }

    /// All parts: whether it is shown, where it is, what it is called.
    fn parts(&self) -> [(bool, &'static str, String); 10] {
        let texts = self.texts();
        let is_anonymous = self.account.is_none();
        [
            (true, "/hilfe", fl!(texts, "nav-help")),
            (
                self.has_role(&CALLERS),
                "/vorfaelle",
                fl!(texts, "nav-incidents"),
            ),
            (
                is_anonymous || self.has_role(&SEARCHERS),
                "/suche",
                fl!(texts, "nav-search"),
            ),
            (
                is_anonymous || self.has_role(&MATCHERS),
                "/abgleich",
                fl!(texts, "nav-match"),
            ),
            (self.has_role(&SEARCHERS), "/karte", fl!(texts, "nav-map")),
            (
                self.has_role(&[Role::Expert]),
                "/profil",
                fl!(texts, "nav-profile"),
            ),
            (
                self.has_role(&DEPLOYED),
                "/einsaetze",
                fl!(texts, "nav-deployments"),
            ),
            (
                self.has_role(&BELONGING),
                "/organisation",
                fl!(texts, "nav-organisation"),
            ),
            (
                self.has_role(&[Role::Requester]),
                "/kommune",
                fl!(texts, "nav-town"),
            ),
            (
                self.has_role(&[Role::MemberManager]),
                "/organisation/notfallkarten",
                fl!(texts, "nav-cards"),
            ),
        ]
    }

    /// What is for those who run the register.
    fn offices(&self) -> [(bool, &'static str, String); 6] {
        let texts = self.texts();
        [
            (
                self.has_role(&[Role::Vetter]),
                "/pruefung",
                fl!(texts, "nav-vetting"),
            ),
            (
                self.has_role(&KEEPERS),
                "/bereitschaft",
                fl!(texts, "nav-roster"),
            ),
            (
                self.has_role(&KEEPERS),
                "/notfallkarten",
                fl!(texts, "nav-cards"),
            ),
            (
                self.has_role(&KEEPERS),
                "/verwaltung/warnungen",
                fl!(texts, "nav-alarms", count = self.open_alarms),
            ),
            (
                self.has_role(&[Role::Admin]),
                "/verwaltung",
                fl!(texts, "nav-admin"),
            ),
            (
                self.has_role(&[Role::Auditor]),
                "/protokoll",
                fl!(texts, "nav-audit"),
            ),
        ]
    }

    /// Whether a link to a match leads anywhere for whoever looks; who is not signed in is led to sign in.
    pub(crate) fn may_match(&self) -> bool {
        self.account.is_none() || self.has_role(&MATCHERS)
    }

    /// Whether a link to the figures of the federation leads anywhere.
    pub(crate) fn may_see_figures(&self) -> bool {
        self.has_role(&COUNTING)
    }

    /// Whether a link to the offers leads anywhere.
    pub(crate) fn may_see_offers(&self) -> bool {
        self.has_role(&OFFERED)
    }

    /// Whether the page is this one or below it.
    pub(crate) fn is_in(&self, href: &str) -> bool {
        let rest = self.path().strip_prefix(href);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Account;

    fn hrefs(roles: Option<Vec<Role>>) -> Vec<&'static str> {
        let account = roles.map(|roles| Account {
            label: "a@example.org".to_owned(),
            roles,
        });
        let frame = Frame {
            account,
            ..Frame::default()
        };
        frame.navigation().iter().map(|item| item.href).collect()
    }

    #[test]
    fn everybody_sees_what_they_may_do() {
        assert_eq!(hrefs(None), ["/hilfe", "/suche", "/abgleich"]);
        assert_eq!(
            hrefs(Some(vec![Role::Vetter])),
            ["/hilfe", "/suche", "/karte", "/pruefung"]
        );
        assert_eq!(
            hrefs(Some(vec![Role::Expert])),
            [
                "/hilfe",
                "/suche",
                "/karte",
                "/profil",
                "/einsaetze",
                "/organisation"
            ]
        );
        assert_eq!(hrefs(Some(vec![Role::Auditor])), ["/hilfe", "/protokoll"]);
        assert_eq!(
            hrefs(Some(vec![Role::Admin])),
            [
                "/hilfe",
                "/suche",
                "/karte",
                "/bereitschaft",
                "/notfallkarten",
                "/verwaltung/warnungen",
                "/verwaltung"
            ]
        );
    }

    #[test]
    fn who_asks_for_help_arranges_it_or_reads_along_sees_the_incidents() {
        for role in CALLERS {
            assert_eq!(hrefs(Some(vec![role]))[..2], ["/hilfe", "/vorfaelle"]);
        }
    }

    #[test]
    fn each_side_of_a_deployment_finds_it() {
        for role in DEPLOYED {
            assert!(hrefs(Some(vec![role])).contains(&"/einsaetze"), "{role:?}");
        }
    }

    #[test]
    fn the_link_to_the_alarms_says_how_many_are_open() {
        let mut frame = Frame {
            account: Some(Account {
                label: String::new(),
                roles: vec![Role::Admin],
            }),
            ..Frame::default()
        };
        let label = |frame: &Frame| {
            let items = frame.navigation();
            let found = items
                .iter()
                .find(|item| item.href == "/verwaltung/warnungen");
            found.map(|item| item.label.clone())
        };

        assert_eq!(label(&frame).as_deref(), Some("Warnungen"));
        frame.open_alarms = 2;
        assert_eq!(label(&frame).as_deref(), Some("Warnungen (2)"));
    }

    #[test]
    fn the_part_a_page_is_in_is_marked() {
        let frame = Frame {
            here: "/suche?q=ad".to_owned(),
            ..Frame::default()
        };

        assert!(frame.is_in("/suche"));
        assert!(!frame.is_in("/such"));
    }
}
