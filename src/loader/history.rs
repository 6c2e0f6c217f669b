//! What was loaded before, so that no older snapshot replaces a newer one.

use crate::error::{Error, ErrorCode};
use crate::limits::LIMITS;
use crate::snapshot::Claims;

/// The highest `seq` of each person, for one issuer and audience.
///
/// Only [`commit`](History::commit) writes to it, so a refused snapshot leaves no trace.
#[derive(Clone, Debug, Default)]
pub(super) struct History {
    /// The least `seq` that anybody's snapshot may have.
    least: u64,
    marks: Vec<Mark>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Mark {
    subject: String,
    seq: u64,
    digest: [u8; 32],
}

impl History {
    /// Starts from a `seq` that the application has stored.
    pub(super) fn starting_at(least: u64) -> History {
        History {
            least,
            marks: Vec::new(),
        }
    }

    /// Checks that the snapshot of these claims is the newest of its person, or the same again.
    pub(super) fn check(&self, claims: &Claims) -> Result<(), Error> {
        let refuse = |message: &str| Err(Error::new(ErrorCode::SnapshotRollback, message));
        if claims.seq < self.least {
            return refuse("`seq` is less than the least that the application expects");
        }
        let highest = match self.of(&claims.subject) {
            None if self.marks.len() >= LIMITS.people => {
                return refuse(
                    "too many people's snapshots were loaded to remember the `seq` of one more",
                );
            }
            None => self.least,
            Some(mark) if claims.seq < mark.seq => {
                return refuse("`seq` is less than that of a snapshot loaded before");
            }
            Some(mark) if claims.seq == mark.seq && claims.digest != mark.digest => {
                return refuse("`seq` is that of a snapshot loaded before, whose content differs");
            }
            Some(mark) => mark.seq,
        };
        // A jump can be measured only from a `seq` that was seen before.
        if highest > 0 && claims.seq.saturating_sub(highest) > LIMITS.seq_jump {
            return refuse("`seq` is further ahead of the last one than a genuine server gets");
        }
        Ok(())
    }

    /// Remembers claims that have passed every check.
    pub(super) fn commit(&mut self, subject: &str, seq: u64, digest: [u8; 32]) {
        self.marks.retain(|mark| mark.subject != subject);
        self.marks.push(Mark {
            subject: subject.to_owned(),
            seq,
            digest,
        });
    }

    /// The highest `seq` of a person.
    pub(super) fn highest(&self, subject: &str) -> Option<u64> {
        self.of(subject).map(|mark| mark.seq)
    }

    fn of(&self, subject: &str) -> Option<&Mark> {
        self.marks.iter().find(|mark| mark.subject == subject)
    }
}
