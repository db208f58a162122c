//! Where requests, alerts and deployments stand, in words.

use i18n_embed_fl::fl;

use crate::Language;
use crate::parts::WorkMode;

/// Where a request stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RequestBadge {
    /// Nobody is asked yet.
    Draft,
    /// People are asked.
    Alerting,
    /// Nobody new is asked for a while.
    Paused,
    /// Every place is taken.
    Filled,
    /// It is over.
    Over,
}

/// Where an alert stands; never what was answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AlertBadge {
    /// Not sent yet.
    Queued,
    /// Handed over.
    Sent,
    /// Arrived.
    Delivered,
    /// Looked at.
    Seen,
    /// Answered.
    Answered,
    /// Nobody answered in time.
    Expired,
    /// No longer needed.
    StoodDown,
    /// No way worked.
    Failed,
}

/// By which way an alert went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AlertChannel {
    /// Mail.
    Mail,
    /// A short message.
    Text,
    /// A call by a machine.
    Voice,
    /// A file in the folder of a service that shows itself.
    Drop,
    /// Another one.
    Other,
}

/// How somebody helps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DeploymentKind {
    /// By a talk of up to two hours.
    Talk,
    /// At the place.
    OnSite,
    /// From afar.
    Remote,
}

/// Where a deployment stands, with what is waited for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DeploymentStand {
    /// The employer is asked.
    Agreed {
        /// Until when, such as `heute, 14:20 Uhr`.
        until: String,
    },
    /// The town is asked.
    Released {
        /// Until when.
        until: String,
    },
    /// Committed.
    Accepted {
        /// Until when the town can object.
        objection: Option<String>,
        /// Until when whoever helps by a talk wants to phone.
        calls_by: Option<String>,
    },
    /// They help.
    Active {
        /// Until when.
        until: String,
    },
    /// They help until they are called back.
    Returning {
        /// Until when.
        until: String,
    },
    /// It was carried out.
    Ended,
    /// It was called off.
    Cancelled,
    /// Somebody said no.
    Refused,
    /// Somebody did not answer in time.
    Lapsed,
    /// Taken back, or needed no more.
    Withdrawn,
}

/// What somebody says on the phone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SpokenAnswer {
    /// A talk now.
    FirstCall,
    /// From afar.
    Remote,
    /// At the place.
    OnSite,
    /// No.
    No,
    /// No, and nothing else before the morning.
    NotTonight,
}

/// Places of a need or of a whole request.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Places {
    /// Asked for.
    pub asked: u16,
    /// Taken for good.
    pub committed: u16,
    /// Held by a yes that waits for somebody.
    pub provisional: u16,
}

impl RequestBadge {
    pub(crate) fn label(self, language: Language) -> String {
        let texts = language.texts();
        match self {
            Self::Draft => fl!(texts, "request-draft"),
            Self::Alerting => fl!(texts, "request-alerting"),
            Self::Paused => fl!(texts, "request-paused"),
            Self::Filled => fl!(texts, "request-filled"),
            Self::Over => fl!(texts, "request-over"),
        }
    }

    pub(crate) const fn tone(self) -> &'static str {
        match self {
            Self::Draft | Self::Paused => "warning",
            Self::Filled => "success",
            Self::Alerting | Self::Over => "info",
        }
    }
}

impl AlertBadge {
    pub(crate) fn label(self, language: Language) -> String {
        let texts = language.texts();
        match self {
            Self::Queued => fl!(texts, "alert-queued"),
            Self::Sent => fl!(texts, "alert-sent"),
            Self::Delivered => fl!(texts, "alert-delivered"),
            Self::Seen => fl!(texts, "alert-seen"),
            Self::Answered => fl!(texts, "alert-answered"),
            Self::Expired => fl!(texts, "alert-expired"),
            Self::StoodDown => fl!(texts, "alert-stood-down"),
            Self::Failed => fl!(texts, "alert-failed"),
        }
    }

    pub(crate) const fn tone(self) -> &'static str {
        match self {
            Self::Queued | Self::Sent | Self::Delivered | Self::Seen => "warning",
            Self::Answered => "success",
            Self::Expired | Self::StoodDown => "info",
            Self::Failed => "danger",
        }
    }
}

impl AlertChannel {
    pub(crate) fn label(self, language: Language) -> String {
        let texts = language.texts();
        match self {
            Self::Mail => fl!(texts, "alert-by-mail"),
            Self::Text => fl!(texts, "alert-by-text"),
            Self::Voice => fl!(texts, "alert-by-voice"),
            Self::Drop => fl!(texts, "alert-by-drop"),
            Self::Other => fl!(texts, "alert-by-other"),
        }
    }
}

