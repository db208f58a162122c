//! What holds of every thread.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use strum::VariantArray;
use uuid::Uuid;

use super::{Draft, Message, MessageSide, NotNow, RecallKind, Thread, Verb};
use crate::clock::Instant;
use crate::ids::{DeploymentId, MessageId};

const NOW: Instant = Instant::from_micros(1_764_000_000_000_000);
const DEPLOYMENT: DeploymentId = DeploymentId(Uuid::from_u128(1));

/// Something somebody tries to say: a verb or the taking back, whose word, after which seconds, in reply to which place.
type Attempt = (Option<Verb>, MessageSide, i64, usize);

fn attempts() -> impl Strategy<Value = Vec<Attempt>> {
    let verb = prop_oneof![
        9 => select(Verb::VARIANTS).prop_map(Some),
        1 => Just(None),
    ];
    vec(
        (
            verb,
            select(MessageSide::VARIANTS),
            -5..600_i64,
            0..12_usize,
        ),
        0..80,
    )
}

/// The usual way into a deployment, so that what comes after it is tried often.
const WAY_IN: [(Verb, MessageSide); 4] = [
    (Verb::RequestResource, MessageSide::Town),
    (Verb::ResponseToRequestResource, MessageSide::Expert),
    (Verb::CommitResource, MessageSide::Employer),
    (Verb::RequisitionResource, MessageSide::Town),
];

fn said(steps: usize, attempts: &[Attempt]) -> Thread {
    let mut thread = Thread::default();
    let way = WAY_IN[..steps].iter();
    let way = way.map(|(verb, side)| (Some(*verb), *side, 1, 0));
    let mut now = NOW;
    for (number, (verb, side, seconds, reply)) in way.chain(attempts.iter().copied()).enumerate() {
        now = now.plus_seconds(seconds);
        let sent = (MessageId(Uuid::from_u128(number as u128 + 10)), now);
        let next = match verb {
            None => thread.take_back(DEPLOYMENT, side, sent),
            Some(verb) => {
                let replied = thread.messages().get(reply).map(|one| one.id);
                let draft = Draft {
                    in_reply_to: replied.filter(|_| verb.is_talk() && verb.answers().is_some()),
                    ..Draft::new(verb, side)
                };
                thread.next(DEPLOYMENT, draft, sent)
            }
        };
        if let Ok(message) = next {
            thread.push(message);
        }
    }
    thread
}

fn by_id(thread: &Thread, id: MessageId) -> Option<&Message> {
    thread.messages().iter().find(|one| one.id == id)
}

/// Whether a message stands beside the line of steps: it is talk, or answers an earlier step.
fn is_beside(message: &Message) -> bool {
    message.verb.is_talk() || message.verb.answers().is_some()
}

proptest! {
    #[test]
    fn a_thread_is_one_line_from_one_request(steps in 0..5_usize, attempts in attempts()) {
        let thread = said(steps, &attempts);

        let mut last = NOW.plus_seconds(-86_400);
        for (place, message) in thread.messages().iter().enumerate() {
            prop_assert_eq!(usize::try_from(message.position), Ok(place + 1));
            prop_assert_eq!(message.originating, thread.messages()[0].id);
            prop_assert_eq!(message.preceding.is_none(), place == 0);
            prop_assert!(message.sent_at >= last);
            last = message.sent_at;
            if let Some(preceding) = message.preceding.and_then(|id| by_id(&thread, id)) {
                prop_assert!(preceding.position < message.position);
            }
            if let Some(recall) = message.recall {
                let recalled = by_id(&thread, recall.message);
                prop_assert_eq!(recalled.map(|one| one.verb), Some(message.verb));
                prop_assert_eq!(recall.kind, RecallKind::Cancel);
            }
        }
        prop_assert!(thread.is_empty() || thread.messages()[0].verb == Verb::RequestResource);
    }

    #[test]
    fn a_fork_is_an_answer_or_talk(steps in 0..5_usize, attempts in attempts()) {
        let thread = said(steps, &attempts);

        for message in thread.messages() {
            let after = thread.messages().iter().filter(|one| one.preceding == Some(message.id));
            let in_line = after.filter(|one| !is_beside(one) && one.recall.is_none());
            prop_assert!(in_line.count() <= 1);
        }
    }

    #[test]
    fn an_answer_follows_its_question(steps in 0..5_usize, attempts in attempts()) {
        let thread = said(steps, &attempts);

        let answers = thread.messages().iter();
        for answer in answers.filter(|one| one.verb.needs_question() && one.recall.is_none()) {
            let question = answer.preceding.and_then(|id| by_id(&thread, id));
            prop_assert_eq!(question.map(|one| one.verb), answer.verb.answers());
        }
    }

    #[test]
    fn what_is_over_takes_no_step_more(steps in 0..5_usize, attempts in attempts()) {
        let thread = said(steps, &attempts);

        let ends = |one: &&Message| one.recall.is_some() || one.verb == Verb::ReleaseResource;
        let all = thread.messages();
        if let Some(end) = all.iter().find(ends) {
            let after = all.iter().filter(|one| one.position > end.position);
            let mut after = after.collect::<Vec<_>>().into_iter();
            prop_assert!(after.all(|one| one.verb.is_talk() && end.recall.is_none()));
        }
    }
}

#[test]
fn nobody_talks_before_both_sides_are_committed_and_no_answer_is_without_a_question() {
    let sent = (MessageId(Uuid::from_u128(99)), NOW);
    let talk = Draft::new(Verb::RequestInformation, MessageSide::Town);
    let answer = Draft::new(Verb::ResponseToRequestInformation, MessageSide::Expert);

    for steps in 0..4 {
        let next = said(steps, &[]).next(DEPLOYMENT, talk.clone(), sent);
        assert_eq!(next, Err(NotNow::NotCommitted));
    }
    let committed = said(4, &[]);
    assert!(committed.next(DEPLOYMENT, talk, sent).is_ok());
    let next = committed.next(DEPLOYMENT, answer, sent);
    assert_eq!(next, Err(NotNow::NoQuestion));
}

#[test]
fn who_takes_back_takes_back_what_was_said_for_them() {
    let sent = (MessageId(Uuid::from_u128(99)), NOW);
    let recalled = |steps, side| {
        let thread = said(steps, &[]);
        let message = thread.take_back(DEPLOYMENT, side, sent).unwrap();
        message.verb
    };

    assert_eq!(
        recalled(2, MessageSide::Employer),
        Verb::ResponseToRequestResource
    );
    assert_eq!(recalled(3, MessageSide::Expert), Verb::CommitResource);
    assert_eq!(recalled(3, MessageSide::Town), Verb::RequestResource);
    assert_eq!(recalled(3, MessageSide::Service), Verb::CommitResource);
    assert_eq!(recalled(4, MessageSide::Town), Verb::RequisitionResource);
    assert_eq!(recalled(4, MessageSide::Employer), Verb::CommitResource);
}
