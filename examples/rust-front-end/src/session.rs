//! What this person may do, at this time.

use rolegate::{Decision, Error, Loader, Outcome, UnixTime};

/// The snapshot in force, and the clock that it is read by.
pub struct Session {
    loader: Loader,
    clock: Box<dyn Fn() -> UnixTime>,
}

impl Session {
    /// A session without a snapshot. The clock is an argument, so that a test can have one of its own.
    pub fn new(loader: Loader, clock: impl Fn() -> UnixTime + 'static) -> Session {
        Session {
            loader,
            clock: Box::new(clock),
        }
    }

    /// Puts a snapshot in force. After an error the former one stays.
    pub fn load(&mut self, token: &str) -> Result<(), Error> {
        let now = (self.clock)();
        self.loader.load(token.trim_end(), now).map(drop)
    }

    /// The answer to a question, or `None` as long as nothing has been loaded.
    pub fn decide(&self, permission: &str) -> Option<Decision> {
        let gate = self.loader.gate()?;
        Some(
            gate.in_workspace(None)
                .decide(permission, None, (self.clock)()),
        )
    }

    /// What the screen does with a control.
    pub fn outcome(&self, permission: &str) -> Outcome {
        self.decide(permission)
            .map_or(Outcome::Loading, |decision| decision.outcome)
    }
}
