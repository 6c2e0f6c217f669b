//! Edits of roles, and new roles: what may be chosen, and what is wrong with a proposal.

use crate::catalog::{AdminRule, Grant, Grants, NoNewRole, Role, read_grants};
use crate::gate::roles::{Assignment, Roles};
use crate::json::{self, Node, Value};
use crate::value::Level;
use crate::vocabulary::vocabulary;

/// A proposed role: an edit of an existing one, or a new one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Proposal<'a> {
    /// An edit of the role of this id.
    Edit(&'a str),
    /// A new role, based on a catalog role or on the catalog's starting values.
    New {
        /// The catalog role it is based on.
        based_on: Option<&'a str>,
    },
}

vocabulary! {
    /// What is wrong with a proposed role.
    #[non_exhaustive]
    pub enum ViolationCode {
        /// There is no such role.
        UnknownRole = "unknown-role",
        /// There is no such permission.
        UnknownPermission = "unknown-permission",
        /// This person may not edit the role or add one, or the customer lacks an entitlement that new roles
        /// need.
        NotEditable = "not-editable",
        /// The permission is derived and has no value of its own.
        Derived = "derived",
        /// The permission cannot have that value.
        WrongValue = "wrong-value",
        /// The role's value is fixed.
        Fixed = "fixed",
        /// The permission is reserved for roles of the catalog.
        Reserved = "reserved",
        /// No new role may start from that base, or from none.
        WrongBase = "wrong-base",
        /// The role would hold more than this person may hand out.
        ExceedsAuthor = "exceeds-author",
    }
}

/// The assignment by which an edit is measured, as nobody has the role yet.
const SOMEBODY_NEW: Assignment<'static> = Assignment {
    target: Some(&[]),
    is_self: false,
};

/// The role that an edit is about.
#[derive(Clone, Copy)]
struct Subject<'a> {
    /// The catalog role whose fixed values it must keep: for a tenant's own role, the one it is based on.
    base: Option<&'a Role>,
    /// Whether it is the tenant's own, whether it is new or exists already.
    is_own: bool,
    editable_by: Option<&'a AdminRule>,
}

/// One thing that is wrong with a proposed role.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Violation {
    /// What is wrong.
    pub code: ViolationCode,
    /// The permission that is wrong, if it is a single one.
    pub permission: Option<String>,
    /// One sentence, small first letter, no full stop.
    pub message: String,
}

impl Violation {
    fn new(code: ViolationCode, permission: Option<&str>, message: impl Into<String>) -> Violation {
        Violation {
            code,
            permission: permission.map(str::to_owned),
            message: message.into(),
        }
    }
}

impl<'a> Roles<'a> {
    /// Whether this person may change anything in `role`: they may edit it, and for some permission they may
    /// choose a value other than the present one.
    #[must_use]
    pub fn can_edit(&self, role: &str) -> bool {
        let Some((role, subject)) = self.editable(role) else {
            return false;
        };
        let is_open = |permission: usize| {
            let now = role.values.get(permission).copied().unwrap_or_default();
            let mut choices = self.choices(permission, subject).into_iter();
            choices.any(|grant| !grant.is_same(now))
        };
        (0..self.catalog().permissions.len()).any(is_open)
    }

    /// The values that this person may choose for `permission` in `role`, from `off` upwards; none if they
    /// may not edit the role. [`check_edit`](Roles::check_edit) finds nothing wrong with any of them.
    #[must_use]
    pub fn allowed_values(&self, role: &str, permission: &str) -> Vec<Level> {
        let choices = self
            .editable(role)
            .zip(self.catalog().permissions.position(permission))
            .map(|((_, subject), permission)| self.choices(permission, subject));
        let plain = |grant: Grant| grant.only_if.is_none().then_some(grant.level);
        choices.into_iter().flatten().filter_map(plain).collect()
    }

    /// The role of this id, if this person may edit it.
    fn editable(&self, role: &str) -> Option<(&'a Role, Subject<'a>)> {
        let (position, role) = self.find(role)?;
        let subject = self.existing(position, role);
        self.may_edit(subject.editable_by)
            .then_some((role, subject))
    }

    /// What an edit may choose for a permission: the plain values, and the value that the role or its base
    /// has in the catalog.
    fn choices(&self, permission: usize, subject: Subject<'_>) -> Vec<Grant> {
        let known = self.catalog().permissions.get(permission);
        let Some(known) = known.filter(|known| known.rule.is_none()) else {
            return Vec::new();
        };
        let plain = known.values.all().iter().copied().map(Grant::plain);
        let base = subject.base;
        let own = base.and_then(|base| base.values.get(permission).copied());
        plain
            .chain(own.filter(|own| own.only_if.is_some()))
            .filter(|grant| self.wrong_with(permission, *grant, subject).is_none())
            .collect()
    }

