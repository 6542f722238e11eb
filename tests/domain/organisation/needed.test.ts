// A task for a role that nobody in the organisation has would lie still, and nobody would know.
import { expect, test } from 'vitest'
import { rolesNeeded } from '@/domain/organisation/needed'

test.each([
  ['zorgaanbieder', ['mentor', 'zorgLead']],
  ['gemeente', ['regisseur']],
  ['corporatie', ['officer']],
  ['clientorganisatie', []],
] as const)('a %s cannot do without %j', (kind, needed) => {
  expect([...rolesNeeded(kind)].sort()).toEqual([...needed].sort())
})
