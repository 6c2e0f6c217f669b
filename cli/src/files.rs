//! Files and the two standard streams, where `-` means the stream.

use std::fs::{self, OpenOptions};
use std::io::{self, ErrorKind, Read as _, Write as _};
use std::path::{Path, PathBuf};

use crate::failure::Failure;
use crate::text;

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

/// Prints `text` and a line end. It is no failure if the reader has gone away, as `head` does.
///
/// Names in the text come from files of unknown origin, so characters that control a terminal are
/// escaped, except for line ends and tabs.
pub(crate) fn print(text: &str) -> Result<(), Failure> {
    match writeln!(io::stdout(), "{}", text::escaped(text, &['\n', '\t'])) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(Failure::failed(format_args!(
            "cannot write standard output: {error}"
        ))),
        _ => Ok(()),
    }
}

/// Prints each of `lines` on one line; line ends inside it are escaped.
pub(crate) fn print_lines(lines: &[String]) -> Result<(), Failure> {
    let lines: Vec<String> = lines.iter().map(|line| text::escaped(line, &[])).collect();
    print(&lines.join("\n"))
}

/// Who may read a new file.
#[derive(Clone, Copy)]
pub(crate) enum Readers {
    Owner,
    Everyone,
}

/// Writes new files, all of them or none. With `replace`, existing files of these names give way.
///
/// Every file is first written under a temporary name in its folder, so a full disk does no harm. Old
/// files are kept under another name until the last new one is in place.
pub(crate) fn create(files: &[(PathBuf, String, Readers)], replace: bool) -> Result<(), Failure> {
    for (path, ..) in files {
        match (fs::symlink_metadata(path), replace) {
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
            let file = NewFile::beside(path)?;
            let result = file.write(text, *readers);
            written.push(file);
            result.map_err(|error| cannot_write(path, &error))
        })
        .and_then(|()| {
            written.iter_mut().try_for_each(|file| {
                file.put(replace)
                    .map_err(|error| cannot_write(&file.place, &error))
            })
        });
    if done.is_err() {
        written.iter().rev().for_each(NewFile::undo);
        return done;
    }
    written.iter().try_for_each(NewFile::forget_old)
}

/// A file that is written under a temporary name and then moved to its place.
struct NewFile {
    place: PathBuf,
    new: PathBuf,
    old: PathBuf,
    /// Whether the file that was in the place is now at `old`.
    is_old_kept: bool,
    /// Whether the file in the place is the new one.
    is_placed: bool,
}

impl NewFile {
    fn beside(place: &Path) -> Result<Self, Failure> {
        let number = getrandom::u64().map_err(|error| {
            Failure::failed(format_args!(
                "cannot get random numbers for a temporary name: {error}"
            ))
        })?;
        let name = place.file_name().unwrap_or_default().to_string_lossy();
        let named = |what: &str| place.with_file_name(format!(".{name}.{what}-{number:016x}"));
        Ok(Self {
            place: place.to_owned(),
            new: named("new"),
            old: named("old"),
            is_old_kept: false,
            is_placed: false,
        })
    }

    /// Writes the text under the temporary name. A new file inherits neither mode nor link.
    fn write(&self, text: &str, readers: Readers) -> io::Result<()> {
        let mut options = OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        if let Readers::Owner = readers {
            use std::os::unix::fs::OpenOptionsExt as _;
            options.mode(0o600);
        }
        let mut file = options.open(&self.new)?;
        writeln!(file, "{text}")?;
        file.sync_all()
    }

    fn put(&mut self, replace: bool) -> io::Result<()> {
        if replace {
            match fs::rename(&self.place, &self.old) {
                Ok(()) => self.is_old_kept = true,
                Err(error) if error.kind() == ErrorKind::NotFound => {}
                Err(error) => return Err(error),
            }
        }
        // A rename would replace a file that another process has created meanwhile, so the name is
        // claimed first.
        OpenOptions::new()
            .write(true)
            .create_new(true)
            .open(&self.place)?;
        self.is_placed = true;
        fs::rename(&self.new, &self.place)
    }

    /// Restores the state before, as far as the disk allows. The failure itself is already reported.
    fn undo(&self) {
        let _ = fs::remove_file(&self.new);
        if self.is_placed {
            let _ = fs::remove_file(&self.place);
        }
        if self.is_old_kept {
            let _ = fs::rename(&self.old, &self.place);
        }
    }

    fn forget_old(&self) -> Result<(), Failure> {
        if !self.is_old_kept {
            return Ok(());
        }
        fs::remove_file(&self.old).map_err(|error| {
            Failure::failed(format_args!(
                "the new files are in place, but the old `{}` cannot be removed: {error}",
                self.old.display()
            ))
        })
    }
}

fn cannot_write(path: &Path, error: &io::Error) -> Failure {
    Failure::failed(format_args!("cannot write `{}`: {error}", path.display()))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

    use super::*;

    /// An empty folder of the test's own.
    fn folder(name: &str) -> PathBuf {
        let folder = std::env::temp_dir().join(format!("rolegate-{}-{name}", std::process::id()));
        fs::create_dir(&folder).unwrap();
        folder
    }

    #[test]
    fn file_that_fails_late_takes_the_others_back() {
        let folder = folder("late");
        let place = folder.join("a");
        let twice = [
            (place.clone(), "first".to_owned(), Readers::Owner),
            (place, "second".to_owned(), Readers::Owner),
        ];
        assert!(create(&twice, false).is_err());
        assert_eq!(fs::read_dir(&folder).unwrap().count(), 0);
        fs::remove_dir(folder).unwrap();
    }

    #[test]
    fn old_file_comes_back() {
        let folder = folder("back");
        let place = folder.join("a");
        fs::write(&place, "old").unwrap();
        let mut file = NewFile::beside(&place).unwrap();
        file.write("new", Readers::Everyone).unwrap();
        file.put(true).unwrap();
        assert_eq!(fs::read_to_string(&place).unwrap(), "new\n");
        file.undo();
        assert_eq!(fs::read_to_string(&place).unwrap(), "old");
        assert_eq!(fs::read_dir(&folder).unwrap().count(), 1);
        fs::remove_dir_all(folder).unwrap();
    }
}
