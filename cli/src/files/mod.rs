//! Files and the two standard streams, where `-` means the stream.

// A module knows none that stands below it.
#[cfg(any(target_os = "wasi", test))]
mod place;

mod new_file;

use std::fs;
use std::io::{self, ErrorKind, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use crate::failure::Failure;
use crate::text;

use new_file::NewFile;
pub(crate) use new_file::Readers;

/// The bytes of `path`, or of standard input for `-`.
pub(crate) fn read(path: &Path) -> Result<Vec<u8>, Failure> {
    if is_stream(path) {
        let mut bytes = Vec::new();
        return when_ready(|| io::stdin().read_to_end(&mut bytes))
            .map(|_| bytes)
            .map_err(|error| {
                Failure::failed(format_args!("cannot read standard input: {}", why(&error)))
            });
    }
    let place = placed(path)?;
    fs::read(&place).map_err(|error| {
        // Systems say this in different ways.
        let error = if place.is_dir() {
            ErrorKind::IsADirectory.into()
        } else {
            error
        };
        Failure::failed(format_args!(
            "cannot read `{}`: {}",
            path.display(),
            why(&error)
        ))
    })
}

/// Prints `text` and a line end. It is no failure if the reader has gone away, as `head` does.
///
/// Names in the text come from files of unknown origin, so characters that control a terminal are
/// escaped, except for line ends and tabs.
pub(crate) fn print(text: &str) -> Result<(), Failure> {
    let line = format!("{}\n", text::escaped(text, &['\n', '\t']));
    let mut out = io::stdout().lock();
    let mut rest = line.as_bytes();
    let printed = when_ready(|| {
        while !rest.is_empty() {
            let taken = out.write(rest)?;
            rest = rest.get(taken..).unwrap_or_default();
        }
        out.flush()
    });
    match printed {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(Failure::failed(format_args!(
            "cannot write standard output: {}",
            why(&error)
        ))),
        _ => Ok(()),
    }
}

/// Prints each of `lines` on one line; line ends inside it are escaped.
pub(crate) fn print_lines(lines: &[String]) -> Result<(), Failure> {
    let lines: Vec<String> = lines.iter().map(|line| text::escaped(line, &[])).collect();
    print(&lines.join("\n"))
}

/// Writes `text` and a line end to `path`, or to standard output for `-`.
///
/// A file of that name is replaced in one step: whoever reads it finds the old text or the new one,
/// and after a failure it is as it was.
pub(crate) fn replace(path: &Path, text: &str) -> Result<(), Failure> {
    if is_stream(path) {
        return print(text);
    }
    let place = placed(path)?;
    let cannot = |error: &io::Error| cannot_write(path, error);
    match fs::metadata(&place) {
        Ok(old) if old.is_dir() => return Err(cannot(&ErrorKind::IsADirectory.into())),
        Ok(old) if !old.is_file() => {
            return Err(Failure::refused(format_args!(
                "`{}` is not a file that can be replaced: without --out, or with `-`, the command writes standard output",
                path.display()
            )));
        }
        _ => {}
    }
    let file = NewFile::beside(&place, Readers::Everyone)?;
    let done = file.write(text).and_then(|()| file.take_place());
    if done.is_err() {
        file.undo();
    }
    done.map_err(|error| cannot(&error))
}

/// Makes the folder `path` and those above it, where they are missing.
pub(crate) fn create_folder(path: &Path) -> Result<(), Failure> {
    fs::create_dir_all(placed(path)?).map_err(|error| {
        Failure::failed(format_args!(
            "cannot create the folder `{}`: {}",
            path.display(),
            why(&error)
        ))
    })
}

/// Writes new files, all of them or none. With `replace`, existing files of these names give way.
///
/// Every file is first written under a temporary name in its folder, so a full disk does no harm. Old
/// files are kept under another name until the last new one is in place.
pub(crate) fn create(files: &[(PathBuf, String, Readers)], replace: bool) -> Result<(), Failure> {
    for (path, ..) in files {
        match (fs::symlink_metadata(placed(path)?), replace) {
            (Err(error), _) if error.kind() == ErrorKind::NotFound => {}
            (Err(error), _) => return Err(cannot_write(path, &error)),
            (Ok(old), true) if old.is_dir() => {
                return Err(cannot_write(path, &ErrorKind::IsADirectory.into()));
            }
            (Ok(_), true) => {}
            (Ok(_), false) => {
                return Err(Failure::refused(format_args!(
                    "`{}` already exists: use --force to replace it",
                    path.display()
                )));
            }
        }
    }
    let mut written = Vec::with_capacity(files.len());
    let done = files
        .iter()
        .try_for_each(|(path, text, readers)| {
            let file = NewFile::beside(&placed(path)?, *readers)?;
            let result = file.write(text);
            written.push((path, file));
            result.map_err(|error| cannot_write(path, &error))
        })
        .and_then(|()| {
            written.iter_mut().try_for_each(|(path, file)| {
                file.put(replace)
                    .map_err(|error| cannot_write(path, &error))
            })
        });
    if done.is_err() {
        written.iter().rev().for_each(|(_, file)| file.undo());
        return done;
    }
    written.iter().try_for_each(|(path, file)| {
        file.forget_old().map_err(|error| {
            Failure::failed(format_args!(
                "the new files are in place, but the old `{}` cannot be removed: {}",
                path.display(),
                why(&error)
            ))
        })
    })
}

fn is_stream(path: &Path) -> bool {
    path == Path::new("-")
}

/// The path by which the system knows `path`.
fn placed(path: &Path) -> Result<PathBuf, Failure> {
    #[cfg(target_os = "wasi")]
    return place::placed(path)
        .map_err(|why| Failure::failed(format_args!("cannot find `{}`: {why}", path.display())));
    #[cfg(not(target_os = "wasi"))]
    Ok(path.to_owned())
}

/// Does `work` until it neither fails for now nor is interrupted: a standard stream that another
/// process has set so, as Node does with pipes, fails where others wait.
fn when_ready<T>(mut work: impl FnMut() -> io::Result<T>) -> io::Result<T> {
    loop {
        match work() {
            Err(error) if error.kind() == ErrorKind::WouldBlock => {
                thread::sleep(Duration::from_millis(1));
            }
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            done => return done,
        }
    }
}

fn cannot_write(path: &Path, error: &io::Error) -> Failure {
    Failure::failed(format_args!(
        "cannot write `{}`: {}",
        path.display(),
        why(error)
    ))
}

/// What the system says, without its number, which differs from one system to another.
fn why(error: &io::Error) -> String {
    let text = error.to_string();
    match text.rsplit_once(" (os error ") {
        Some((sentence, _)) => sentence.to_owned(),
        None => text,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

    use super::*;

    #[test]
    fn file_that_fails_late_takes_the_others_back() {
        let folder = new_file::folder("late");
        let place = folder.join("a");
        let twice = [
            (place.clone(), "first".to_owned(), Readers::Owner),
            (place, "second".to_owned(), Readers::Owner),
        ];
        assert!(create(&twice, false).is_err());
        assert_eq!(fs::read_dir(&folder).unwrap().count(), 0);
        fs::remove_dir(folder).unwrap();
    }
}
