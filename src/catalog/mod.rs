//! One product's permission vocabulary: areas, permissions, roles, entitlements, records and who may
//! administer them. `docs/formats.md` is the reference of the file.

mod layer;
mod named;
mod names;
mod order;
mod read;
mod record;
mod rule;

use sha2::{Digest, Sha256};

use crate::collections::ByPosition;
use crate::error::{Error, ErrorCode, Problem};
use crate::json::{self, Node};
use crate::limits::LIMITS;
use crate::reason::{Outcome, Reason};
use crate::value::{Level, Values};

pub use layer::LayerKind;
pub use named::CatalogName;
pub(crate) use names::Names;
pub(crate) use read::{Grants, read_grants, read_label};
pub(crate) use record::RecordKind;
pub use record::{FactName, FilterMember, Relation};
pub(crate) use rule::{AdminRule, Formula, Presence};

/// A catalog, read and validated.
///
/// Everything in it is reached by position: positions never change for the same bytes, and a name
/// that a rule, role or need refers to is known to exist. Labels are checked and not kept: whoever
/// shows them has the file.
#[derive(Clone, Debug)]
pub struct Catalog {
    pub(crate) name: CatalogName,
    pub(crate) entitlements: Names<Entitlement>,
    pub(crate) layers: Vec<LayerKind>,
    pub(crate) filters: Vec<FilterMember>,
    /// How many groups a membership has, where the product says so.
    pub(crate) groups_per_membership: Option<u64>,
    pub(crate) records: Names<RecordKind>,
    pub(crate) permissions: Names<Permission>,
    pub(crate) roles: Names<Role>,
    pub(crate) new_role_values: Grants,
    /// `None`: tenants add no roles.
    pub(crate) custom_roles: Option<CustomRoles>,
    /// The permissions, each after everything its rule and prerequisites refer to.
    pub(crate) order: Vec<usize>,
}

/// Something a customer has bought or switched on.
#[derive(Clone, Debug)]
pub(crate) struct Entitlement {
    pub(crate) id: String,
    pub(crate) includes: Vec<usize>,
}

#[derive(Clone, Debug)]
pub(crate) struct Permission {
    pub(crate) id: String,
    pub(crate) values: Values,
    pub(crate) record: Option<usize>,
    /// All of these, any of each.
    pub(crate) needs: Vec<Vec<usize>>,
    pub(crate) requires: Vec<Requirement>,
    pub(crate) rule: Option<Formula>,
    pub(crate) when_denied: Vec<(Reason, Outcome)>,
    /// Only catalog roles may give it: a tenant's new role that does refuses the snapshot.
    pub(crate) reserved: bool,
}

impl Permission {
    /// What the screen should do for a denial with this reason.
    pub(crate) fn outcome(&self, reason: Reason) -> Outcome {
        let chosen = self
            .when_denied
            .iter()
            .find(|(denied, _)| *denied == reason);
        chosen.map_or_else(|| reason.outcome(), |(_, outcome)| *outcome)
    }
}

/// A prerequisite: another permission that must hold on the same record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Requirement {
    pub(crate) permission: usize,
    pub(crate) at_least: Level,
}

#[derive(Clone, Debug)]
pub(crate) struct Role {
    pub(crate) id: String,
    pub(crate) values: Grants,
    pub(crate) unlocked: ByPosition<Vec<Level>>,
    /// For a tenant's new role: the catalog role it started from.
    pub(crate) based_on: Option<String>,
    pub(crate) administration: Administration,
}

impl Role {
    /// Whether a tenant may give this role that value for the permission at `position`.
    pub(crate) fn allows(&self, position: usize, grant: Grant) -> bool {
        let own = self.values.get(position).copied().unwrap_or_default();
        let unlocked = self.unlocked.get(position).map_or(&[][..], Vec::as_slice);
        own.is_same(grant) || (grant.only_if.is_none() && unlocked.contains(&grant.level))
    }
}

/// What a role says about one permission.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Grant {
    pub(crate) level: Level,
    /// Relations of the permission's record kind, as bits; the value is held where one of them
    /// holds. `None`: on every record.
    pub(crate) only_if: Option<u8>,
    /// The sources leave this cell open.
    pub(crate) unknown: bool,
}

impl Grant {
    /// A value that is held on every record.
    pub(crate) const fn plain(level: Level) -> Grant {
        Grant {
            level,
            only_if: None,
            unknown: false,
        }
    }