impl DeploymentKind {
    /// In words.
    pub(crate) fn label(self, language: Language) -> String {
        match self {
            Self::Talk => fl!(language.texts(), "person-call"),
            Self::OnSite => WorkMode::OnSite.label(language),
            Self::Remote => WorkMode::Remote.label(language),
        }
    }
}

impl DeploymentStand {
    /// In words, with what is waited for.
    pub(crate) fn text(&self, language: Language) -> String {
        let texts = language.texts();
        match self {
            Self::Agreed { until } => fl!(texts, "deployments-agreed", until = until.as_str()),
            Self::Released { until } => fl!(texts, "deployments-released", until = until.as_str()),
            Self::Accepted {
                calls_by: Some(at), ..
            } => fl!(texts, "deployments-calls", at = at.as_str()),
            Self::Accepted { calls_by: None, .. } => fl!(texts, "deployments-accepted"),
            Self::Active { until } => fl!(texts, "deployments-active", until = until.as_str()),
            Self::Returning { until } => {
                fl!(texts, "deployments-returning", until = until.as_str())
            }
            Self::Ended => fl!(texts, "deployments-ended"),
            Self::Cancelled => fl!(texts, "deployments-cancelled"),
            Self::Refused => fl!(texts, "deployments-refused"),
            Self::Lapsed => fl!(texts, "deployments-lapsed"),
            Self::Withdrawn => fl!(texts, "deployments-withdrawn"),
        }
    }

    /// Whether all sides were committed once.
    pub(crate) const fn was_committed(&self) -> bool {
        match self {
            Self::Accepted { .. }
            | Self::Active { .. }
            | Self::Returning { .. }
            | Self::Ended
            | Self::Cancelled => true,
            Self::Agreed { .. }
            | Self::Released { .. }
            | Self::Refused
            | Self::Lapsed
            | Self::Withdrawn => false,
        }
    }

    pub(crate) const fn tone(&self) -> &'static str {
        match self {
            Self::Agreed { .. } | Self::Released { .. } | Self::Returning { .. } => "warning",
            Self::Accepted { .. } | Self::Active { .. } => "success",
            Self::Refused | Self::Lapsed | Self::Withdrawn | Self::Ended | Self::Cancelled => {
                "info"
            }
        }
    }

    /// Until when the town can object, in words.
    pub(crate) fn objection(&self, language: Language) -> Option<String> {
        match self {
            Self::Accepted {
                objection: Some(until),
                ..
            } => Some(fl!(
                language.texts(),
                "deployments-objection",
                until = until.as_str()
            )),
            Self::Accepted {
                objection: None, ..
            }
            | Self::Agreed { .. }
            | Self::Released { .. }
            | Self::Active { .. }
            | Self::Returning { .. }
            | Self::Ended
            | Self::Cancelled
            | Self::Refused
            | Self::Lapsed
            | Self::Withdrawn => None,
        }
    }
}

impl SpokenAnswer {
    /// All there are.
    pub const ALL: [Self; 5] = [
        Self::FirstCall,
        Self::Remote,
        Self::OnSite,
        Self::No,
        Self::NotTonight,
    ];

    /// Value of `antwort`, as on the wire.
    pub const fn value(self) -> &'static str {
        match self {
            Self::FirstCall => "first_call",
            Self::Remote => "remote",
            Self::OnSite => "on_site",
            Self::No => "no",
            Self::NotTonight => "not_tonight",
        }
    }

    pub(crate) fn label(self, language: Language) -> String {
        let texts = language.texts();
        match self {
            Self::FirstCall => fl!(texts, "spoken-first-call"),
            Self::Remote => fl!(texts, "spoken-remote"),
            Self::OnSite => fl!(texts, "spoken-on-site"),
            Self::No => fl!(texts, "spoken-no"),
            Self::NotTonight => fl!(texts, "spoken-not-tonight"),
        }
    }
}

impl Places {
    /// Those nobody holds.
    pub(crate) fn open(self) -> u16 {
        self.asked
            .saturating_sub(self.committed)
            .saturating_sub(self.provisional)
    }

    /// `3 von 8 Plätzen zugesagt, 2 vorläufig`.
    pub(crate) fn text(self, language: Language) -> String {
        let texts = language.texts();
        let Self {
            asked,
            committed,
            provisional,
        } = self;
        if provisional == 0 {
            return fl!(
                texts,
                "request-places",
                asked = asked,
                committed = committed
            );
        }
        fl!(
            texts,
            "request-places-provisional",
            asked = asked,
            committed = committed,
            provisional = provisional
        )
    }
}