    /// Everything that is wrong with giving these values to a role. `values` is the JSON of an object from
    /// permission to value, as in a snapshot, and holds all that would be stored: a permission that it leaves
    /// out has the value that the role starts from.
    ///
    /// A tenant's own role, new or edited, is measured as it would be stored: together with what it starts
    /// from, it may give no more than this person may hand out to somebody new. An edit of a catalog role is
    /// not measured in this way: whoever may edit it may choose everything that the catalog unlocks, even
    /// more than they hold or may hand out themselves.
    #[must_use]
    pub fn check_edit(&self, proposal: Proposal<'_>, values: &str) -> Vec<Violation> {
        let Some(subject) = self.subject(proposal) else {
            let message = "there is no such role";
            return vec![Violation::new(ViolationCode::UnknownRole, None, message)];
        };
        let mut violations = Vec::new();
        let not_editable = |why| Violation::new(ViolationCode::NotEditable, None, why);
        let added = self.may_be_added(proposal);
        if !self.may_edit(subject.editable_by) {
            violations.push(not_editable("this person may not edit the role"));
        } else if let Err(NoNewRole::NotEntitled(_)) = added {
            violations.push(not_editable(
                "the customer has not bought what new roles need",
            ));
        }
        if added == Err(NoNewRole::Base) {
            let why = "no new role may start from that base, or without one";
            violations.push(Violation::new(ViolationCode::WrongBase, None, why));
        }
        let mut given = Grants::default();
        self.read_values(values, &mut given, &mut violations);
        for (position, grant) in given.iter() {
            violations.extend(self.wrong_with(position, *grant, subject));
        }
        if subject.is_own {
            let catalog = self.catalog();
            let mut inherited = catalog.starting_values(subject.base);
            inherited.retain(|position| {
                let name = catalog.permissions.get(position).map(|known| &known.id);
                let is_wrong = |violation: &Violation| violation.permission.as_ref() == name;
                given.get(position).is_none() && !violations.iter().any(is_wrong)
            });
            for position in self.exceeding(&inherited, SOMEBODY_NEW) {
                violations.push(self.exceeds(position));
            }
        }
        violations
    }

    /// Whether the tenant may add the proposed role, whoever proposes it.
    fn may_be_added(&self, proposal: Proposal<'_>) -> Result<(), NoNewRole<'a>> {
        let Proposal::New { based_on } = proposal else {
            return Ok(());
        };
        let base = based_on.and_then(|id| self.catalog().roles.position(id));
        let held = &self.snapshot.entitlements;
        self.catalog().may_add_role(base, held).map(drop)
    }

    /// The role that is proposed; `None` if there is none of that id.
    fn subject<'p>(&self, proposal: Proposal<'p>) -> Option<Subject<'a>> {
        match proposal {
            Proposal::Edit(id) => {
                let (position, role) = self.find(id)?;
                Some(self.existing(position, role))
            }
            Proposal::New { based_on } => Some(Subject {
                base: match based_on {
                    Some(id) => Some(self.catalog().roles.named(id)?),
                    None => None,
                },
                is_own: true,
                editable_by: self
                    .catalog()
                    .custom_roles
                    .as_ref()
                    .and_then(|custom| custom.administration.editable_by.as_ref()),
            }),
        }
    }

    fn existing(&self, position: usize, role: &'a Role) -> Subject<'a> {
        Subject {
            base: self.snapshot.base_of(position),
            is_own: !self.is_of_catalog(position),
            editable_by: role.administration.editable_by.as_ref(),
        }
    }

    /// Reads the values one by one, so that each wrong one is a violation of its own.
    fn read_values(&self, values: &str, given: &mut Grants, violations: &mut Vec<Violation>) {
        let catalog = self.catalog();
        let wrong = |name: Option<&str>, message: String| {
            Violation::new(ViolationCode::WrongValue, name, message)
        };
        let members = match json::parse(values.as_bytes()) {
            Ok(Value::Object(members)) => members,
            Ok(_) => {
                return violations.push(wrong(None, "the values must be an object".to_owned()));
            }
            Err(what) => {
                return violations.push(wrong(None, format!("the values are refused: {what}")));
            }
        };
        for member in members {
            let name = member.0.clone();
            let known = catalog.permissions.named(&name);
            let code = match known {
                None => Some((
                    ViolationCode::UnknownPermission,
                    "is not among the permissions of the catalog",
                )),
                Some(known) if known.rule.is_some() => Some((
                    ViolationCode::Derived,
                    "is derived and has no value of its own",
                )),
                Some(_) => None,
            };
            if let Some((code, message)) = code {
                violations.push(Violation::new(code, Some(&name), message));
                continue;
            }
            let one = Value::Object(vec![member]);
            match read_grants(&Node::root(&one), &catalog.permissions, &catalog.records) {
                Ok(grants) => given.extend(grants),
                Err(problem) => violations.push(wrong(Some(&name), problem.message)),
            }
        }
    }

    /// What is wrong with a role that holds this value. The catalog says what an edit of one of its roles may
    /// choose; a tenant's own role may give nothing that is reserved, and no more than its author may hand
    /// out.
    fn wrong_with(&self, position: usize, grant: Grant, subject: Subject<'_>) -> Option<Violation> {
        let name = &self.catalog().permissions.get(position)?.id;
        if subject
            .base
            .is_some_and(|base| !base.allows(position, grant))
        {
            let message = format!("the role's value of `{name}` cannot be `{}`", grant.level);
            return Some(Violation::new(ViolationCode::Fixed, Some(name), message));
        }
        if !subject.is_own {
            return None;
        }
        if let Some(violation) = self.reserved(position, grant) {
            return Some(violation);
        }
        let exceeds = !self
            .exceeding(&Grants::of(position, grant), SOMEBODY_NEW)
            .is_empty();
        exceeds.then(|| self.exceeds(position))
    }

    fn reserved(&self, position: usize, grant: Grant) -> Option<Violation> {
        let permission = self.catalog().permissions.get(position)?;
        (permission.reserved && grant.level > Level::Off).then(|| {
            let message = format!("`{}` is reserved for roles of the catalog", permission.id);
            Violation::new(ViolationCode::Reserved, Some(&permission.id), message)
        })
    }

    fn exceeds(&self, position: usize) -> Violation {
        let name = self
            .catalog()
            .permissions
            .get(position)
            .map_or("", |permission| permission.id.as_str());
        let message = format!("no role that this person may hand out gives as much of `{name}`");
        Violation::new(ViolationCode::ExceedsAuthor, Some(name), message)
    }
}