    /// Whether both give the same, whatever the sources leave open.
    pub(crate) fn is_same(self, other: Grant) -> bool {
        (self.level, self.only_if) == (other.level, other.only_if)
    }

    /// The value on a record that stands in `relations`.
    pub(crate) fn on(self, relations: u8) -> Level {
        if self.only_if.is_none_or(|bits| bits & relations != 0) {
            self.level
        } else {
            Level::Off
        }
    }
}

/// Who may edit and hand out a role. An absent rule means nobody.
#[derive(Clone, Debug, Default)]
pub(crate) struct Administration {
    pub(crate) editable_by: Option<AdminRule>,
    pub(crate) assignable_by: Option<AdminRule>,
}

/// What a tenant may add in the way of roles.
#[derive(Clone, Debug)]
pub(crate) struct CustomRoles {
    pub(crate) administration: Administration,
    /// The catalog roles that one may be based on; `None`: any.
    pub(crate) bases: Option<Vec<usize>>,
    /// Whether one may have no base.
    pub(crate) without_base: bool,
    /// All of these entitlements, any of each.
    pub(crate) needs: Vec<Vec<usize>>,
}

/// Why a tenant may not add a role.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NoNewRole<'a> {
    /// The product has none.
    Never,
    /// The customer holds none of these entitlements, and new roles need one.
    NotEntitled(&'a [usize]),
    /// None may start from that base, or from none.
    Base,
}

/// A cell of a catalog's role table that its sources leave open.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Unknown<'a> {
    /// The role's id.
    pub role: &'a str,
    /// The permission's name.
    pub permission: &'a str,
}

impl Catalog {
    /// Reads and validates the bytes of a catalog file.
    ///
    /// # Errors
    ///
    /// [`ErrorCode::CatalogInvalid`] with the first thing that is wrong; [`Catalog::check`] lists all.
    pub fn parse(bytes: &[u8]) -> Result<Catalog, Error> {
        Catalog::parse_hashed(bytes, hash(bytes)?)
    }

    /// Reads and validates bytes that should be the catalog of this name, fetched or stored where
    /// others could have changed them.
    ///
    /// # Errors
    ///
    /// [`ErrorCode::CatalogMismatch`] if their hash is another, otherwise as [`Catalog::parse`].
    pub fn parse_named(bytes: &[u8], name: &CatalogName) -> Result<Catalog, Error> {
        Catalog::parse_hashed(bytes, name.verify(bytes)?)
    }

    /// The same for bytes whose hash is known.
    pub(crate) fn parse_hashed(bytes: &[u8], digest: [u8; 32]) -> Result<Catalog, Error> {
        check_hashed(bytes, digest).map_err(|problems| {
            problems.into_iter().next().map_or_else(
                || Error::new(ErrorCode::CatalogInvalid, "the catalog is refused"),
                |problem| problem.into_error(ErrorCode::CatalogInvalid),
            )
        })
    }

    /// Reads and validates the bytes of a catalog file, and lists everything that is wrong.
    ///
    /// ```
    /// use rolegate::Catalog;
    /// let problems = Catalog::check(br#"{"format": 1, "id": "Shop", "areas": []}"#).unwrap_err();
    /// assert_eq!(problems[0].to_string(), "`label` is missing");
    /// assert_eq!(problems[1].to_string(), "`roles` is missing");
    /// assert_eq!(problems[2].place, "id");
    /// ```
    ///
    /// # Errors
    ///
    /// The problems, in the order of the format; never an empty list.
    pub fn check(bytes: &[u8]) -> Result<Catalog, Vec<Problem>> {
        let digest = hash(bytes).map_err(|error| vec![whole(error.to_string())])?;
        check_hashed(bytes, digest)
    }

