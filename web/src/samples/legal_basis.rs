//! Samples of legal bases and of conditions confirmed at once.

use super::Collector;
use super::emergency::text;
use crate::Role;
use crate::pages::{
    AcceptanceForm, AcceptanceProblem, AdminField, AdminInput, BasisChoice, BasisLine,
    BasisProblem, BasisStand, CodeProblem, ConditionsStand, ConfirmedAtOnce, DeploymentBasis,
    FormChoice, HelpConditionsPage, ImmediateConditionsPage, LegalBasisName, LegalBasisPage,
    LegalFormsRow, LegalGroup, LegalPairRow, LegalRulesPage, PersonnelFormName, Tick, UrgencyForm,
};
use crate::parts::Link;

const BASES: [LegalBasisName; 5] = [
    LegalBasisName::Amtshilfe,
    LegalBasisName::PublicLawAgreement,
    LegalBasisName::Contract,
    LegalBasisName::Membership,
    LegalBasisName::DisasterLaw,
];
const FORMS: [PersonnelFormName; 5] = [
    PersonnelFormName::Remote,
    PersonnelFormName::BusinessTrip,
    PersonnelFormName::Secondment,
    PersonnelFormName::Assignment,
    PersonnelFormName::ServiceContract,
];
const GROUPS: [LegalGroup; 5] = [
    LegalGroup::Authority,
    LegalGroup::PublicBody,
    LegalGroup::Company,
    LegalGroup::Cooperative,
    LegalGroup::Association,
];

pub(super) fn collect(collector: &mut Collector) {
    basis(collector);
    conditions(collector);
    by_link(collector);
    rules(collector);
}

fn until(collector: &Collector) -> String {
    collector.pick("30. November 2026, 14:00 Uhr", "30 November 2026, 14:00")
}

/// A deployment whose basis is open.
pub(super) fn basis_open(collector: &Collector) -> DeploymentBasis {
    let until = until(collector);
    DeploymentBasis {
        line: BasisLine::Open { until },
        may_set: true,
    }
}

/// A deployment whose basis is chosen.
pub(super) fn basis_chosen(may_set: bool) -> DeploymentBasis {
    let (basis, form) = (LegalBasisName::Amtshilfe, PersonnelFormName::BusinessTrip);
    DeploymentBasis {
        line: BasisLine::Chosen(basis, form),
        may_set,
    }
}

/// Conditions confirmed at once on the phone.
pub(super) fn confirmed(collector: &Collector) -> ConditionsStand {
    ConditionsStand {
        accepted: None,
        confirmed: Some(ConfirmedAtOnce {
            version: 1,
            at: collector.pick("heute, 14:20 Uhr", "today, 14:20"),
            who: None,
            is_by_phone: true,
        }),
        ratify_by: Some(until(collector)),
    }
}

/// A deployment whose basis is to be said.
fn open(collector: &Collector) -> LegalBasisPage {
    let choice = |basis: LegalBasisName| BasisChoice {
        basis,
        is_fee: basis == LegalBasisName::Contract,
        is_chosen: false,
    };
    let form = |form: PersonnelFormName| FormChoice {
        form,
        is_chosen: form == PersonnelFormName::BusinessTrip,
    };
    LegalBasisPage {
        frame: collector.signed_in("/einsaetze/dep_1/rechtsgrundlage", Role::Requester),
        id: "dep_1".to_owned(),
        back: Link {
            label: collector.pick("Einsatz", "Deployment"),
            href: "/einsaetze/dep_1".to_owned(),
        },
        alias: Some("K-7Q3FM".to_owned()),
        task: collector.pick("Spuren sichern", "Secure traces"),
        place: "Köthen (Anhalt)".to_owned(),
        is_drill: true,
        version: 3,
        stand: BasisStand::Asked(BasisLine::Open {
            until: until(collector),
        }),
        choices: BASES.into_iter().map(choice).collect(),
        forms: FORMS.into_iter().map(form).collect(),
        urgency: UrgencyForm::default(),
        problems: Vec::new(),
    }
}

fn basis(collector: &mut Collector) {
    let open = open(collector);
    let with = |problems| LegalBasisPage {
        problems,
        ..open.clone()
    };
    let mut late = with(vec![
        BasisProblem::NotAllowed(vec![LegalBasisName::Contract, LegalBasisName::Membership]),
        BasisProblem::FormNotAllowed(vec![PersonnelFormName::Remote]),
        BasisProblem::Reason,
        BasisProblem::Extent,
        BasisProblem::Until,
    ]);
    let until = until(collector);
    late.stand = BasisStand::Asked(BasisLine::Late { until });
    let missing = with(vec![BasisProblem::Missing]);
    let changed = with(vec![BasisProblem::Changed, BasisProblem::Fixed]);
    let mut chosen = open.clone();
    let (basis, form) = (LegalBasisName::Contract, PersonnelFormName::BusinessTrip);
    chosen.stand = BasisStand::Asked(BasisLine::Chosen(basis, form));
    chosen.choices[2].is_chosen = true;
    chosen.urgency = UrgencyForm {
        reason: collector.pick("Das Rathaus steht still.", "The town hall stands still."),
        extent: collector.pick("Spurensicherung, drei Tage", "Forensics, three days"),
        until: "2026-12-03".to_owned(),
    };
    let without = |stand| LegalBasisPage {
        alias: None,
        is_drill: false,
        stand,
        ..open.clone()
    };
    let first = without(BasisStand::FirstCall);
    let waits = without(BasisStand::NotCommitted);
    for (name, page) in [
        ("open", &open),
        ("late", &late),
        ("missing", &missing),
        ("changed", &changed),
        ("chosen", &chosen),
        ("first-call", &first),
        ("not-committed", &waits),
    ] {
        collector.add("legal-basis", name, page);
    }
}

