import { describe, expect, test } from 'vitest'
import { process } from '@/domain/case/process'
import { stepOf } from '@/domain/case/steps'
import type { Row } from '@/domain/kernel/step'
import {
  confirms,
  offeredFor,
  type Together,
  type TogetherStep,
  together,
  togetherFor,
  togetherIn,
} from '@/domain/worklist/together'

const rows = Object.entries<Together>(together)
const rowOf = (name: string) => (process as Readonly<Record<string, Row>>)[name] as Row

describe('a step that is taken on several cases at once', () => {
  test('is taken by hand and brings no file', () => {
    for (const [name] of rows)
      expect([rowOf(name).causedBy, stepOf(name)?.file], name).toEqual([undefined, false])
  })

  test('moves no case and is never grave, save where the gemeente confirms what a file says of each', () => {
    const moving = rows.flatMap(([name]) => (rowOf(name).to || rowOf(name).grave ? [name] : []))
    expect(moving).toEqual(['confirmForTafel', 'confirmAdmitted', 'confirmHoused'])
    for (const name of moving) expect(rowOf(name).closes, name).toEqual(['checkImported'])
  })

  test('that confirms a file is offered where the list is about that task, and is no answer to another', () => {
    const usual = ['putOnTafel', 'takeOffTafel', 'assignLocalTeam']
    expect(offeredFor('regisseur', null)).toEqual(usual)
    expect(offeredFor('regisseur', 'checkIntake')).toEqual(usual)
    expect(offeredFor('regisseur', 'checkImported')).toEqual(togetherFor('regisseur'))
    expect(offeredFor('mentor', 'checkImported')).toEqual(['describeParties'])
    expect(rows.filter(([name]) => confirms(name as TogetherStep)).length).toBe(3)
  })

  test('is taken one after the other where the agenda keeps that order', () => {
    expect(rows.flatMap(([name, { inOrder }]) => (inOrder ? [name] : []))).toEqual(['putOnTafel'])
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
    expect(togetherFor('regisseur')).toEqual([
      'putOnTafel',
      'takeOffTafel',
      'assignLocalTeam',
      'confirmForTafel',
      'confirmAdmitted',
      'confirmHoused',
    ])
    expect(togetherFor('boardMember')).toEqual([])
    expect(togetherIn('putOnTafel', 'mentor')).toBeNull()
    expect(togetherIn('withdrawCase', 'mentor')).toBeNull()
  })
})
