// A region of six hundred cases, told by the rules of every step and copied in, with two people who have much to do in it.
import type { Actor } from '@/domain/case/actor'
import { asKernel } from '../../prisma/load-covenant'
import { loadLargeWorld } from '../../prisma/world/large/load'
import { actorsIn } from '../../prisma/world/play'
import { type Region, region, TODAY } from './region'
import { welcomeCast } from './two-ways'

export type LargeRegion = { readonly r: Region; readonly mentor: Actor; readonly officer: Actor }

export async function largeRegion(): Promise<LargeRegion> {
  const r = await region('zuidoost-drenthe', 'flevoland')
  await welcomeCast(r)
  await loadLargeWorld({ ownerUrl: r.ownerUrl, today: TODAY, cases: 600, say: () => undefined })
  const people = [...(await asKernel(r.ownerUrl, actorsIn)).values()]
  const busy = (role: string, organisation: string) =>
    people.find((p) => p.role === role && p.organisationName === organisation) as Actor
  return { r, mentor: busy('mentor', 'Cosis'), officer: busy('officer', 'Domesta') }
}