    /// The catalog's id.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.name.id
    }

    /// The SHA-256 of the catalog's bytes, by which a snapshot names it.
    #[must_use]
    pub fn digest(&self) -> &[u8; 32] {
        &self.name.digest
    }

    /// How a snapshot names this catalog.
    #[must_use]
    pub fn name(&self) -> &CatalogName {
        &self.name
    }

    /// The cells that the sources leave open, by role and then in the order of the permissions.
    pub fn unknowns(&self) -> impl Iterator<Item = Unknown<'_>> {
        self.roles.iter().flat_map(|role| {
            role.values
                .iter()
                .filter(|(_, grant)| grant.unknown)
                .filter_map(|(permission, _)| {
                    let permission = self.permissions.get(permission)?;
                    Some(Unknown {
                        role: &role.id,
                        permission: &permission.id,
                    })
                })
        })
    }

    /// The relations of a permission's record kind; none without one.
    pub(crate) fn relations(&self, permission: &Permission) -> &[Relation] {
        permission
            .record
            .and_then(|record| self.records.get(record))
            .map_or(&[], |record| &record.relations)
    }

    /// The permissions on which the state of one depends, that one last, each after what it refers to.
    pub(crate) fn scope(&self, permission: usize) -> Vec<usize> {
        let mut reached = vec![false; self.permissions.len()];
        let mut open = vec![permission];
        while let Some(position) = open.pop() {
            if let (Some(seen), Some(permission)) =
                (reached.get_mut(position), self.permissions.get(position))
                && !core::mem::replace(seen, true)
            {
                if let Some(rule) = &permission.rule {
                    rule.permissions(&mut open);
                }
                open.extend(
                    permission
                        .requires
                        .iter()
                        .map(|requirement| requirement.permission),
                );
            }
        }
        self.order
            .iter()
            .copied()
            .filter(|position| reached.get(*position) == Some(&true))
            .collect()
    }

    /// Whether a tenant whose customer holds these entitlements may add a role on the base of the
    /// catalog role at `base`.
    pub(crate) fn may_add_role(
        &self,
        base: Option<usize>,
        held: &[bool],
    ) -> Result<&CustomRoles, NoNewRole<'_>> {
        let custom = self.custom_roles.as_ref().ok_or(NoNewRole::Never)?;
        if let Some(any) = missing_need(&custom.needs, held) {
            return Err(NoNewRole::NotEntitled(any));
        }
        let may_start = match (base, &custom.bases) {
            (None, _) => custom.without_base,
            (Some(base), Some(bases)) => bases.contains(&base),
            (Some(_), None) => true,
        };
        may_start.then_some(custom).ok_or(NoNewRole::Base)
    }

    /// What a tenant's new role starts from: the values of its base, or the catalog's, but for those
    /// that only roles of the catalog may give.
    pub(crate) fn starting_values(&self, base: Option<&Role>) -> Grants {
        let mut values = base
            .map_or(&self.new_role_values, |role| &role.values)
            .clone();
        values.retain(|position| {
            self.permissions
                .get(position)
                .is_some_and(|permission| !permission.reserved)
        });
        values
    }

    /// `held` and everything that comes with it.
    pub(crate) fn with_included(&self, held: impl IntoIterator<Item = usize>) -> Vec<bool> {
        let mut all = vec![false; self.entitlements.len()];
        let mut open: Vec<usize> = held.into_iter().collect();
        while let Some(entitlement) = open.pop() {
            if let Some(held) = all.get_mut(entitlement)
                && !core::mem::replace(held, true)
                && let Some(entitlement) = self.entitlements.get(entitlement)
            {
                open.extend(&entitlement.includes);
            }
        }
        all
    }
}

/// The SHA-256 of bytes that are not too many for a catalog.
pub(crate) fn hash(bytes: &[u8]) -> Result<[u8; 32], Error> {
    if bytes.len() > LIMITS.catalog_bytes {
        let message = format!(
            "the catalog is {} bytes long, the limit is {}",
            bytes.len(),
            LIMITS.catalog_bytes
        );
        return Err(Error::new(ErrorCode::CatalogInvalid, message));
    }
    Ok(Sha256::digest(bytes).into())
}

fn check_hashed(bytes: &[u8], digest: [u8; 32]) -> Result<Catalog, Vec<Problem>> {
    let value = json::parse(bytes)
        .map_err(|what| vec![whole(format!("the catalog is refused: {what}"))])?;
    read::catalog(&Node::root(&value), digest)
}

/// A problem with a whole file.
fn whole(message: String) -> Problem {
    Problem {
        place: String::new(),
        message,
    }
}

/// The first of these needs of which nothing is held.
pub(crate) fn missing_need<'a>(needs: &'a [Vec<usize>], held: &[bool]) -> Option<&'a [usize]> {
    let is_held = |entitlement: &usize| held.get(*entitlement) == Some(&true);
    let mut needs = needs.iter().map(Vec::as_slice);
    needs.find(|any| !any.iter().any(is_held))
}
