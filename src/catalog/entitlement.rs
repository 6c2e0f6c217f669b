//! Entitlements, and needs for them.

/// Something a customer has bought or switched on.
#[derive(Clone, Debug)]
pub(crate) struct Entitlement {
    pub(crate) id: String,
    pub(crate) includes: Vec<usize>,
}

/// The first of these needs that `held` does not meet: a list of entitlements none of which is held.
pub(crate) fn missing_need<'a>(needs: &'a [Vec<usize>], held: &[bool]) -> Option<&'a [usize]> {
    let is_held = |entitlement: &usize| held.get(*entitlement) == Some(&true);
    let mut needs = needs.iter().map(Vec::as_slice);
    needs.find(|any| !any.iter().any(is_held))
}
