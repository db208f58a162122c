//! The rules and the arithmetic of matching: pure, in whole numbers, told the time.

pub mod ask;
pub mod candidate;
pub mod card_funnel;
pub mod factors;
pub mod funnel;
pub mod hard;
pub mod ranking;
pub mod rule;
pub mod skill;
pub mod steps;
pub mod travel;
pub mod window;

#[cfg(test)]
mod factor_tests;
#[cfg(test)]
mod hard_tests;
#[cfg(test)]
mod properties;
#[cfg(test)]
mod window_tests;
