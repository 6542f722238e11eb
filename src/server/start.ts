import 'server-only'
// What must be true before the first visitor.
import { asNobody } from './db/as-actor'
import { files } from './files/receive'
import { stop } from './health'
import { bringInNext } from './imports/bring-in'
import { log } from './log'
import { computeNext } from './matching/run'
import { moveOffers } from './offers/move'
import { everyRound } from './rounds'
import { theme } from './theme'

/** Row-level security does not hold for a superuser or an owner: better no application than one without it. */
async function checkRole() {
  const [role] = await asNobody(
    (tx) => tx.$queryRaw<{ above: boolean }[]>`
    SELECT r.rolsuper OR r.rolbypassrls OR EXISTS (SELECT 1 FROM pg_class c WHERE c.relowner = r.oid AND c.relname = 'spine') AS above
    FROM pg_roles r WHERE r.rolname = current_user`,
  )
  if (role?.above !== false)
    throw new Error('DATABASE_URL names a role above the rights of the database: let it name thuistafel_app')
}

/** A website that lost what was brought to it would be worse than none. */
async function checkFolder() {
  await files()
    .check()
    .catch(() => {
      throw new Error('FILES_FOLDER cannot be written: let it name a folder of this user')
    })
}

/** Checks the role, the folder and the theme, and lets the health page say so when the process is asked to end. */
export async function guardStart() {
  await checkRole()
  await checkFolder()
  theme()
  process.once('SIGTERM', stop)
  everyRound(2_000, bringInNext)
  everyRound(1_000, computeNext)
  everyRound(15_000, moveOffers)
  log('info', { event: 'started' })
}
