// What each of those who look may have, asked of the domain: the same question that decides on every page.
import { consentCategories } from '@/domain/case/consent-table'
import { grants, stepsOfKind } from '@/domain/case/steps'
import { type Grant, may } from '@/domain/kernel/grants'
import type { Relation } from '@/domain/kernel/subject'
import { consents, type Placed, settings } from '../policy/standings'
import type { Canary } from './canaries'
import { WEIGHED } from './weighed'
import { type Looker, TELLING, type World } from './world'

/** How the organisation of who looks relates to a subject, by the rows that were laid for it. */
function relationsTo({ ground }: World, who: Looker, { setting }: Placed): readonly Relation[] {
  if ((setting === 'elsewhere' ? ground.elsewhere : ground.here) !== who.covenant) return []
  if (setting === 'none') return who.organisation === ground.another ? ['ours', 'assigned', 'invited'] : []
  const held: readonly Relation[] =
    setting === 'elsewhere' || setting === 'every' ? settings.every : settings[setting]
  // An emergency is held by one of each role of ours, and by nobody beside them.
  const own = who.membership === ground.memberships[who.role]
  return held.filter((relation) =>
    relation === 'emergency' ? own : relation === 'any' || who.organisation === ground.mine,
  )
}

/** To whom the person said yes: to ours, or to the other one. */
function consentsTo({ ground }: World, who: Looker, { consent }: Placed): readonly string[] {
  if (consent === 'toAnother') return who.organisation === ground.another ? consentCategories : []
  if (who.organisation !== ground.mine) return []
  return consents[consent] ?? []
}

/** Whether the domain lets this person do this: the one question of the whole walk. */
export function allows(w: World, who: Looker, at: Placed, verb: Grant['verb'], object: string): boolean {
  if (who.ended) return false
  const standing = {
    role: who.role,
    stage: at.stage,
    relations: relationsTo(w, who, at),
    consents: consentsTo(w, who, at),
    outside: at.shield === 'outside' || (at.shield === 'named' && who.organisation !== w.ground.mine),
  }
  return may(grants, at.kind, standing, verb, object)
}

/** Whether this person may have this fact: a telling is for whoever reads something of what its step wrote. */
export function mayHave(w: World, who: Looker, { subject, object }: Canary): boolean {
  const at = w.placeOf.get(subject)
  if (!at) return false
  // By the rights of today to these facts, and to know why was decided so.
  if (object.startsWith(WEIGHED))
    return [object.slice(WEIGHED.length), 'decisionNotes'].every((one) => allows(w, who, at, 'read', one))
  if (!object.startsWith(TELLING)) return allows(w, who, at, 'read', object)
  const step = stepsOfKind(at.kind).find(({ name }) => TELLING + name === object)
  const wrote = step?.row.writes?.length ? step.row.writes : ['spine']
  return wrote.some((written) => allows(w, who, at, 'read', written))
}
