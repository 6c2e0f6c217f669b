//! `rolegate demo`.

mod page;
mod running;
mod server;
mod snapshots;

pub(crate) use running::Demo;
