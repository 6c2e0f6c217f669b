use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

use rolegate::{Catalog, ErrorCode, KeySet, Loader, State, UnixTime};
use serde_json::json;

use super::Choices;
use crate::util::{claims, expectations, header, keys, token, token_of, with};

const PEOPLE: [&str; 3] = ["u42", "u43", "u44"];
const ROLES: [&str; 2] = ["viewer", "admin"];
const PERMISSIONS: [&str; 2] = ["reports.view", "reports.export"];
const SEQS: [u64; 13] = [
    17,
    18,
    19,
    0,
    1,
    2,
    1 << 40,
    (1 << 40) + 1,
    (1 << 40) + 17,
    (1 << 40) + 18,
    1 << 52,
    (1 << 53) - 1,
    u64::MAX,
];
/// Seconds from [`START`], for claims and clocks.
const TIMES: [i64; 16] = [
    0, 60, -60, 61, -61, 1_800, 3_600, 3_659, 3_660, 3_661, 7_200, -3_600, 86_400, 90_000, -90_000,
    31_536_000,
];
const START: i64 = 1_790_000_000;
const LEEWAY: i64 = 60;

static KEYS: LazyLock<KeySet> = LazyLock::new(keys);
static CATALOG: LazyLock<Arc<Catalog>> = LazyLock::new(|| {
    let text = include_str!("../../../vectors/tokens/catalog.json");
    Arc::new(Catalog::parse(text.as_bytes()).unwrap())
});

