//! What the messages say.

use web::letters::{self, CredentialChange, Letter, News, Topic};

use super::model::AccountNotice;
use crate::notifications::Post;

/// One kind of news that waited, how often it came, and the link it carries if it carries one.
pub(super) struct Gathered {
    pub(super) notice: AccountNotice,
    pub(super) times: i32,
    pub(super) link: Option<String>,
}

enum About {
    Credential(CredentialChange),
    Topic(Topic, &'static str),
}

/// The letter of one message; `link` is where a question can be answered without signing in.
pub(super) fn letter(post: &Post, notice: AccountNotice, link: Option<&str>) -> Letter {
    match about(notice) {
        About::Credential(change) => letters::credential_changed(&post.sender, change),
        About::Topic(Topic::ConfirmationDue, path) => {
            letters::confirmation_due(&post.sender, link.unwrap_or(path), path)
        }
        About::Topic(topic, path) => letters::news(&post.sender, topic, path),
    }
}

/// The letter of a day.
pub(super) fn daily(post: &Post, gathered: &[Gathered]) -> Letter {
    let news = gathered.iter().filter_map(|one| match about(one.notice) {
        About::Credential(_) => None,
        About::Topic(topic, path) => Some(News {
            topic,
            times: one.times.unsigned_abs(),
            path: one.link.as_deref().unwrap_or(path),
        }),
    });
    letters::daily(&post.sender, &news.collect::<Vec<_>>())
}

fn about(notice: AccountNotice) -> About {
    use About::{Credential, Topic as On};
    match notice {
        AccountNotice::PasswordSet => Credential(CredentialChange::Password),
        AccountNotice::SecondFactorSet => Credential(CredentialChange::SecondFactorSet),
        AccountNotice::SecondFactorRemoved => Credential(CredentialChange::SecondFactorRemoved),
        AccountNotice::PasskeyAdded => Credential(CredentialChange::PasskeyAdded),
        AccountNotice::PasskeyRemoved => Credential(CredentialChange::PasskeyRemoved),
        AccountNotice::RecoveryCodesRenewed => Credential(CredentialChange::RecoveryCodes),
        AccountNotice::TokenIssued => Credential(CredentialChange::AccessKey),
        AccountNotice::RecoveryBegun => Credential(CredentialChange::RecoveryBegun),
        AccountNotice::LinkIssued => Credential(CredentialChange::Link),
        AccountNotice::NameShown => On(Topic::NameShown, "/einblicke"),
        AccountNotice::AdmissionEnds => On(Topic::AdmissionEnds, "/profil"),
        AccountNotice::TeamAdmissionEnds => On(Topic::AdmissionEnds, "/organisation"),
        AccountNotice::ConfirmationDue => On(Topic::ConfirmationDue, "/profil"),
        AccountNotice::TeamConfirmationDue => On(Topic::ConfirmationDue, "/organisation"),
        AccountNotice::ConsentEnds => On(Topic::ConsentEnds, "/einwilligungen"),
        AccountNotice::CaseDecided => On(Topic::CaseDecided, "/profil"),
        AccountNotice::TeamCaseDecided => On(Topic::CaseDecided, "/organisation"),
        AccountNotice::CaseAsks => On(Topic::CaseAsks, "/profil"),
        AccountNotice::TeamCaseAsks => On(Topic::CaseAsks, "/organisation"),
        AccountNotice::SkillsProven => On(Topic::SkillsProven, "/einsaetze"),
        AccountNotice::CasesWait => On(Topic::CasesWait, "/pruefung?offen=ja"),
        AccountNotice::HelpAsked => On(Topic::HelpAsked, "/vorfaelle"),
        AccountNotice::HelpOfServedTown => On(Topic::HelpOfServedTown, "/vorfaelle"),
        AccountNotice::HelpOfServedTownOver => On(Topic::HelpOfServedTownOver, "/vorfaelle"),
    }
}
