//! Kataster: the registry of cybersecurity experts for mutual aid between German municipalities.
//!
//! Areas use only areas to their left; the order stands in `tests/architecture.rs`, which checks it.

pub mod access;
pub mod accounts;
pub mod administration;
pub mod alarms;
pub mod api_document;
pub mod app;
pub mod attempts;
pub mod audit;
pub mod cli;
pub mod clock;
pub mod config;
pub mod db;
pub mod decoys;
pub mod demo;
pub mod emergency;
pub mod employer;
pub mod entity;
pub mod exchange;
pub mod experts;
pub mod fold;
pub mod http;
pub mod ids;
pub mod incidents;
pub mod information;
pub mod input;
pub mod jobs;
pub mod keys;
pub mod matching;
pub mod notifications;
pub mod offers;
pub mod operations;
pub mod organisations;
pub mod own;
pub mod pages;
pub mod phone;
pub mod privacy;
pub mod public_url;
pub mod reference;
pub mod routes;
pub mod sealed;
pub mod sealing;
pub mod search;
pub mod site;
pub mod vetting;
