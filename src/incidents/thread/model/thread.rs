//! The messages of a deployment in their order, and what may be said next.

use super::{Message, MessageResponse, MessageSide, Recall, RecallKind, ScheduleEntry, Verb};
use crate::clock::Instant;
use crate::ids::{DeploymentId, MessageId};

/// The messages of a deployment, oldest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Thread {
    messages: Vec<Message>,
}

/// What somebody wants to say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// What it does.
    pub verb: Verb,
    /// Whose word it is.
    pub side: MessageSide,
    /// The message it answers, where it is written by somebody.
    pub in_reply_to: Option<MessageId>,
    /// Yes or no.
    pub response: Option<MessageResponse>,
    /// What is to happen when.
    pub schedule: Vec<ScheduleEntry>,
}

/// Why something is not said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotNow {
    /// It does not follow from what was said last, or everything is said.
    OutOfOrder,
    /// It is talk, and nobody is committed.
    NotCommitted,
    /// It answers nothing that was asked here.
    NoQuestion,
}

impl Draft {
    /// The bare verb of a side.
    pub const fn new(verb: Verb, side: MessageSide) -> Self {
        Self {
            verb,
            side,
            in_reply_to: None,
            response: None,
            schedule: Vec::new(),
        }
    }

    /// With an answer.
    #[must_use]
    pub fn saying(self, response: MessageResponse) -> Self {
        Self {
            response: Some(response),
            ..self
        }
    }

    /// With what is to happen when.
    #[must_use]
    pub fn with(self, schedule: Vec<ScheduleEntry>) -> Self {
        Self { schedule, ..self }
    }
}

impl Thread {
    /// Of messages in their order.
    pub fn new(messages: Vec<Message>) -> Self {
        Self { messages }
    }

    /// The messages, oldest first.
    pub fn messages(&self) -> &[Message] {
        &self.messages
    }

    /// Whether nothing was said yet.
    pub fn is_empty(&self) -> bool {
        self.messages.is_empty()
    }

    /// At most so many messages after one of them; from the first where none is named, none where it is not of this thread.
    pub fn after(&self, last: Option<MessageId>, limit: u64) -> Vec<Message> {
        let after = match last {
            None => Some(0),
            Some(last) => self
                .messages
                .iter()
                .find(|one| one.id == last)
                .map(|one| one.position),
        };
        let limit = usize::try_from(limit).unwrap_or(usize::MAX);
        let rest = self.messages.iter();
        let rest = rest.filter(|one| after.is_some_and(|after| one.position > after));
        rest.take(limit).cloned().collect()
    }

    /// Adds what was said.
    pub fn push(&mut self, message: Message) {
        self.messages.push(message);
    }

    /// The message by which this is said, if it may be.
    ///
    /// # Errors
    /// It does not follow, nobody is committed, or it answers nothing.
    pub fn next(
        &self,
        deployment: DeploymentId,
        draft: Draft,
        (id, now): (MessageId, Instant),
    ) -> Result<Message, NotNow> {
        let preceding = if draft.verb.is_talk() {
            self.before_talk(&draft)?
        } else {
            self.before_step(&draft)?
        };
        Ok(self.message(deployment, (draft, preceding, None), (id, now)))
    }

    /// The message by which a side takes back what was said for it last; whoever speaks for nobody takes back the last step
    /// at all.
    ///
    /// # Errors
    /// There is nothing to take back, or everything is said.
    pub fn take_back(
        &self,
        deployment: DeploymentId,
        side: MessageSide,
        (id, now): (MessageId, Instant),
    ) -> Result<Message, NotNow> {
        let last = self.open_step()?;
        let mut said = self.steps().rev().filter(|message| message.verb.binds());
        let own = said.find(|message| side.speaks_for(message.side));
        let own = own.unwrap_or(last);
        let draft = Draft {
            response: own.verb.answers().map(|_| MessageResponse::Decline),
            ..Draft::new(own.verb, side)
        };
        let recall = Recall {
            kind: RecallKind::Cancel,
            message: own.id,
        };
        let said = (draft, Some(last.id), Some(recall));
        Ok(self.message(deployment, said, (id, now)))
    }

    fn message(
        &self,
        deployment: DeploymentId,
        (draft, preceding, recall): (Draft, Option<MessageId>, Option<Recall>),
        (id, now): (MessageId, Instant),
    ) -> Message {
        let Draft {
            verb,
            side,
            in_reply_to: _,
            response,
            schedule,
        } = draft;
        let first = self.messages.first();
        let last = self.messages.last();
        Message {
            id,
            deployment,
            position: last.map_or(1, |last| last.position + 1),
            // A clock that was set back does not turn the thread round.
            sent_at: last.map_or(now, |last| last.sent_at.max(now)),
            verb,
            originating: first.map_or(id, |first| first.id),
            preceding,
            side,
            recall,
            response,
            schedule,
        }
    }

    /// Steps of the deployment, oldest first.
    fn steps(&self) -> impl DoubleEndedIterator<Item = &Message> {
        self.messages.iter().filter(|one| !one.verb.is_talk())
    }

    /// The last step, as long as another may follow.
    fn open_step(&self) -> Result<&Message, NotNow> {
        let last = self.steps().next_back().ok_or(NotNow::OutOfOrder)?;
        let is_over = last.verb == Verb::ReleaseResource || last.recall.is_some();
        if is_over {
            return Err(NotNow::OutOfOrder);
        }
        Ok(last)
    }

    /// Those who help say yes one after the other: each answers once, and nobody after the last word.
    fn before_step(&self, draft: &Draft) -> Result<Option<MessageId>, NotNow> {
        let verb = draft.verb;
        if self.is_empty() {
            let begins = verb == Verb::RequestResource;
            return begins.then_some(None).ok_or(NotNow::OutOfOrder);
        }
        let last = self.open_step()?;
        if !last.verb.next_steps().contains(&verb) {
            return Err(NotNow::OutOfOrder);
        }
        let Some(asked) = verb.answers() else {
            return Ok(Some(last.id));
        };
        let question = self.steps().rev().find(|one| one.verb == asked);
        let question = question.ok_or(NotNow::NoQuestion)?;
        let is_last_word = |one: &&Message| {
            one.side == draft.side || one.response != Some(MessageResponse::Provisional)
        };
        let mut answers = self
            .steps()
            .filter(|one| one.verb == verb && one.preceding == Some(question.id));
        if answers.any(|one| is_last_word(&one)) {
            return Err(NotNow::NoQuestion);
        }
        Ok(Some(question.id))
    }

    fn before_talk(&self, draft: &Draft) -> Result<Option<MessageId>, NotNow> {
        let mut steps = self.steps();
        let is_committed = steps.any(|one| one.verb == Verb::RequisitionResource);
        // What it costs is asked and estimated before somebody accepts.
        if draft.verb.is_written() && !is_committed {
            return Err(NotNow::NotCommitted);
        }
        let last = self.steps().next_back().ok_or(NotNow::NotCommitted)?;
        if last.recall.is_some() {
            return Err(NotNow::OutOfOrder);
        }
        let Some(reply) = draft.in_reply_to else {
            let is_complete = !draft.verb.needs_question();
            return is_complete
                .then_some(Some(last.id))
                .ok_or(NotNow::NoQuestion);
        };
        let mut said = self.messages.iter();
        let asked = said.any(|one| one.id == reply && Some(one.verb) == draft.verb.answers());
        asked.then_some(Some(reply)).ok_or(NotNow::NoQuestion)
    }
}
