//! On which basis somebody helps, and by which form they are sent.

use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray};
use utoipa::ToSchema;

use super::matrix::Matrix;
use crate::clock::Instant;
use crate::incidents::deployments::Deployment;
use crate::organisations::LegalForm;

/// Seconds of an hour and a day.
const HOUR: i64 = 60 * 60;
const DAY: i64 = 24 * HOUR;
/// Seconds from acceptance within which the basis is to be settled (trust.md 17).
const SETTLED: i64 = 72 * HOUR;
/// Seconds from acceptance until which the sides are reminded, once a day.
const REMINDED: i64 = 7 * DAY;

/// On which legal basis somebody helps.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    ToSchema,
    EnumString,
    IntoStaticStr,
    VariantArray,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum LegalBasis {
    /// Help between authorities, § 4 `VwVfG` of the Land; on request, supplementary, for once.
    Amtshilfe,
    /// A contract of public law between authorities, such as a Zweckvereinbarung.
    PublicLawAgreement,
    /// A contract of private law, or a framework agreement.
    Contract,
    /// Membership, such as in a Zweckverband, a cooperative or an own company (Inhouse, § 108 GWB).
    Membership,
    /// The law of disaster control of the Land.
    DisasterLaw,
}

/// By which form people are sent.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    ToSchema,
    EnumString,
    IntoStaticStr,
    VariantArray,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum PersonnelForm {
    /// Fernhilfe: from the own desk.
    Remote,
    /// Dienstreise: orders come from the own house.
    #[default]
    BusinessTrip,
    /// Abordnung: of more than three months the person is heard and the staff council asked.
    Secondment,
    /// Zuweisung, such as to a body that is no employer of public law (§ 20 `BeamtStG`).
    Assignment,
    /// Dienstleistungsvertrag: the house owes the work, not the person.
    ServiceContract,
}

/// What is paid for help; never both on one sheet.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Serialize,
    Deserialize,
    ToSchema,
    EnumString,
    IntoStaticStr,
    VariantArray,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum CostKind {
    /// Auslagenersatz: what is spent besides (§ 8 `VwVfG`; `BVerwG` 27.06.2018 – 6 C 10.17).
    Reimbursement,
    /// Entgelt: a rate, with VAT where it is owed.
    Fee,
}

/// What was chosen for a deployment.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(
    clippy::struct_field_names,
    reason = "the basis is what the law calls it"
)]
pub struct Basis {
    /// The basis.
    pub basis: LegalBasis,
    /// The form.
    pub form: PersonnelForm,
    /// When it was chosen.
    pub at: Instant,
    /// By whom.
    pub by: String,
}

/// Why what is paid could not wait.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Urgency {
    /// The reason.
    pub reason: String,
    /// What is done, and how much of it.
    pub extent: String,
    /// Until when.
    pub until: Instant,
}

impl std::fmt::Debug for Urgency {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Urgency")
    }
}

impl Basis {
    /// Whether it can still stand between these two: what their forms of today, or the matrix, no longer allow counts as
    /// open.
    pub fn holds(&self, matrix: &Matrix, forms: (LegalForm, LegalForm)) -> bool {
        matrix.check(forms, self.basis, self.form).is_ok()
    }
}

/// Whether a legal form is one of public law.
pub const fn is_public(form: LegalForm) -> bool {
    match form {
        LegalForm::TerritorialAuthority
        | LegalForm::SpecialPurposeAssociation
        | LegalForm::PublicInstitution
        | LegalForm::MunicipalEnterprise
        | LegalForm::StateAuthority => true,
        LegalForm::Gmbh
        | LegalForm::Eg
        | LegalForm::Ag
        | LegalForm::RegisteredAssociation
        | LegalForm::Other => false,
    }
}

impl LegalBasis {
    /// Whether it can be at all where both sides are of public law, or not both, whatever the matrix says: Amtshilfe and
    /// contracts of public law are between bodies of public law, and a company gives no Amtshilfe (trust.md 17).
    pub const fn is_possible(self, are_public: bool) -> bool {
        match self {
            Self::Amtshilfe | Self::PublicLawAgreement => are_public,
            Self::Contract | Self::Membership | Self::DisasterLaw => true,
        }
    }

    /// What is paid. Among bodies of public law, what members or parties agreed is taken to be expenses.
    pub const fn cost(self, sender: LegalForm, receiver: LegalForm) -> CostKind {
        match self {
            Self::Amtshilfe | Self::DisasterLaw => CostKind::Reimbursement,
            Self::Contract => CostKind::Fee,
            Self::Membership | Self::PublicLawAgreement => {
                if is_public(sender) && is_public(receiver) {
                    CostKind::Reimbursement
                } else {
                    CostKind::Fee
                }
            }
        }
    }

    /// Whether a note says why it could not wait: what is bought without a tender.
    pub const fn asks_for_urgency(self) -> bool {
        match self {
            Self::Contract => true,
            Self::Amtshilfe | Self::PublicLawAgreement | Self::Membership | Self::DisasterLaw => {
                false
            }
        }
    }

    /// Whether people can be sent by this form, whatever the matrix says.
    pub const fn can_send_by(self, form: PersonnelForm) -> bool {
        match form {
            PersonnelForm::ServiceContract => matches!(self, Self::Contract),
            PersonnelForm::Remote
            | PersonnelForm::BusinessTrip
            | PersonnelForm::Secondment
            | PersonnelForm::Assignment => true,
        }
    }
}

/// Whether a basis is asked for: of what was committed, and more than a first talk.
pub fn needs_basis(deployment: &Deployment) -> bool {
    deployment.state.fills_a_place() && !deployment.terms.is_first_call
}

/// Until when a basis that is still open is to be settled.
pub fn settle_by(deployment: &Deployment) -> Option<Instant> {
    let (at, _) = deployment.accepted.as_ref()?;
    (needs_basis(deployment) && deployment.basis.is_none()).then(|| at.plus_seconds(SETTLED))
}

/// When the sides of what is accepted now are reminded, while the basis is open: after 72 hours, then once a day until
/// the seventh.
pub fn reminders(accepted: Instant) -> impl Iterator<Item = Instant> {
    let days = (REMINDED - SETTLED) / DAY;
    (0..=days).map(move |day| accepted.plus_seconds(SETTLED + day * DAY))
}

/// Which of the reminders one is that goes out now, however late.
pub fn reminder_number(accepted: Instant, now: Instant) -> u128 {
    let seconds = now.as_seconds() - accepted.as_seconds();
    u128::try_from(seconds / DAY).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sides_are_reminded_after_three_days_and_daily_until_the_seventh() {
        let accepted = Instant::from_micros(0);

        let hours: Vec<i64> = reminders(accepted)
            .map(|at| at.as_seconds() / HOUR)
            .collect();

        assert_eq!(hours, [72, 96, 120, 144, 168]);
    }

    #[test]
    fn what_is_paid_follows_the_basis() {
        let (town, company) = (LegalForm::TerritorialAuthority, LegalForm::Gmbh);

        assert_eq!(
            LegalBasis::Amtshilfe.cost(town, town),
            CostKind::Reimbursement
        );
        assert_eq!(
            LegalBasis::Membership.cost(town, town),
            CostKind::Reimbursement
        );
        assert_eq!(LegalBasis::Membership.cost(company, town), CostKind::Fee);
        assert_eq!(LegalBasis::Contract.cost(town, town), CostKind::Fee);
        assert_eq!(
            LegalBasis::DisasterLaw.cost(company, town),
            CostKind::Reimbursement
        );
    }
}
