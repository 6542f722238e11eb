// Seals every burgerservicenummer, every draft, every row on its way in and the key of every file with the key of now: after a change of FIELD_KEY,
// while everybody goes on working.
import { isSealedNow, open, seal, sealText } from '../src/server/db/seal'
import type { FileStore } from '../src/server/files/folder'
import { resealed } from '../src/server/files/sealed'
import { asKernel } from './load-covenant'

/** So many a transaction. */
const PAGE = 200

type Sealed = {
  readonly first: string
  /** The rows after this key, each as `key` and `sealed`, locked until they are written. */
  readonly after: string
  readonly write: string
  readonly seal: (plain: string) => string
}

const FIRST = '00000000-0000-0000-0000-000000000000'

const NUMBERS: Sealed = {
  first: FIRST,
  after:
    'SELECT person_id::text AS key, number AS sealed FROM case_bsn WHERE person_id > $1::uuid ORDER BY person_id LIMIT $2 FOR UPDATE',
  write: 'UPDATE case_bsn SET number = $2 WHERE person_id = $1::uuid',
  seal,
}
const DRAFT = `(split_part($1, ' ', 1)::uuid, split_part($1, ' ', 2)::uuid)`
const DRAFTS: Sealed = {
  first: `${FIRST} ${FIRST}`,
  after: `SELECT membership_id || ' ' || id AS key, sealed FROM draft WHERE (membership_id, id) > ${DRAFT} ORDER BY membership_id, id LIMIT $2 FOR UPDATE`,
  write: `UPDATE draft SET sealed = $2 WHERE (membership_id, id) = ${DRAFT}`,
  seal: sealText,
}

const IMPORTS: Sealed = {
  first: FIRST,
  after:
    'SELECT id::text AS key, headings AS sealed FROM import WHERE id > $1::uuid ORDER BY id LIMIT $2 FOR UPDATE',
  write: 'UPDATE import SET headings = $2 WHERE id = $1::uuid',
  seal: sealText,
}
const IMPORT_ROW = `(split_part($1, ' ', 1)::uuid, split_part($1, ' ', 2)::int)`
const IMPORT_ROWS: Sealed = {
  first: `${FIRST} 0`,
  after: `SELECT import_id || ' ' || nr AS key, sealed FROM import_row WHERE sealed IS NOT NULL AND (import_id, nr) > ${IMPORT_ROW} ORDER BY import_id, nr LIMIT $2 FOR UPDATE`,
  write: `UPDATE import_row SET sealed = $2 WHERE (import_id, nr) = ${IMPORT_ROW} AND sealed IS NOT NULL`,
  seal: sealText,
}

/** One page, from this key on; no text that is written meanwhile is lost. */
const page = (ownerUrl: string, what: Sealed, after: string) =>
  asKernel(ownerUrl, async (client) => {
    const { rows } = await client.query<{ key: string; sealed: string }>(what.after, [after, PAGE])
    const old = rows.filter(({ sealed }) => !isSealedNow(sealed))
    for (const { key, sealed } of old) await client.query(what.write, [key, what.seal(open(sealed))])
    return { sealed: old.length, seen: rows.length, last: rows.at(-1)?.key }
  })

/** Returns how many texts were sealed anew, of how many. Can be run again after it was broken off. */
export async function reseal(ownerUrl: string): Promise<{ sealed: number; seen: number }> {
  const sum = { sealed: 0, seen: 0 }
  for (const what of [NUMBERS, DRAFTS, IMPORTS, IMPORT_ROWS])
    for (let after: string | undefined = what.first; after; ) {
      const done: Awaited<ReturnType<typeof page>> = await page(ownerUrl, what, after)
      sum.sealed += done.sealed
      sum.seen += done.seen
      after = done.last
    }
  return sum
}

/** The same for the files of this installation. Their bytes stay as they are: only what their keys are sealed with is new. */
export async function resealFiles(store: FileStore): Promise<{ sealed: number; seen: number }> {
  const sum = { sealed: 0, seen: 0 }
  for (const id of await store.before(Date.now() + 1)) {
    const sealed = await store.get(id)
    if (!sealed) continue
    const anew = resealed(sealed)
    if (anew) await store.put(id, anew)
    sum.sealed += anew ? 1 : 0
    sum.seen += 1
  }
  return sum
}
