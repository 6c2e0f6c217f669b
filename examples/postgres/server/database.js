import { readFile } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'

/** What an instance does in the database at `connectionString`. */
export async function openDatabase(connectionString) {
  const pool = new pg.Pool({ connectionString, max: 10 })
  // A connection that breaks while it is idle is replaced by the next query.
  pool.on('error', error => console.error(`database: ${error.message}`))
  // One that breaks while it is used fails its query, and says so there.
  pool.on('connect', client => client.on('error', () => {}))
  const rows = async (text, ...values) => (await pool.query(text, values)).rows
  await inTransaction(async query =>
    query(await readFile(new URL('schema.sql', import.meta.url), 'utf8')),
  )

  return {
    /**
     * What a snapshot says of a person, with its number. The row stays locked until the transaction ends,
     * and what is read after that is what was committed before: of two snapshots of one person, the one
     * with the higher number has the newer rights.
     */
    personWithSeq: id =>
      inTransaction(async query => {
        const [drawn] = await query(
          'UPDATE people SET seq = seq + 1 WHERE id = $1 RETURNING seq',
          id,
        )
        if (!drawn) return undefined
        const [{ role }] = await query('SELECT role FROM people WHERE id = $1', id)
        return { ...personAs(id, role), seq: Number(drawn.seq) }
      }),
    /** The same without a number, to decide on a request. */
    async person(id) {
      const [found] = await rows('SELECT role FROM people WHERE id = $1', id)
      return found && personAs(id, found.role)
    },
    people: () => rows('SELECT id, role FROM people ORDER BY id'),
    setRole: (id, role) => rows('UPDATE people SET role = $2 WHERE id = $1', id, role),

    notes: () => rows('SELECT author, words FROM notes ORDER BY id'),
    write: (author, words) =>
      rows('INSERT INTO notes (author, words) VALUES ($1, $2)', author, words),

    begin: (session, person) =>
      rows(
        'INSERT INTO sessions SELECT $1, id FROM people WHERE id = $2 RETURNING person',
        session,
        person,
      ),
    end: session => rows('DELETE FROM sessions WHERE id = $1', session),
    async signedIn(session) {
      return (await rows('SELECT person FROM sessions WHERE id = $1', session))[0]?.person
    },

    async publish(jwk) {
      await rows('INSERT INTO keys (kid, jwk) VALUES ($1, $2)', jwk.kid, jwk)
      await rows(`DELETE FROM keys WHERE made < now() - interval '30 days' AND kid <> $1`, jwk.kid)
    },
    async jwks() {
      return { keys: (await rows('SELECT jwk FROM keys')).map(({ jwk }) => jwk) }
    },

    /** Calls `heard` with the id of everybody whose rights change, and without one when some were missed. */
    async listen(heard) {
      for (;;) {
        const client = new pg.Client({ connectionString })
        // A crash of the database may be more than one error.
        const ended = new Promise(resolve => client.on('error', resolve).once('end', resolve))
        try {
          await client.connect()
          client.on('notification', ({ payload }) => heard(payload))
          await client.query('LISTEN rights')
          heard()
          await ended
        } catch (error) {
          console.error(`database: ${error.message}`)
        }
        await client.end().catch(() => {})
        await sleep(500)
      }
    },
  }

  /** Does `work` in a transaction of its own; `work` is given what runs a query in it. */
  async function inTransaction(work) {
    const client = await pool.connect()
    try {
      await client.query('BEGIN')
      const result = await work(
        async (text, ...values) =>
          (await client.query(text, values.length > 0 ? values : undefined)).rows,
      )
      await client.query('COMMIT')
      client.release()
      return result
    } catch (error) {
      // Whatever its state is, nobody uses this connection again.
      client.release(error)
      throw error
    }
  }
}

function personAs(subject, role) {
  return { subject, memberships: [{ workspace: 'notes', roles: [role] }] }
}
