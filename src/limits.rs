//! Limits on the input, each with its reason.

/// Upper bounds on what a token, a key set, a catalog and a snapshot may hold.
///
/// Each is checked before memory is allocated in proportion to the input, so hostile input costs no more
/// than honest input that reaches the limit. They are fixed: a snapshot that exceeds them does not
/// belong in a browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Limits {
    /// Bytes of a token's text: 64 KiB. 300 permissions in 12 custom roles need under a quarter of it.
    pub token_bytes: usize,
    /// Bytes of a token's encoded header: 4 KiB. Three members need under 200.
    pub header_bytes: usize,
    /// Bytes of a key set's text: 64 KiB, which holds 32 keys with certificates beside them.
    pub key_set_bytes: usize,
    /// Bytes of a catalog: 4 MiB, which holds 2,000 permissions and 40 roles four times over.
    pub catalog_bytes: usize,
    /// How deeply JSON may be nested: 32. Rules, which nest the deepest, need a third of it.
    pub json_depth: usize,
    /// Keys of a key set: 32. A rotation needs two or three.
    pub keys: usize,
    /// Bytes of a `kid`: 256. A SHA-512 thumbprint needs 86.
    pub kid_bytes: usize,
    /// Bytes of an identifier: 64.
    pub identifier_bytes: usize,
    /// Bytes of a permission name: 128.
    pub permission_bytes: usize,
    /// Bytes of an application's own id (person, workspace, group, issuer, …): 256.
    pub id_bytes: usize,
    /// Bytes of one label or description: 1 KiB.
    pub label_bytes: usize,
    /// Permissions of a catalog: 4,096.
    pub permissions: usize,
    /// Roles of a catalog, and of a snapshot: 256.
    pub roles: usize,
    /// Entitlements of a catalog: 256.
    pub entitlements: usize,
    /// Record kinds of a catalog: 32.
    pub records: usize,
    /// Relations of one record kind: 8, so that a set of them fits one byte, and a row 256 cells.
    pub relations: usize,
    /// Parts of one rule, all depths counted: 256.
    pub rule_parts: usize,
    /// Permissions that need one another in a chain: 16. Explanations follow the whole chain.
    pub chain: usize,
    /// Memberships of a snapshot: 256.
    pub memberships: usize,
    /// Groups of one membership: 1,024.
    pub groups: usize,
    /// Filter members of one membership, all filters counted: 16. Each takes one bit of what a fact means.
    pub filter_members: usize,
    /// Ids in one filter member: 1,024.
    pub filter_ids: usize,
    /// Entries of a token's `aud` list: 16.
    pub audiences: usize,
    /// By how much `seq` may rise at once: 2^40. A server that counts milliseconds needs 30 years for that,
    /// and a single absurd number cannot lock out all later snapshots.
    pub seq_jump: u64,
    /// Catalogs that a loader keeps in addition to those it was made with: 4. A page that stays open during
    /// a release needs two.
    pub catalogs: usize,
    /// People whose highest `seq` is remembered: 1,024. A page has a few, a shared device some dozens.
    pub people: usize,
}

/// The limits in force.
pub const LIMITS: Limits = Limits {
    token_bytes: 64 * 1024,
    header_bytes: 4 * 1024,
    key_set_bytes: 64 * 1024,
    catalog_bytes: 4 * 1024 * 1024,
    json_depth: 32,
    keys: 32,
    kid_bytes: 256,
    identifier_bytes: 64,
    permission_bytes: 128,
    id_bytes: 256,
    label_bytes: 1024,
    permissions: 4096,
    roles: 256,
    entitlements: 256,
    records: 32,
    relations: 8,
    rule_parts: 256,
    chain: 16,
    memberships: 256,
    groups: 1024,
    filter_members: 16,
    filter_ids: 1024,
    audiences: 16,
    seq_jump: 1 << 40,
    catalogs: 4,
    people: 1024,
};
