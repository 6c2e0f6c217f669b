//! Files and the two standard streams, where `-` means the stream.

use std::fs::{self, OpenOptions};
use std::io::{self, ErrorKind, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use crate::failure::Failure;

/// The bytes of `path`, or of standard input for `-`.
pub(crate) fn read(path: &Path) -> Result<Vec<u8>, Failure> {
    if path == Path::new("-") {
        let mut bytes = Vec::new();
        return match io::stdin().read_to_end(&mut bytes) {
            Ok(_) => Ok(bytes),
            Err(error) => Err(Failure::failed(format_args!(
                "cannot read standard input: {error}"
            ))),
        };
    }
    fs::read(path)
        .map_err(|error| Failure::failed(format_args!("cannot read `{}`: {error}", path.display())))
}

/// Prints `text` and a line end; a reader that has gone away, as `head` does, is no failure.
pub(crate) fn print(text: &str) -> Result<(), Failure> {
    match writeln!(io::stdout(), "{text}") {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(Failure::failed(format_args!(
            "cannot write standard output: {error}"
        ))),
        _ => Ok(()),
    }
}

/// Who may read a new file.
#[derive(Clone, Copy)]
pub(crate) enum Readers {
    Owner,
    Everyone,
}

/// Writes files that did not exist, all of them or none.
///
/// With `replace`, files of these names are removed first, so that an old file's mode does not
/// live on in a new private key.
pub(crate) fn create(files: &[(PathBuf, String, Readers)], replace: bool) -> Result<(), Failure> {
    for (path, ..) in files {
        match (fs::symlink_metadata(path), replace) {
            (Err(error), _) if error.kind() == ErrorKind::NotFound => {}
            (Err(error), _) => return Err(cannot_write(path, &error)),
            (Ok(_), true) => fs::remove_file(path).map_err(|error| cannot_write(path, &error))?,
            (Ok(_), false) => {
                return Err(Failure::refused(format_args!(
                    "`{}` exists and is left as it is; --force replaces it",
                    path.display()
                )));
            }
        }
    }
    for (path, text, readers) in files {
        let mut options = OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        if let Readers::Owner = readers {
            use std::os::unix::fs::OpenOptionsExt as _;
            options.mode(0o600);
        }
        options
            .open(path)
            .and_then(|mut file| writeln!(file, "{text}"))
            .map_err(|error| cannot_write(path, &error))?;
    }
    Ok(())
}

fn cannot_write(path: &Path, error: &io::Error) -> Failure {
    Failure::failed(format_args!("cannot write `{}`: {error}", path.display()))
}

/// Milliseconds since 1970 by the machine's clock; a clock before that reads as 0.
pub(crate) fn now_in_milliseconds() -> u64 {
    let since = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .unwrap_or_default();
    u64::try_from(since.as_millis()).unwrap_or(u64::MAX)
}

/// Whole seconds since 1970 by the machine's clock.
pub(crate) fn now_in_seconds() -> u64 {
    now_in_milliseconds() / 1000
}
