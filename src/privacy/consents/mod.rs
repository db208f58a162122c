//! `/einwilligungen`: what an expert agrees to.

mod pages;

pub(super) use pages::routes;
