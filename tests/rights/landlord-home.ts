// Who of a landlord looks at a home in which everything goes wrong, and what they ask of the website: every address it has.
import { randomBytes } from 'node:crypto'
import { encode } from 'next-auth/jwt'
import type { Actor } from '@/domain/case/actor'
import { hashOf } from '@/server/hash'
import { asKernel } from '../../prisma/load-covenant'
import { insertInto } from '../policy/rows'
import { openOffice } from '../support/office'
import { type Region, region } from '../support/region'
import { care, homeAgain, tellHome, tenancy } from './landlord-story'
import { PLACES, POSTED } from './routes'
import { type Asked, SECRET } from './website'

export type Home = {
  readonly region: Region
  readonly id: string
  readonly offer: string
  readonly dwelling: string
  readonly care: Readonly<Record<string, string>>
  readonly tenancy: Readonly<Record<string, string>>
  readonly lookers: readonly { readonly name: string; readonly cookie: string }[]
  readonly mentor: { readonly cookie: string }
  /** Something of care changes while pages are open. */
  readonly changeCare: () => Promise<unknown>
  readonly close: () => Promise<void>
  readonly ground: { readonly mine: string; readonly another: string }
}

/** Opens a session of this person, as signing in does. */
async function letIn(r: Region, { name, accountId, membershipId }: Actor) {
  const sid = randomBytes(32).toString('base64url')
  const now = new Date().toISOString()
  const session = {
    id_hash: hashOf(sid),
    account_id: accountId,
    membership_id: membershipId,
    created_at: now,
    seen_at: now,
  }
  await asKernel(r.ownerUrl, (client) => insertInto(client, 'session', [session]))
  return { name, cookie: `thuistafel=${await encode({ token: { sid }, secret: SECRET, maxAge: 43_200 })}` }
}

/** The home in a database of its own, and the people of the landlord with their sessions. */
export async function openHome(): Promise<Home> {
  const r = await region()
  const { cast, ...told } = await tellHome(r)
  const lookers = []
  for (const who of [
    cast.officer,
    await r.actor('officer', 'domesta', 'Collega'),
    await r.actor('corporatieLead', 'domesta'),
    await r.actor('boardMember', 'domesta'),
  ])
    lookers.push(await letIn(r, who))
  return {
    ...told,
    region: r,
    care,
    tenancy,
    lookers,
    mentor: await letIn(r, cast.mentor),
    changeCare: () => homeAgain(cast, told.id),
    close: () => r.close(),
    ground: { mine: cast.mentor.organisationId, another: cast.officer.organisationId },
  }
}

/** Every address, of this case, its offer and its home, asked as a page; `data`: and as the data behind it. */
export function askedOf({ id, offer, dwelling, ground }: Home, data: boolean): Asked[] {
  const subjects: Readonly<Record<string, string>> = { case: id, offer, dwelling }
  const laid = { places: [], ground, papers: { of: () => [] } } as unknown as Parameters<
    Extract<(typeof PLACES)[string], { kind: unknown }>['at']
  >[1]
  return Object.entries(PLACES).flatMap(([route, place]) => {
    const subject = 'kind' in place ? subjects[place.kind] : undefined
    const addresses = 'list' in place ? place.list([]) : subject ? place.at(subject, laid) : []
    const post = POSTED.includes(route)
    return addresses.flatMap((path): Asked[] =>
      post
        ? [
            {
              path,
              method: 'POST',
              body: '',
              headers: { 'content-type': 'application/x-www-form-urlencoded' },
            },
          ]
        : [{ path }, ...(data ? [{ path, headers: { RSC: '1' } }] : [])],
    )
  })
}

/** The words of every mail that went to anybody. */
export async function lettersOf(r: Region): Promise<readonly string[]> {
  const office = await openOffice(r)
  await office.round()
  const letters = office.letters().map((letter) => JSON.stringify(letter))
  await office.close()
  return letters
}
