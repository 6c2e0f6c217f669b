//! `rolegate demo`.

mod page;
mod running;
mod server;

pub(crate) use running::Demo;

use crate::help::shows_examples_and_exit_codes;
use crate::util::rolegate;

#[test]
fn help_and_wrong_options_are_as_of_other_subcommands() {
    shows_examples_and_exit_codes(&["demo"]);
    assert_eq!(rolegate(&["demo", "--port", "65536"]).code, 2);
}
