import 'server-only'
// Who asks: the session row decides on each request; the cookie holds only its key, and next-auth seals that.
import { randomBytes } from 'node:crypto'
import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import type { AuthOptions } from 'next-auth'
import { decode, encode } from 'next-auth/jwt'
import { cache } from 'react'
import { z } from 'zod'
import { type Actor, organisationKinds, roleNames, type Trace } from '@/domain/case/actor'
import { leadingBack, paths } from '@/paths'
import { cookie } from './cookies'
import { asNobody } from './db/as-actor'
import { env } from './env'
import { hashOf } from './hash'
import { originOf } from './origin'

/** A session ends after this many seconds in any case. */
export const MAX_AGE = 12 * 60 * 60

/** next-auth as the keeper of the sealed cookie. Organisations' own sign-in services become its providers. */
export const authOptions = (): AuthOptions => ({
  providers: [],
  secret: env().NEXTAUTH_SECRET,
  session: { strategy: 'jwt', maxAge: MAX_AGE },
  cookies: { sessionToken: cookie() },
  pages: { signIn: paths.login },
  callbacks: { session: ({ session, token }) => ({ ...session, sid: token.sid }) },
})

const held = z.object({ sid: z.string().length(43) })

/** What the cookie of this session alone holds; null where there is none, or none of ours. It is kept nowhere else. */
export const sessionSecret = cache(async (): Promise<string | null> => {
  const sealed = (await cookies()).get(cookie().name)?.value
  if (!sealed) return null
  // Opened and not sealed anew, as next-auth would: no page sends it back, and the row of the session says how long it lives.
  const opened = await decode({ token: sealed, secret: env().NEXTAUTH_SECRET }).catch(() => null)
  const session = held.safeParse(opened)
  return session.success ? session.data.sid : null
})

const sessionKey = cache(async (): Promise<string | null> => {
  const secret = await sessionSecret()
  return secret && hashOf(secret)
})

const row = z.object({
  account_id: z.uuid(),
  account_name: z.string(),
  membership_id: z.uuid().nullable(),
  role: z.enum(roleNames as [string, ...string[]]).nullable(),
  organisation_id: z.uuid().nullable(),
  organisation_name: z.string().nullable(),
  organisation_kind: z.enum(organisationKinds).nullable(),
  covenant_id: z.uuid().nullable(),
  covenant_name: z.string().nullable(),
  several: z.boolean(),
})

/** The cookie that a page sets while it looks again by itself: nobody was at it, so the session rests on. */
export const UNATTENDED = 'unattended'

const sessionRow = cache(async (attended = true) => {
  const key = await sessionKey()
  if (!key) return null
  const rests = !attended || (await cookies()).has(UNATTENDED)
  const found = await asNobody((tx) =>
    rests
      ? tx.$queryRaw<
          unknown[]
        >`/* session at rest */ SELECT s.*, app.works_for_several(${key}) AS several FROM app.session_at_rest(${key}) s`
      : tx.$queryRaw<
          unknown[]
        >`/* session */ SELECT s.*, app.works_for_several(${key}) AS several FROM app.session_of(${key}) s`,
  )
  // Anything that is not exactly a live session is nobody: fail closed.
  const parsed = row.safeParse(found[0])
  return parsed.success ? parsed.data : null
})

/** What the journal keeps of this visit. The session is told from others without its key. */
const traceOf = async (): Promise<Trace> => ({
  session: hashOf(`journal ${await sessionKey()}`).slice(0, 16),
  origin: originOf(await headers()),
})

/** The person who asks, in the membership they chose; null when nobody is signed in or nothing is chosen yet. */
export const actorOrNull = cache(async (): Promise<Actor | null> => actorIn(await sessionRow()))

async function actorIn(s: z.infer<typeof row> | null): Promise<Actor | null> {
  if (!s?.membership_id) return null
  return {
    membershipId: s.membership_id,
    accountId: s.account_id,
    name: s.account_name,
    role: s.role,
    organisationId: s.organisation_id,
    organisationName: s.organisation_name,
    organisationKind: s.organisation_kind,
    covenantId: s.covenant_id,
    covenantName: s.covenant_name,
    trace: await traceOf(),
  } as Actor
}

/** Who keeps a page open, and the key of their session; asking does not prolong it. */
export async function whoRests(): Promise<{ actor: Actor; session: string } | null> {
  const session = await sessionKey()
  const actor = await actorIn(await sessionRow(false))
  return session && actor ? { actor, session } : null
}

/** Whether somebody ended this session, or the access behind it; resting too long is another end. */
export async function wasEnded(): Promise<boolean> {
  const key = await sessionKey()
  const [found] = await asNobody(
    (tx) => tx.$queryRaw<{ ended: boolean }[]>`SELECT ended FROM app.sessions_at_rest(${[key]}::text[])`,
  )
  return found?.ended ?? false
}

/** The address that was asked, to come back to. */
const asked = async () => {
  const sent = await headers()
  return `${sent.get('x-path')}${sent.get('x-search') ?? ''}`
}

/** The person who asks; sends them to sign in, or to choose their membership, and then back to where they were going. */
export async function currentActor(): Promise<Actor> {
  const actor = await actorOrNull()
  if (actor) return actor
  redirect(leadingBack((await sessionRow()) ? paths.chooseMembership : paths.login, await asked()))
}

/** Opens a session for this account and gives the browser its cookie. */
export async function openSession(accountId: string) {
  const sid = randomBytes(32).toString('base64url')
  await asNobody((tx) => tx.$executeRaw`SELECT app.open_session(${hashOf(sid)}, ${accountId}::uuid)`)
  const { name, options } = cookie()
  const sealed = await encode({ token: { sid }, secret: env().NEXTAUTH_SECRET, maxAge: MAX_AGE })
  ;(await cookies()).set(name, sealed, { ...options, maxAge: MAX_AGE })
}

/** Ends the session in the database first, then in the browser. */
export async function endSession() {
  const key = await sessionKey()
  if (key) await asNobody((tx) => tx.$executeRaw`SELECT app.end_session(${key})`)
  const { name, options } = cookie()
  ;(await cookies()).set(name, '', { ...options, maxAge: 0 })
}

export type OwnMembership = {
  id: string
  role: string
  organisation: string
  organisation_kind: string
  covenant: string
}

/** Whether the person who is signed in can choose between memberships: asked with the session, for every page says so. */
export const worksForSeveral = async (): Promise<boolean> => (await sessionRow())?.several ?? false

/** The memberships of the person who is signed in. */
export const ownMemberships = cache(async (): Promise<OwnMembership[]> => {
  const key = await sessionKey()
  return key
    ? asNobody(
        (tx) => tx.$queryRaw<OwnMembership[]>`/* own memberships */ SELECT * FROM app.memberships_of(${key})`,
      )
    : []
})

/** Acts in this membership from now on; false when it is not theirs. */
export async function chooseMembership(id: string): Promise<boolean> {
  const key = await sessionKey()
  if (!key || !z.uuid().safeParse(id).success) return false
  const [done] = await asNobody(
    (tx) => tx.$queryRaw<{ chosen: boolean }[]>`SELECT app.choose_membership(${key}, ${id}::uuid) AS chosen`,
  )
  return done?.chosen ?? false
}

/** Keeps the language in which the person who is signed in reads: their mail comes in it too. */
export async function keepLanguage(language: string) {
  const key = await sessionKey()
  if (key) await asNobody((tx) => tx.$executeRaw`SELECT app.keep_language(${key}, ${language})`)
}

/** The id of this request, for the log and the journal. */
export const requestId = async () => (await headers()).get('x-request-id')
