//! Who manages an organisation for somebody until a day, as admins see it.

/// The deputies of an organisation.
#[derive(Clone, Debug)]
pub enum KeptDeputies {
    /// With names.
    Shown(Vec<DeputyRow>),
    /// So many; who they are is shown to those who confirmed that it is them.
    Hidden(usize),
}

/// A deputy; ended by a form that posts `vertretung`, and `konto` where the page is that of an account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeputyRow {
    /// Names it in forms.
    pub id: String,
    /// The organisation: its page and its name.
    pub organisation: (String, String),
    /// Who acts: the page of the account and its mail address.
    pub deputy: (String, String),
    /// For whom.
    pub giver: (String, String),
    /// Last day.
    pub until: String,
    /// It is the own account of whoever looks.
    pub is_own: bool,
}
