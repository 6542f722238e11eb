// A client from a file: registered by the provider, and further only by the word of the gemeente.
import { describe, expect, test } from 'vitest'
import { fileToldOf } from '@/domain/intake/imported'
import { caseAt } from '../../support/case-at'
import { aRow, cameFromFile } from '../../support/from-file'

describe('a client who came from a file', () => {
  test('begins in the aanmelding, whatever the file says, and the gemeente is asked to confirm the rest', () => {
    for (const stated of ['tafel', 'matching', 'aftercare'] as const) {
      const world = cameFromFile(stated)
      expect([world.kase.spine.stage, world.tasks()]).toEqual(['intake', ['checkImported']])
      expect(world.turn('checkImported')).toMatchObject({ role: 'regisseur' })
      expect(world.kase.of).toMatchObject({ imported: aRow(stated), decision: null, placement: null })
    }
  })

  test('in the aanmelding is one like any other, to be finished by the mentor', () => {
    const world = cameFromFile('intake')
    expect(world.tasks()).toEqual(['finishIntake'])
    expect(world.blocked('confirmForTafel', 'regisseur')).toEqual({ reason: 'nothingImported' })
  })

  test('is told as such by the first signs of the checksum, and the row; one typed by hand comes from no file', () => {
    expect(fileToldOf(aRow('tafel'))).toEqual({ fromFile: '5a5a5a5a', fileRow: 12 })
    expect(caseAt('intake').kase.of.imported).toBeNull()
  })

  test('is not confirmed by the provider, and not twice', () => {
    const world = cameFromFile('tafel')
    expect(world.blocked('confirmForTafel', 'mentor')).toEqual({ reason: 'notYourRole' })
    world.take('declineImported', 'regisseur')
    expect(world.blocked('confirmForTafel', 'regisseur')).toEqual({ reason: 'nothingImported' })
    expect(world.tasks()).toEqual(['finishIntake'])
  })

  test('is confirmed where the file says, and nowhere else', () => {
    const world = cameFromFile('matching')
    for (const step of ['confirmForTafel', 'confirmHoused'] as const)
      expect(world.blocked(step, 'regisseur')).toEqual({ reason: 'nothingImported' })
    expect(world.blocked('confirmAdmitted', 'regisseur')).toBeNull()
  })

  test('is answered in records that say from which file and row, whatever the answer is', () => {
    const answers = [
      ['confirmForTafel', 'tafel'],
      ['confirmAdmitted', 'matching'],
      ['confirmHoused', 'aftercare'],
      ['declineImported', 'tafel'],
    ] as const
    for (const [step, stated] of answers) {
      const { records } = cameFromFile(stated).take(step, 'regisseur')
      expect(records.find((one) => one.step.name === step)?.effect.tells, step).toEqual({
        fromFile: '5a5a5a5a',
        fileRow: 12,
      })
    }
  })

  test('who waited for the tafel waits for it again', () => {
    const world = cameFromFile('tafel').take('confirmForTafel', 'regisseur')
    expect([world.kase.spine.stage, world.tasks()]).toEqual(['tafel', ['putOnTafel']])
  })

  test('who was admitted looks for a home, by the decision of then and with what the client heard of it', () => {
    const world = cameFromFile('matching').take('confirmAdmitted', 'regisseur')
    expect([world.kase.spine.stage, world.tasks()]).toEqual(['matching', ['findDwelling']])
    expect(world.kase.of.decision).toMatchObject({
      outcome: 'admitted',
      contractForm: 'driepartijen',
      adoptedOn: '2025-12-15',
      fixedOn: null,
    })
  })

  test('who lives in a home has the visits and the evaluation that are still to come, counted from the key', () => {
    const world = cameFromFile('aftercare').take('confirmHoused', 'regisseur')
    expect([world.kase.spine.stage, world.tasks()]).toEqual(['aftercare', ['evaluate', 'visit']])
    expect(world.turn('visit')?.dueOn.slice(0, 4)).toBe('2026')
    expect(world.kase.of.placement).toMatchObject({ keyOn: '2025-12-15', form: 'driepartijen' })
    expect(world.kase.of.guidance).toMatchObject({ level: 'licht' })
    world.take('recordVisit', 'mentor')
  })

  test('who lives there for years has a contact now and then, and no omklap without a lease', () => {
    const world = cameFromFile('aftercare', { statedSince: '2019-12-15' }).take('confirmHoused', 'regisseur')
    expect(world.tasks()).toEqual(['contact'])
    expect(world.blocked('requestOmklap', 'mentor')).toEqual({ reason: 'noTenancyHere' })
    world.take('closeCase', 'mentor', { reason: 'goedAfgerond' })
  })
})
