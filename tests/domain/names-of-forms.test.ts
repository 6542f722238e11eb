// What a form says of itself travels beside its answers: neither may hide the other.
import { expect, test } from 'vitest'
import { steps } from '@/domain/case/steps'
import { own } from '@/features/step/form-state'

test('no question of a step is called as what its form says of itself', () => {
  const names = new Set<string>(Object.values(own))
  const hidden = Object.values(steps).flatMap(({ name, input }) =>
    Object.keys(input)
      .filter((field) => names.has(field))
      .map((field) => `${name}: ${field}`),
  )
  expect(hidden).toEqual([])
})
