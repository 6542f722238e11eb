import 'server-only'
// Ways to prove who you are: a password, a one-time link, and in the demo one click.
import { hash, verify } from '@node-rs/argon2'
import { z } from 'zod'
import { asNobody } from './db/as-actor'
import { env } from './env'
import { hashOf } from './hash'

/** A password alone has at least this many characters (NIST SP 800-63B-4). */
export const PASSWORD_MIN = 15
const PASSWORD_MAX = 200

// Spent on a name that does not exist as well, so that the time tells nothing.
let decoy: Promise<string> | undefined
const decoyHash = () => {
  decoy ??= hash('a password that nobody has')
  return decoy
}

/** The account of this e-mail address and password, or null; all wrong answers look the same, also after too many. */
export async function accountByPassword(email: string, password: string): Promise<string | null> {
  const address = hashOf(email.trim().toLowerCase())
  const [brake] = await asNobody(
    (tx) => tx.$queryRaw<{ allowed: boolean }[]>`SELECT app.sign_in_allowed(${address}) AS allowed`,
  )
  if (!brake?.allowed) return null
  const [found] = await asNobody(
    (tx) =>
      tx.$queryRaw<
        { account_id: string; password_hash: string | null }[]
      >`SELECT account_id::text, password_hash FROM app.credentials(${email.trim().slice(0, 200)})`,
  )
  const right = await verify(found?.password_hash ?? (await decoyHash()), password.slice(0, PASSWORD_MAX))
  if (right && found?.password_hash) return found.account_id
  await asNobody((tx) => tx.$executeRaw`SELECT app.sign_in_failed(${address})`)
  return null
}

export type DemoPerson = {
  account_id: string
  name: string
  role: string
  organisation: string
  covenant: string
}

/** The fictional people of the demo; nobody on any other installation. */
export const demoPeople = async (): Promise<DemoPerson[]> =>
  env().DEMO === '1'
    ? asNobody(
        (tx) =>
          tx.$queryRaw<
            DemoPerson[]
          >`SELECT account_id::text, name, role, organisation, covenant FROM app.demo_people()`,
      )
    : []

/** The account of a fictional person, or null: twice checked, by the environment and by the installation. */
export async function demoAccount(id: string): Promise<string | null> {
  if (!z.uuid().safeParse(id).success) return null
  return (await demoPeople()).some((p) => p.account_id === id) ? id : null
}

/** Whose one-time link this is, as long as it can be used. */
export async function invitedName(token: string): Promise<string | null> {
  const [found] = await asNobody(
    (tx) => tx.$queryRaw<{ name: string | null }[]>`SELECT app.invitation_open(${hashOf(token)}) AS name`,
  )
  return found?.name ?? null
}

/** Sets the password behind a one-time link; the account, or null when the link was used or too old. */
export async function acceptInvitation(token: string, password: string): Promise<string | null> {
  const [done] = await asNobody(
    async (tx) =>
      tx.$queryRaw<
        { account: string | null }[]
      >`SELECT app.accept_invitation(${hashOf(token)}, ${await hash(password.slice(0, PASSWORD_MAX))})::text AS account`,
  )
  return done?.account ?? null
}