/// Choices: loads, clears and clocks for one loader, and after each the same questions to it and to
/// a model of it. The loader never grants what the model denies, and forgets nothing.
pub fn loads(data: &[u8]) {
    let mut choices = Choices(data);
    let least = choices.of(&SEQS[..8]);
    let mut model = Model {
        least,
        ..Model::default()
    };
    let keys = KEYS.clone();
    let mut loader = Loader::new(keys, [Arc::clone(&CATALOG)], expectations()).least_seq(least);
    let mut now = START as f64 * 1000.0;
    for _ in 0..50 {
        if choices.is_over() {
            return;
        }
        let highest = PEOPLE.map(|person| loader.highest_seq(person));
        match choices.byte() % 8 {
            0..=3 => {
                let paper = Paper::from(&mut choices);
                let found = loader.load(&paper.token(), time(now)).map(|_| ());
                let found = found.map_err(|error| error.code());
                assert_eq!(found, model.load(&paper, now), "{paper:?} at {now}");
            }
            4 => {
                loader.clear();
                model.force = None;
            }
            5 => now += f64::from(choices.byte() as i8) * 10_000.0,
            6 => now = (START + choices.of(&TIMES)) as f64 * 1000.0,
            _ => {
                now = choices.of(&[
                    f64::NAN,
                    f64::INFINITY,
                    -1.0,
                    0.0,
                    START as f64,
                    now * 1000.0,
                    now + 999.0,
                ])
            }
        }
        for (person, before) in PEOPLE.into_iter().zip(highest) {
            let after = loader.highest_seq(person);
            assert!(after >= before, "the highest `seq` fell");
            assert_eq!(after, model.seen.get(person).map(|paper| paper.seq));
        }
        let state = loader.state(time(now));
        assert_eq!(state, model.state(now), "at {now}");
        for permission in PERMISSIONS {
            let may = matches!(state, State::Ready | State::Stale)
                && loader
                    .gate()
                    .is_some_and(|gate| gate.in_workspace(None).can(permission, None, time(now)));
            assert_eq!(may, model.grants(permission, now), "{permission} at {now}");
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Flaw {
    None,
    Signature,
    Json,
    Issuer,
    Catalog,
    Role,
}

/// What a token says.
#[derive(Clone, Debug, PartialEq)]
struct Paper {
    person: &'static str,
    seq: u64,
    role: usize,
    issued: i64,
    not_before: Option<i64>,
    refresh: Option<i64>,
    expires: i64,
    flaw: Flaw,
}

impl Paper {
    fn from(choices: &mut Choices<'_>) -> Paper {
        let (person, seq) = (choices.of(&PEOPLE), choices.of(&SEQS));
        let shape = choices.byte();
        let issued = START + choices.of(&TIMES);
        let expires = issued + choices.of(&[3_600, 86_400, 86_401, 1, 0, -1, 120]);
        let flaws = [
            Flaw::Signature,
            Flaw::Json,
            Flaw::Issuer,
            Flaw::Catalog,
            Flaw::Role,
        ];
        Paper {
            person,
            seq,
            role: usize::from(shape & 1),
            issued,
            expires,
            not_before: (shape & 2 != 0).then(|| START + choices.of(&TIMES)),
            refresh: (shape & 4 != 0).then(|| START + choices.of(&TIMES)),
            flaw: if shape & 0xc0 == 0xc0 {
                choices.of(&flaws)
            } else {
                Flaw::None
            },
        }
    }

    fn token(&self) -> String {
        let role = if self.flaw == Flaw::Role {
            "nobody"
        } else {
            ROLES[self.role]
        };
        let usual = claims(&CATALOG, json!([{"workspace": "w1", "roles": [role]}]));
        let mut said = with(
            usual,
            json!({
                "sub": self.person, "seq": self.seq, "iat": self.issued, "exp": self.expires,
                "nbf": self.not_before, "refresh_after": self.refresh,
            }),
        );
        match self.flaw {
            Flaw::Json => return token_of(&header(), b"{\"iss\":"),
            Flaw::Issuer => said["iss"] = json!("https://app.example/"),
            Flaw::Catalog => said["catalog"]["id"] = json!("another"),
            Flaw::Signature => {
                let (good, other) = (token(&said), token(&json!({})));
                let (signed, _) = good.rsplit_once('.').unwrap();
                return format!("{signed}.{}", other.rsplit_once('.').unwrap().1);
            }
            Flaw::None | Flaw::Role => {}
        }
        token(&said)
    }

    fn starts(&self) -> i64 {
        self.not_before.unwrap_or(self.issued)
    }
}

/// What a loader should do, in few words.
#[derive(Default)]
struct Model {
    least: u64,
    seen: BTreeMap<&'static str, Paper>,
    /// The latest time that was believed.
    latest: Option<i64>,
    /// The latest time that was ever believed.
    highest: Option<i64>,
    /// When the last issued of the accepted papers was issued.
    newest: Option<i64>,
    force: Option<Paper>,
}

impl Model {
    fn load(&mut self, paper: &Paper, now: f64) -> Result<(), ErrorCode> {
        if paper.flaw == Flaw::Signature {
            return Err(ErrorCode::SignatureInvalid);
        }
        let now = clock(now).ok_or(ErrorCode::ClaimInvalid)?;
        let from = paper.starts();
        let lasts = paper.expires - paper.issued;
        if matches!(paper.flaw, Flaw::Json | Flaw::Issuer)
            || paper.seq >= 1 << 53
            || !(1..=86_400).contains(&lasts)
            || from >= paper.expires
            || paper.issued > now + LEEWAY
        {
            return Err(ErrorCode::ClaimInvalid);
        }
        if from > now + LEEWAY {
            return Err(ErrorCode::SnapshotNotYetValid);
        }
        if now >= paper.expires + LEEWAY {
            return Err(ErrorCode::SnapshotExpired);
        }
        let seen = self.seen.get(paper.person);
        let highest = seen.map_or(self.least, |seen| seen.seq);
        let other = seen.is_some_and(|seen| seen.seq == paper.seq && *seen != *paper);
        let jump = highest > 0 && paper.seq > highest + (1 << 40);
        if paper.seq < highest || other || jump {
            return Err(ErrorCode::SnapshotRollback);
        }
        let newer = self.newest.is_none_or(|newest| paper.issued > newest);
        if self.is_behind(now) && !newer {
            return Err(ErrorCode::ClaimInvalid);
        }
        let older = self.newest.is_some_and(|newest| paper.issued < newest);
        let ends = paper.expires + LEEWAY;
        if older && self.highest.is_some_and(|highest| highest >= ends) {
            return Err(ErrorCode::SnapshotExpired);
        }
        match paper.flaw {
            Flaw::Catalog => return Err(ErrorCode::CatalogMismatch),
            Flaw::Role => return Err(ErrorCode::SnapshotInvalid),
            _ => {}
        }
        self.seen.insert(paper.person, paper.clone());
        self.latest = if newer {
            Some(now)
        } else {
            self.latest.max(Some(now))
        };
        self.highest = self.highest.max(Some(now));
        self.newest = self.newest.max(Some(paper.issued));
        self.force = Some(paper.clone());
        Ok(())
    }

    fn state(&mut self, now: f64) -> State {
        let believed = clock(now).filter(|now| !self.is_behind(*now));
        self.latest = self.latest.max(believed);
        self.highest = self.highest.max(believed);
        match (&self.force, believed) {
            (None, _) => State::Empty,
            (Some(_), None) => State::NotYetValid,
            (Some(paper), Some(now)) if now >= paper.expires + LEEWAY => State::Expired,
            (Some(paper), Some(now)) if now < paper.issued.max(paper.starts()) - LEEWAY => {
                State::NotYetValid
            }
            (Some(paper), Some(now)) if paper.refresh.is_some_and(|stale| now >= stale) => {
                State::Stale
            }
            _ => State::Ready,
        }
    }

    fn grants(&mut self, permission: &str, now: f64) -> bool {
        let in_force = matches!(self.state(now), State::Ready | State::Stale);
        in_force
            && self
                .force
                .as_ref()
                .is_some_and(|paper| permission == PERMISSIONS[0] || paper.role == 1)
    }

    fn is_behind(&self, now: i64) -> bool {
        self.latest.is_some_and(|latest| now + LEEWAY < latest)
    }
}

fn time(millis: f64) -> UnixTime {
    UnixTime::from_millis(millis).unwrap_or(UnixTime::from_secs(0))
}

fn clock(millis: f64) -> Option<i64> {
    let seconds = (millis / 1000.0).floor();
    (1_577_836_800.0..4_102_444_800.0)
        .contains(&seconds)
        .then_some(seconds as i64)
}
