import { describe, expect, test } from 'vitest'
import { process } from '@/domain/case/process'
import { stepOf } from '@/domain/case/steps'
import type { Row } from '@/domain/kernel/step'
import { type Together, together, togetherFor, togetherIn } from '@/domain/worklist/together'

const rows = Object.entries<Together>(together)

describe('a step that is taken on several cases at once', () => {
  test('is taken by hand, brings no file, moves no case and can never be grave', () => {
    for (const [name] of rows) {
      const row = (process as Readonly<Record<string, Row>>)[name] as Row
      expect([row.causedBy, row.grave, row.to, stepOf(name)?.file], name).toEqual([
        undefined,
        undefined,
        undefined,
        false,
      ])
    }
  })

  test('asks for all cases at once only what it asks for one', () => {
    for (const [name, { asks }] of rows)
      expect(Object.keys(stepOf(name)?.input ?? {}), name).toEqual(expect.arrayContaining([...asks]))
  })

  test('is taken back by a step that the same people can take', () => {
    for (const [name, { undo }] of rows)
      if (undo)
        expect(Object.keys(process[undo].by), name).toEqual(
          expect.arrayContaining(Object.keys((process as Readonly<Record<string, Row>>)[name]?.by ?? {})),
        )
  })

  test('is offered to whom the process gives it, and to nobody else', () => {
    expect(togetherFor('mentor')).toEqual(['describeParties'])
    expect(togetherFor('zorgLead')).toEqual(['describeParties'])
    expect(togetherFor('regisseur')).toEqual(['putOnTafel', 'takeOffTafel', 'assignLocalTeam'])
    expect(togetherFor('boardMember')).toEqual([])
    expect(togetherIn('putOnTafel', 'mentor')).toBeNull()
    expect(togetherIn('withdrawCase', 'mentor')).toBeNull()
  })
})
