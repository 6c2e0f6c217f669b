//! Where a path leads in WebAssembly, which knows no current folder, no `..` and no drives.
//!
//! The npm package (`cli/npm/rolegate.mjs`) passes the current folder as `PWD`. It gives the file system
//! as `/`, and on Windows each drive as a folder of that name: `C:\keys` is `/C:/keys`.

use std::fs;
use std::path::{Component, Path, PathBuf};

/// As many links are followed as Linux follows.
const MOST_LINKS: u32 = 40;

/// The whole path of `path`, seen from the current folder.
#[cfg(target_os = "wasi")]
pub(super) fn placed(path: &Path) -> Result<PathBuf, &'static str> {
    let (Ok(current), Some(path)) = (std::env::var("PWD"), path.to_str()) else {
        return Err("the current folder or the path is not known as text");
    };
    without_parents(&from(&current, path)?, &mut 0)
}

/// `path` seen from the folder `current`; it may still contain `..`.
fn from(current: &str, path: &str) -> Result<PathBuf, &'static str> {
    let Some(drive) = drive_of(current) else {
        return Ok(Path::new(current).join(path));
    };
    let (current, path) = (current.replace('\\', "/"), path.replace('\\', "/"));
    let whole = match (drive_of(&path), path.strip_prefix('/')) {
        (Some(drive), _) => match path.get(2..) {
            Some(rest) if rest.starts_with('/') => format!("/{drive}{rest}"),
            _ => return Err("a path that names a drive must begin at its root, as in `C:\\keys`"),
        },
        (None, Some(rest)) if rest.starts_with('/') => {
            return Err("a path on a network has no drive; give it a letter first");
        }
        (None, Some(rest)) => format!("/{drive}/{rest}"),
        (None, None) => {
            let below = current.get(2..).unwrap_or_default();
            format!("/{drive}{below}/{path}")
        }
    };
    Ok(whole.into())
}

/// The drive that a path of Windows names, as `C:`.
fn drive_of(path: &str) -> Option<String> {
    path.get(..2)
        .filter(|drive| {
            drive.ends_with(':') && drive.starts_with(|c: char| c.is_ascii_alphabetic())
        })
        .map(str::to_ascii_uppercase)
}

/// The path without `..`, which leads out of the folder that a link means, not of the one it is in.
fn without_parents(path: &Path, links: &mut u32) -> Result<PathBuf, &'static str> {
    let mut whole = PathBuf::new();
    for part in path.components() {
        if part != Component::ParentDir {
            whole.push(part);
            continue;
        }
        while let Ok(target) = fs::read_link(&whole) {
            *links = links.saturating_add(1);
            if *links > MOST_LINKS {
                return Err("too many symbolic links");
            }
            whole.pop();
            whole = without_parents(&whole.join(target), links)?;
        }
        whole.pop();
    }
    Ok(whole)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

    use super::*;

    #[test]
    fn paths_are_seen_from_the_current_folder() {
        for (current, path, whole) in [
            ("/work/app", "keys", "/work/app/keys"),
            ("/work/app", "/keys", "/keys"),
            ("/work/app", "c:keys", "/work/app/c:keys"),
            ("/work/app", r"a\b", r"/work/app/a\b"),
            (r"C:\work\app", "keys", "/C:/work/app/keys"),
            (r"C:\work\app", r"keys\a", "/C:/work/app/keys/a"),
            (r"c:\work", r"..\keys", "/C:/work/../keys"),
            (r"C:\work", r"\keys", "/C:/keys"),
            (r"C:\work", "/keys", "/C:/keys"),
            (r"C:\work", r"d:\keys", "/D:/keys"),
            (r"C:\work", "D:/keys", "/D:/keys"),
            (r"C:\", "keys", "/C://keys"),
        ] {
            assert_eq!(from(current, path), Ok(whole.into()), "{path}");
        }
    }

    #[test]
    fn paths_that_lead_nowhere_are_told() {
        let of_a_drive = "a path that names a drive must begin at its root, as in `C:\\keys`";
        assert_eq!(from(r"C:\work", "D:keys"), Err(of_a_drive));
        assert_eq!(from(r"C:\work", "D:"), Err(of_a_drive));
        assert_eq!(
            from(r"C:\work", r"\\server\share\keys"),
            Err("a path on a network has no drive; give it a letter first")
        );
    }

    #[cfg(unix)]
    #[test]
    fn parent_of_a_link_is_that_of_its_target() {
        use std::os::unix::fs::symlink;

        let folder = crate::files::new_file::folder("links");
        fs::create_dir_all(folder.join("real/inner")).unwrap();
        symlink("real/inner", folder.join("link")).unwrap();
        symlink("link", folder.join("second")).unwrap();
        symlink("loop", folder.join("loop")).unwrap();
        let placed = |path: &str| without_parents(&folder.join(path), &mut 0);
        for (path, whole) in [
            ("a/../b", "b"),
            ("link/../b", "real/b"),
            ("second/../b", "real/b"),
            ("second/../../b", "b"),
            ("link/b", "link/b"),
        ] {
            assert_eq!(placed(path), Ok(folder.join(whole)), "{path}");
        }
        assert_eq!(placed("loop/../b"), Err("too many symbolic links"));
        assert_eq!(without_parents(Path::new("/../a"), &mut 0), Ok("/a".into()));
        fs::remove_dir_all(folder).unwrap();
    }
}
