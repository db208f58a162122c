//! Light, dark, or as the device wishes.

/// A colour scheme, kept in the cookie [`Theme::COOKIE`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the device wishes.
    #[default]
    Auto,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl Theme {
    /// Name of the cookie and of the form field.
    pub const COOKIE: &'static str = "thema";
    /// All there are, in the order of the switch.
    pub const ALL: [Self; 3] = [Self::Auto, Self::Light, Self::Dark];

    /// Its value in the cookie and the form.
    pub const fn value(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "hell",
            Self::Dark => "dunkel",
        }
    }

    /// The theme of a cookie's or form's value.
    pub fn from_value(value: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|theme| theme.value() == value)
    }

    /// What KERN calls it in `data-kern-theme`; nothing when the device decides.
    pub(crate) const fn kern(self) -> Option<&'static str> {
        match self {
            Self::Auto => None,
            Self::Light => Some("light"),
            Self::Dark => Some("dark"),
        }
    }
}
