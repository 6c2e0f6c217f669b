//! `rolegate catalog`, by what it is asked.

mod check;
mod diff;
mod digest;
mod matrix;
mod unknowns;

pub(crate) use matrix::fields;
