//! The thread of a deployment: every step is a message with a verb of OASIS EDXL-RM 1.0, and between the steps both sides
//! ask, answer and report.

mod api;
mod body;
mod export;
mod model;
mod service;
mod store;

pub(in crate::incidents) use api::routes;
pub(in crate::incidents) use model::{
    LONGEST_TEXT, Message, MessageResponse, MessageSide, NotNow, ScheduleEntry, ScheduleKind, Verb,
    steps,
};
pub(in crate::incidents) use service::{
    NewMessage, Read, THREAD_NEWS, ThreadError, begin, ended_by, quoted, read, say,
    send_thread_news, side_of, take_back, write,
};
pub(in crate::incidents) use store::{forget_texts, forget_texts_of};
