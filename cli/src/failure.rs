//! What the command writes to standard error: failures and warnings.

use std::fmt::Display;
use std::io::Write as _;
use std::process::ExitCode;

use rolegate::{Error, ErrorCode};

use crate::text;

/// What each exit code means, for the help of every subcommand.
pub(crate) const EXIT_CODES: &str = "\
Exit codes:
  0  done, the answer is yes
  1  the answer is no: refused, or problems found
  2  the command line is wrong
  3  anything else: a file, a port, the random source";

/// One sentence for standard error, and the exit code that goes with it.
#[derive(Debug)]
pub(crate) struct Failure {
    exit: u8,
    /// Empty if the answer on standard output says everything.
    message: String,
}

impl Failure {
    /// The answer was printed, and it is no.
    pub(crate) fn answered_no() -> Self {
        Self {
            exit: 1,
            message: String::new(),
        }
    }

    /// The question was understood and the answer is no.
    pub(crate) fn refused(message: impl Display) -> Self {
        Self {
            exit: 1,
            message: format!("error: {message}"),
        }
    }

    /// The question could not be answered.
    pub(crate) fn failed(message: impl Display) -> Self {
        Self {
            exit: 3,
            message: format!("error: {message}"),
        }
    }

    /// The library refused, with this code.
    pub(crate) fn coded(code: ErrorCode, message: impl Display) -> Self {
        Self {
            exit: 1,
            message: format!("{code}: {message}"),
        }
    }

    pub(crate) fn report(self) -> ExitCode {
        if !self.message.is_empty() {
            tell(&self.message);
        }
        ExitCode::from(self.exit)
    }
}

/// Warns about something that does not change the answer.
pub(crate) fn warn(message: impl Display) {
    tell(&format!("warning: {message}"));
}

fn tell(sentence: &str) {
    // If standard error is closed, the exit code still tells.
    let _ = writeln!(std::io::stderr(), "{}", text::escaped(sentence, &[]));
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Self::coded(error.code(), error)
    }
}
