//! The help of every subcommand.

use crate::util::rolegate;

#[test]
fn subcommands_show_examples_and_exit_codes() {
    for command in [
        &[][..],
        &["keygen"],
        &["sign"],
        &["verify"],
        &["explain"],
        &["types"],
        &["catalog"],
        &["catalog", "check"],
        &["catalog", "digest"],
        &["catalog", "unknowns"],
        &["catalog", "matrix"],
        &["catalog", "diff"],
    ] {
        shows_examples_and_exit_codes(command);
    }
}

pub(crate) fn shows_examples_and_exit_codes(command: &[&str]) {
    let help = rolegate(&[command, &["--help"]].concat()).ok();
    let example = [&["Examples:\n  rolegate"], command].concat().join(" ");
    assert!(help.contains(&example), "{command:?}: {help}");
    assert!(help.contains("Exit codes:\n  0  "), "{command:?}: {help}");
}

#[test]
fn a_wrong_command_line_ends_with_2() {
    assert_eq!(rolegate(&[]).code, 2);
    assert_eq!(rolegate(&["keygen"]).code, 2);
    assert_eq!(
        rolegate(&["sign", "--key", "k", "--lifetime", "-1", "-"]).code,
        2
    );
}
