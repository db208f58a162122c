//! Samples of threads.

use super::Collector;
use crate::Role;
use crate::pages::{
    AnsweredRow, ThreadForm, ThreadKind, ThreadOutcome, ThreadPage, ThreadProblem, ThreadRow,
    ThreadSide, ThreadVerb,
};
use crate::parts::Link;

/// What is said, by whom, and what comes of it.
const SAID: [(ThreadVerb, ThreadSide, ThreadOutcome); 21] = [
    (
        ThreadVerb::RequestResource,
        ThreadSide::Town,
        ThreadOutcome::Said,
    ),
    (
        ThreadVerb::ResponseToRequestResource,
        ThreadSide::Expert,
        ThreadOutcome::Said,
    ),
    (
        ThreadVerb::CommitResource,
        ThreadSide::Employer,
        ThreadOutcome::Said,
    ),
    (
        ThreadVerb::RequisitionResource,
        ThreadSide::Town,
        ThreadOutcome::Said,
    ),
    (
        ThreadVerb::ReportResourceDeploymentStatus,
        ThreadSide::Expert,
        ThreadOutcome::Started,
    ),
    (
        ThreadVerb::RequestInformation,
        ThreadSide::Town,
        ThreadOutcome::Said,
    ),
    (
        ThreadVerb::ResponseToRequestInformation,
        ThreadSide::Expert,
        ThreadOutcome::Said,
    ),
    (
        ThreadVerb::RequestResourceDeploymentStatus,
        ThreadSide::Desk,
        ThreadOutcome::Said,
    ),
    (
        ThreadVerb::ReportResourceDeploymentStatus,
        ThreadSide::Town,
        ThreadOutcome::Said,
    ),
    (
        ThreadVerb::RequestQuote,
        ThreadSide::Town,
        ThreadOutcome::Said,
    ),
    (
        ThreadVerb::ResponseToRequestQuote,
        ThreadSide::Employer,
        ThreadOutcome::Said,
    ),
    (
        ThreadVerb::RequestExtendedDeploymentDuration,
        ThreadSide::Town,
        ThreadOutcome::Said,
    ),
    (
        ThreadVerb::ResponseToRequestExtendedDeploymentDuration,
        ThreadSide::Employer,
        ThreadOutcome::Declined,
    ),
    (
        ThreadVerb::RequestReturn,
        ThreadSide::Employer,
        ThreadOutcome::Said,
    ),
    (
        ThreadVerb::ResponseToRequestReturn,
        ThreadSide::Town,
        ThreadOutcome::Declined,
    ),
    (
        ThreadVerb::OfferUnsolicitedResource,
        ThreadSide::Employer,
        ThreadOutcome::TakenBack,
    ),
    (
        ThreadVerb::ReleaseResource,
        ThreadSide::Town,
        ThreadOutcome::Said,
    ),
    (
        ThreadVerb::RequestResource,
        ThreadSide::Town,
        ThreadOutcome::TakenBack,
    ),
    (
        ThreadVerb::ResponseToRequestResource,
        ThreadSide::Register,
        ThreadOutcome::TakenBack,
    ),
    (
        ThreadVerb::CommitResource,
        ThreadSide::Employer,
        ThreadOutcome::TakenBack,
    ),
    (
        ThreadVerb::RequisitionResource,
        ThreadSide::Town,
        ThreadOutcome::TakenBack,
    ),
];

pub(super) fn collect(collector: &mut Collector) {
    let all = page(collector);
    let answering = ThreadForm {
        answers: Some(AnsweredRow {
            id: "msg_5".to_owned(),
            side: ThreadSide::Town,
            at: at(collector),
            is_about_status: false,
        }),
        problem: Some(ThreadProblem::TooLong),
        ..ThreadForm::default()
    };
    let reporting = ThreadForm {
        answers: answering.answers.clone().map(|answered| AnsweredRow {
            is_about_status: true,
            ..answered
        }),
        ..ThreadForm::default()
    };
    let unchosen = ThreadForm {
        problem: Some(ThreadProblem::NoKind),
        ..ThreadForm::default()
    };
    let wordless = ThreadForm {
        kind: Some(ThreadKind::Status),
        problem: Some(ThreadProblem::Missing),
        ..ThreadForm::default()
    };
    for (name, form) in [
        ("all", all.form.clone()),
        ("answering", Some(answering)),
        ("reporting", Some(reporting)),
        ("unchosen", Some(unchosen)),
        ("wordless", Some(wordless)),
        ("over", None),
    ] {
        let page = ThreadPage {
            form,
            ..all.clone()
        };
        collector.add("thread", name, &page);
    }
    let none = ThreadPage {
        rows: Vec::new(),
        form: None,
        ..all
    };
    collector.add("thread", "none", &none);
}

fn at(collector: &Collector) -> String {
    collector.pick("heute, 15:20 Uhr", "today, 15:20")
}

fn page(collector: &Collector) -> ThreadPage {
    let rows = SAID.iter().enumerate();
    ThreadPage {
        frame: collector.signed_in("/einsaetze/dep_1/verlauf", Role::Expert),
        id: "dep_1".to_owned(),
        back: Link {
            label: collector.pick("Einsatz", "Deployment"),
            href: "/einsaetze/dep_1".to_owned(),
        },
        about: collector.pick("Spuren sichern, K-7Q3FM", "Secure traces, K-7Q3FM"),
        is_drill: true,
        rows: rows
            .map(|(number, said)| row(collector, (number, *said)))
            .collect(),
        form: Some(ThreadForm::default()),
    }
}

fn row(
    collector: &Collector,
    (number, (verb, side, outcome)): (usize, (ThreadVerb, ThreadSide, ThreadOutcome)),
) -> ThreadRow {
    let is_question = verb == ThreadVerb::RequestInformation;
    let asked = collector.pick(
        "Dürfen Sie die Bänder aus dem Tresor holen?",
        "May you fetch the tapes from the safe?",
    );
    ThreadRow {
        id: format!("msg_{number}"),
        verb,
        outcome,
        side,
        at: at(collector),
        from: (number % 3 == 0)
            .then(|| collector.pick("3. Dezember, 8:00 Uhr", "3 December, 8:00")),
        until: (number % 2 == 0)
            .then(|| collector.pick("7. Dezember, 18:00 Uhr", "7 December, 18:00")),
        text: is_question.then_some(asked).into_iter().collect(),
        may_be_answered: is_question,
    }
}
