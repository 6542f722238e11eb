// The pages that a browser opens in the lab: where each role begins, and the pages on which the work is done.
import { isPerson, type Role, roleNames } from '@/domain/case/actor'
import type { Site } from './site'

export type LabPage = { readonly name: string; readonly role: Role; readonly path: string }

/** Where an address is found: the last link of this form on a list whose page has what is looked for, and what comes behind it. */
type Found = {
  readonly name: string
  readonly role: Role
  readonly on: string
  readonly link: RegExp
  readonly behind?: string
  readonly has?: string
}

const ID = '[0-9a-f]{8}-[0-9a-f-]{27}'
const kase = { on: '/cases?stage=aftercare', link: new RegExp(`"(/cases/${ID})"`, 'g') }

const listed: readonly Found[] = [
  { name: 'case', role: 'mentor', ...kase },
  { name: 'case file', role: 'mentor', ...kase, behind: '/file' },
  { name: 'case, timeline', role: 'mentor', ...kase, behind: '/timeline' },
  { name: 'a step: record a visit', role: 'mentor', ...kase, behind: '/steps/recordVisit' },
  {
    name: 'a long form: describe the client',
    role: 'mentor',
    ...kase,
    behind: '/steps/describeIdentity',
  },
  { name: 'tafel', role: 'chair', on: '/tafels', link: new RegExp(`"(/tafels/${ID})"`, 'g') },
  {
    name: 'dwelling with candidates',
    role: 'officer',
    on: '/dwellings?stage=available',
    link: new RegExp(`"(/dwellings/${ID})"`, 'g'),
    has: '/candidates/',
  },
]

const fixed: readonly LabPage[] = [
  { name: 'cases', role: 'regisseur', path: '/cases' },
  { name: 'dwellings', role: 'officer', path: '/dwellings' },
  { name: 'journal', role: 'privacyOfficer', path: '/journal' },
]

const starts = (): LabPage[] =>
  roleNames.filter(isPerson).map((role) => ({ name: `start: ${role}`, role, path: '/' }))

async function addressOf(site: Site, { name, role, on, link, has = '' }: Found): Promise<string> {
  const visitor = await site.another(role)
  try {
    const { body } = await visitor.get(on)
    for (const [, path] of [...body.matchAll(link)].reverse())
      if (path && (await visitor.get(path)).body.includes(has)) return path
    throw new Error(`${on} leads a ${role} to no ${name}`)
  } finally {
    visitor.close()
  }
}

/** All pages of one world, with the addresses that they have there. */
export async function labPages(site: Site): Promise<LabPage[]> {
  const found: LabPage[] = []
  for (const one of listed) {
    const { name, role, behind = '' } = one
    found.push({ name, role, path: `${await addressOf(site, one)}${behind}` })
  }
  return [...starts(), ...fixed, ...found]
}