fn wrong() -> AcceptanceForm {
    AcceptanceForm {
        problems: vec![
            AcceptanceProblem::Name,
            AcceptanceProblem::Function,
            AcceptanceProblem::NotConfirmed,
        ],
        ..AcceptanceForm::default()
    }
}

fn conditions(collector: &mut Collector) {
    let open = ImmediateConditionsPage {
        frame: collector.signed_in("/vorfaelle/inc_1/sofortvereinbarung", Role::Coordinator),
        id: "inc_1".to_owned(),
        place: "Köthen (Anhalt)".to_owned(),
        is_drill: true,
        stand: ConditionsStand::default(),
        text: text(collector),
        is_desk: true,
        is_open: true,
        form: AcceptanceForm::default(),
    };
    let wrong = ImmediateConditionsPage {
        form: wrong(),
        is_desk: false,
        ..open.clone()
    };
    let mut stand = confirmed(collector);
    if let Some(confirmed) = &mut stand.confirmed {
        confirmed.who = Some("Erika Muster, Bürgermeisterin".to_owned());
    }
    let stands = ImmediateConditionsPage {
        stand: stand.clone(),
        is_open: false,
        ..open.clone()
    };
    let day = collector.pick("29. November 2026", "29 November 2026");
    let ratified = ImmediateConditionsPage {
        stand: ConditionsStand {
            accepted: Some((1, day)),
            ratify_by: None,
            ..stand
        },
        ..stands.clone()
    };
    collector.add("immediate-conditions", "open", &open);
    collector.add("immediate-conditions", "wrong", &wrong);
    collector.add("immediate-conditions", "confirmed", &stands);
    collector.add("immediate-conditions", "ratified", &ratified);
}

fn by_link(collector: &mut Collector) {
    let open = HelpConditionsPage {
        frame: collector.anonymous("/hilfe/beispiel/sofortvereinbarung"),
        place: "Köthen (Anhalt)".to_owned(),
        is_drill: false,
        back: "/hilfe/beispiel".to_owned(),
        stand: ConditionsStand::default(),
        text: text(collector),
        is_open: true,
        asks_code: true,
        code: None,
        form: AcceptanceForm::default(),
    };
    let wrong = HelpConditionsPage {
        code: Some(CodeProblem::Missing),
        form: wrong(),
        ..open.clone()
    };
    let locked = HelpConditionsPage {
        code: Some(CodeProblem::Locked),
        is_drill: true,
        ..open.clone()
    };
    let confirmed = HelpConditionsPage {
        stand: confirmed(collector),
        is_open: false,
        asks_code: false,
        ..open.clone()
    };
    collector.add("help-conditions", "open", &open);
    collector.add("help-conditions", "wrong", &wrong);
    collector.add("help-conditions", "locked", &locked);
    collector.add("help-conditions", "confirmed", &confirmed);
}

fn rules(collector: &mut Collector) {
    let tick = |is_possible: bool, is_ticked: bool| match (is_possible, is_ticked) {
        (false, _) => Tick::Impossible,
        (true, false) => Tick::Free,
        (true, true) => Tick::Ticked,
    };
    let pair = |(number, sender): (usize, LegalGroup)| LegalPairRow {
        sender,
        receiver: LegalGroup::Authority,
        bases: BASES
            .map(|basis| (basis, tick(number < 2, number == 0)))
            .into(),
    };
    let forms = |(number, basis): (usize, LegalBasisName)| LegalFormsRow {
        basis,
        forms: FORMS
            .map(|form| (form, tick(number < 4, number < 3)))
            .into(),
    };
    let input = |field, value: &str| AdminInput {
        field,
        value: value.to_owned(),
        options: Vec::new(),
        stored: None,
        problem: None,
    };
    let shipped = LegalRulesPage {
        frame: collector.signed_in("/verwaltung/rechtsgrundlagen", Role::Admin),
        version: 0,
        since: None,
        checked: None,
        is_conflict: false,
        pairs: GROUPS.into_iter().enumerate().map(pair).collect(),
        forms: BASES.into_iter().enumerate().map(forms).collect(),
        lacking: Vec::new(),
        check: vec![
            input(AdminField::CheckedBy, ""),
            input(AdminField::CheckedOn, "2026-11-27"),
        ],
    };
    let day = collector.pick("27. November 2026", "27 November 2026");
    let edited = LegalRulesPage {
        version: 2,
        since: Some(day.clone()),
        checked: Some(("Rechtsamt Musterstadt".to_owned(), day)),
        is_conflict: true,
        ..shipped.clone()
    };
    let wrong = LegalRulesPage {
        lacking: vec![LegalBasisName::DisasterLaw],
        ..shipped.clone()
    };
    collector.add("legal-rules", "shipped", &shipped);
    collector.add("legal-rules", "edited", &edited);
    collector.add("legal-rules", "wrong", &wrong);
}
