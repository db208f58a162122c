//! A session as its account sees it.

/// Somewhere the account is signed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SessionRow {
    /// Names it in the form that ends it.
    pub id: String,
    /// When it began, such as `heute, 8:02 Uhr`.
    pub started: String,
    /// When it was last used.
    pub seen: String,
    /// The one the page is seen in.
    pub is_current: bool,
}
