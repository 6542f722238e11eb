// What a decision rested on in each case of the walk: a canary in each of its facts, other than those of now.
import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { type CaseCompartment, compartments } from '@/domain/case/compartments'
import { fieldsKept, weighed } from '@/domain/case/weighed'
import type { Field } from '@/domain/kernel/field'
import { snake } from '@/server/db/rows'
import type { Ground } from '../policy/agreements'
import { insertInto } from '../policy/rows'
import type { Placed } from '../policy/standings'
import type { Aviary } from './canaries'

export const WEIGHED = 'weighed '

/** Days have few values: they are told apart in what a case knows now, and here they say nothing. */
const laid = (aviary: Aviary, at: Placed, object: CaseCompartment, name: string, field: Field) =>
  field.kind === 'day'
    ? '2026-01-01'
    : aviary.for(field, { subject: at.id, object: WEIGHED + object, field: name })

/** Lays with each case that holds something a decision of before, with all that it rested on. */
export async function layWeighed(
  client: pg.ClientBase,
  aviary: Aviary,
  { here, elsewhere }: Ground,
  places: readonly Placed[],
) {
  const rows = places
    .filter(({ kind, holds }) => kind === 'case' && holds.length)
    .flatMap((at) => {
      const record = {
        record_id: randomUUID(),
        subject_id: at.id,
        covenant_id: at.setting === 'elsewhere' ? elsewhere : here,
        step: 'carryOutDecision',
        weighed_on: '2026-01-01',
        version: null,
      }
      return weighed.map((object) => {
        const fields: Readonly<Record<string, Field>> = compartments[object].fields
        const kept = fieldsKept(object).map((name) => [
          snake(name),
          laid(aviary, at, object, name, fields[name] as Field),
        ])
        return { ...record, object, facts: [Object.fromEntries(kept)] }
      })
    })
  await insertInto(client, 'weighed', rows)
}
