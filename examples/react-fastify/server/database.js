import { randomBytes, scryptSync, timingSafeEqual } from 'node:crypto'
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

const TABLES = `
  CREATE TABLE people (id TEXT PRIMARY KEY, name TEXT NOT NULL, salt BLOB NOT NULL, password BLOB NOT NULL);
  CREATE TABLE sessions (id TEXT PRIMARY KEY, person TEXT NOT NULL REFERENCES people);
  CREATE TABLE workspaces (id TEXT PRIMARY KEY, name TEXT NOT NULL);
  CREATE TABLE plans (workspace TEXT PRIMARY KEY REFERENCES workspaces, entitlement TEXT NOT NULL);
  CREATE TABLE memberships (
    workspace TEXT NOT NULL REFERENCES workspaces, person TEXT NOT NULL REFERENCES people, role TEXT NOT NULL,
    PRIMARY KEY (workspace, person));
  -- Edits of the catalog's roles, which hold for all workspaces of the customer.
  CREATE TABLE role_values (
    role TEXT NOT NULL, permission TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (role, permission));
  -- Values above the roles: of a company, or with a person, of that person.
  CREATE TABLE layer_values (
    workspace TEXT NOT NULL REFERENCES workspaces, person TEXT REFERENCES people,
    permission TEXT NOT NULL, value TEXT NOT NULL);
  CREATE TABLE documents (
    id INTEGER PRIMARY KEY, workspace TEXT NOT NULL REFERENCES workspaces,
    owner TEXT NOT NULL REFERENCES people, title TEXT NOT NULL, published INTEGER NOT NULL DEFAULT 0);
`

const SEED = `
  INSERT INTO workspaces VALUES ('north', 'North'), ('south', 'South');
  INSERT INTO plans VALUES ('north', 'team-plan');
  INSERT INTO memberships VALUES
    ('north', 'ada', 'admin'), ('north', 'ben', 'author'), ('north', 'cleo', 'reader'),
    ('south', 'cleo', 'admin');
  INSERT INTO layer_values VALUES ('north', NULL, 'team.roles', 'read'), ('north', 'ada', 'team.roles', 'write');
  INSERT INTO documents (workspace, owner, title) VALUES
    ('north', 'ada', 'Harbour plan'), ('north', 'ben', 'Bridge survey'), ('south', 'cleo', 'Garden notes');
`

/** Opens the database in a folder; the first time, with three people in two workspaces. */
export function openDatabase(folder) {
  mkdirSync(folder, { recursive: true })
  const file = join(folder, 'studio.db')
  const isNew = !existsSync(file)
  const database = new DatabaseSync(file)
  const run = (text, ...values) => database.prepare(text).run(...values)
  const all = (text, ...values) => database.prepare(text).all(...values)
  const one = (text, ...values) => database.prepare(text).get(...values)
  if (isNew) {
    database.exec(TABLES)
    for (const name of ['Ada', 'Ben', 'Cleo']) {
      const salt = randomBytes(16)
      run(
        'INSERT INTO people VALUES (?, ?, ?, ?)',
        name.toLowerCase(),
        name,
        salt,
        hash('studio', salt),
      )
    }
    database.exec(SEED)
  }

  return {
    /** Begins a session, and returns its id; nothing for a wrong name or password. */
    signIn(id, password) {
      const person = one('SELECT salt, password FROM people WHERE id = ?', id)
      if (!person || !timingSafeEqual(hash(password, person.salt), person.password))
        return undefined
      const session = randomBytes(24).toString('base64url')
      run('INSERT INTO sessions VALUES (?, ?)', session, id)
      return session
    },
    signOut: session => run('DELETE FROM sessions WHERE id = ?', session),
    signedIn: session => one('SELECT person FROM sessions WHERE id = ?', session)?.person,
    nameOf: person => one('SELECT name FROM people WHERE id = ?', person).name,
    workspacesOf: person =>
      all(
        `SELECT id, name FROM workspaces JOIN memberships ON workspace = id
         WHERE person = ? ORDER BY name`,
        person,
      ),

    /** What a snapshot says of a person in a workspace: what they are there, and what it has bought. */
    personIn(subject, workspace) {
      const memberships = all(
        'SELECT role FROM memberships WHERE person = ? AND workspace = ?',
        subject,
        workspace,
      ).map(({ role }) => ({ workspace, roles: [role], layers: layersOf(subject, workspace) }))
      const entitlements = all('SELECT entitlement FROM plans WHERE workspace = ?', workspace)
      return {
        subject,
        memberships,
        entitlements: entitlements.map(({ entitlement }) => entitlement),
        roles: editedRoles(),
      }
    },

    documents: workspace =>
      all('SELECT * FROM documents WHERE workspace = ? ORDER BY id', workspace),
    document: id => one('SELECT * FROM documents WHERE id = ?', id),
    rename: (id, title) => run('UPDATE documents SET title = ? WHERE id = ?', title, id),
    publish: id => run('UPDATE documents SET published = 1 WHERE id = ?', id),

    team: workspace =>
      all(
        `SELECT id, name, role FROM people JOIN memberships ON person = id
         WHERE workspace = ? ORDER BY name`,
        workspace,
      ),
    roleOf: (person, workspace) =>
      one('SELECT role FROM memberships WHERE person = ? AND workspace = ?', person, workspace)
        ?.role,
    setRole: (person, workspace, role) =>
      run(
        'UPDATE memberships SET role = ? WHERE person = ? AND workspace = ?',
        role,
        person,
        workspace,
      ),
    editsOf: role =>
      valuesOf(all('SELECT permission, value FROM role_values WHERE role = ?', role)),
    setValue: (role, permission, value) =>
      run('INSERT OR REPLACE INTO role_values VALUES (?, ?, ?)', role, permission, value),
    holdersOf: role => all('SELECT DISTINCT person FROM memberships WHERE role = ?', role),
  }

  function layersOf(person, workspace) {
    const rows = owner =>
      all(
        'SELECT permission, value FROM layer_values WHERE workspace = ? AND person IS ?',
        workspace,
        owner,
      )
    return [
      { from: 'company', values: valuesOf(rows(null)) },
      { from: 'user', values: valuesOf(rows(person)) },
    ]
  }

  function editedRoles() {
    const roles = all('SELECT DISTINCT role FROM role_values')
    return roles.map(({ role: id }) => ({
      id,
      values: valuesOf(all('SELECT permission, value FROM role_values WHERE role = ?', id)),
    }))
  }
}

function valuesOf(rows) {
  return Object.fromEntries(rows.map(({ permission, value }) => [permission, value]))
}

function hash(password, salt) {
  return scryptSync(String(password), salt, 32)
}
