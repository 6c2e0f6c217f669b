//! A file that is written under a temporary name and then moved to its place.

use std::fs::{self, OpenOptions};
use std::io::{self, ErrorKind, Write as _};
use std::path::{Path, PathBuf};

use crate::failure::Failure;

/// Who may read a new file.
#[derive(Clone, Copy)]
pub(crate) enum Readers {
    Owner,
    Everyone,
}

pub(super) struct NewFile {
    place: PathBuf,
    readers: Readers,
    new: PathBuf,
    old: PathBuf,
    /// Whether the file that was in the place is now at `old`.
    is_old_kept: bool,
    /// Whether the file in the place is the new one.
    is_placed: bool,
}

impl NewFile {
    pub(super) fn beside(place: &Path, readers: Readers) -> Result<Self, Failure> {
        let number = getrandom::u64().map_err(|error| {
            Failure::failed(format_args!(
                "cannot get random numbers for a temporary name: {error}"
            ))
        })?;
        let name = place.file_name().unwrap_or_default().to_string_lossy();
        let named = |what: &str| place.with_file_name(format!(".{name}.{what}-{number:016x}"));
        // WebAssembly cannot set modes. The npm package lets everyone read what is called `public`
        // here, and nothing else (`cli/npm/rolegate.mjs`).
        let new = named(match readers {
            Readers::Owner => "private",
            Readers::Everyone => "public",
        });
        Ok(Self {
            place: place.to_owned(),
            readers,
            new,
            old: named("old"),
            is_old_kept: false,
            is_placed: false,
        })
    }

    /// Writes the text under the temporary name. A new file inherits neither mode nor link.
    pub(super) fn write(&self, text: &str) -> io::Result<()> {
        let mut options = OpenOptions::new();
        options.write(true).create_new(true);
        match self.readers {
            #[cfg(unix)]
            Readers::Owner => {
                use std::os::unix::fs::OpenOptionsExt as _;
                options.mode(0o600);
            }
            _ => {}
        }
        let mut file = options.open(&self.new)?;
        writeln!(file, "{text}")?;
        file.sync_all()
    }

    /// Replaces what is in the place, in one step.
    pub(super) fn take_place(&self) -> io::Result<()> {
        fs::rename(&self.new, &self.place)
    }

    /// Puts the file in its place; with `replace`, what was there is kept until `forget_old`.
    pub(super) fn put(&mut self, replace: bool) -> io::Result<()> {
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
        self.take_place()
    }

    /// Restores the state before, as far as the disk allows. The failure itself is already reported.
    pub(super) fn undo(&self) {
        let _ = fs::remove_file(&self.new);
        if self.is_placed {
            let _ = fs::remove_file(&self.place);
        }
        if self.is_old_kept {
            let _ = fs::rename(&self.old, &self.place);
        }
    }

    pub(super) fn forget_old(&self) -> io::Result<()> {
        if self.is_old_kept {
            fs::remove_file(&self.old)
        } else {
            Ok(())
        }
    }
}

/// An empty folder of a test's own.
#[cfg(test)]
pub(super) fn folder(name: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("rolegate-{}-{name}", std::process::id()));
    #[expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]
    fs::create_dir(&folder).unwrap();
    folder
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

    use super::*;

    #[test]
    fn old_file_comes_back() {
        let folder = folder("back");
        let place = folder.join("a");
        fs::write(&place, "old").unwrap();
        let mut file = NewFile::beside(&place, Readers::Everyone).unwrap();
        file.write("new").unwrap();
        file.put(true).unwrap();
        assert_eq!(fs::read_to_string(&place).unwrap(), "new\n");
        file.undo();
        assert_eq!(fs::read_to_string(&place).unwrap(), "old");
        assert_eq!(fs::read_dir(&folder).unwrap().count(), 1);
        fs::remove_dir_all(folder).unwrap();
    }
}
