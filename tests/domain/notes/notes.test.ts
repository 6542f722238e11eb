import { describe, expect, test } from 'vitest'
import { notesOf } from '@/domain/case/note-list'
import { actors, foreigners } from '../../support/actors'
import { caseAt } from '../../support/case-at'
import { noteNumber } from '../../support/notes'

const [mentor, regisseur, coordinator] = [actors.mentor, actors.regisseur, actors.coordinator]
const world = () => caseAt('intake')
const noteId = noteNumber(1)
const toEmmen = { audience: 'parties', parties: [regisseur.organisationId] }

describe('a note', () => {
  test('for the own organisation is read there, and by no partner', () => {
    const w = world().take('writeNote', 'mentor')
    expect(w.as('zorgLead').of.notes).toHaveLength(1)
    expect(w.as('regisseur').of.notes).toEqual([])
    expect(w.as('coordinator').of.notes).toEqual([])
  })

  test('for a party is read by its people who carry the case, and by the own organisation', () => {
    const w = world().take('writeNote', 'mentor', toEmmen)
    expect(notesOf(w.as('regisseur'))).toMatchObject([{ id: noteId, state: 'note', corrected: false }])
    expect(w.as('zorgLead').of.notes).toHaveLength(1)
    expect(w.as('chair').of.notes).toBeNull()
  })

  test('for people is read by them and by its writer: not by their colleagues', () => {
    const w = world().take('writeNote', 'mentor', { audience: 'people', people: [regisseur.membershipId] })
    expect(w.as('mentor').of.notes).toHaveLength(1)
    expect(w.as('regisseur').of.notes).toHaveLength(1)
    expect(w.as('zorgLead').of.notes).toEqual([])
    expect(w.as('gemeenteLead').of.notes).toEqual([])
  })

  test('does not count what was ticked for another choice of readers', () => {
    const w = world().take('writeNote', 'mentor', { audience: 'own', parties: toEmmen.parties })
    expect(w.as('regisseur').of.notes).toEqual([])
  })

  test.each([
    ['no party at all', { audience: 'parties' }, { reason: 'noReaders', field: 'parties' }],
    ['nobody at all', { audience: 'people' }, { reason: 'noReaders', field: 'people' }],
    [
      'a party without access',
      { audience: 'parties', parties: [actors.officer.organisationId] },
      { reason: 'notAReader', field: 'parties' },
    ],
    [
      'somebody without access',
      { audience: 'people', people: [foreigners.mentor.membershipId] },
      { reason: 'notAReader', field: 'people' },
    ],
  ])('is not written for %s', (_, input, refusal) =>
    expect(world().refusal('writeNote', 'mentor', input)).toEqual(refusal),
  )

  test('that calls a reader by name keeps who that is', () => {
    const w = world().take('writeNote', 'mentor', { ...toEmmen, noteText: `Kijk jij, @${regisseur.name}?` })
    expect(w.kase.of.notes).toMatchObject([{ mentioned: [regisseur.membershipId] }])
  })

  test('is refused in the same words where it calls a colleague who will not read it, a stranger, or nobody there is', () => {
    const refused = [coordinator.name, foreigners.regisseur.name, 'Niemand Bestaat'].map((name) =>
      world().refusal('writeNote', 'mentor', { audience: 'own', noteText: `Vraag @${name}` }),
    )
    expect(new Set(refused.map((r) => JSON.stringify(r)))).toEqual(
      new Set([JSON.stringify({ reason: 'mentionNotThere', field: 'noteText' })]),
    )
  })

  test('is corrected by its writer alone, and what stood there is kept', () => {
    const w = world().take('writeNote', 'mentor', toEmmen)
    expect(w.blocked('correctNote', 'regisseur')).toEqual({ reason: 'nothingToCorrect' })
    w.take('correctNote', 'mentor')
    const [note] = notesOf(w.as('regisseur'))
    expect(note).toMatchObject({ noteText: 'Belt liever niet voor elf uur', corrected: true })
    expect(note?.rows.map((row) => row.noteText)).toContain('Belt liever niet voor tien uur')
    w.take('writeNote', 'regisseur')
    expect(w.refusal('correctNote', 'regisseur', { noteId })).toEqual({
      reason: 'noteNotThere',
      field: 'noteId',
    })
  })

  test('tells the timeline that it was written, and nothing else', () => {
    const w = world().take('writeNote', 'mentor')
    expect(w.last.effect.tells).toEqual({ noteId })
  })

  test('is no part of a shielded case for who was not named', () => {
    const w = world().take('writeNote', 'mentor', toEmmen)
    w.take('describeSafety', 'mentor', { threat: 'stalking', secrecy: 'geheim' })
    expect(w.as('regisseur').of.notes).toBeNull()
    expect(w.blocked('writeNote', 'regisseur')).toEqual({ reason: 'namedOnly' })
  })
})

describe('a task', () => {
  const given = (forWhom = regisseur.membershipId) => world().take('giveTask', 'mentor', { forWhom })

  test('waits for the person it was given to, and is read by the own organisation', () => {
    const w = given()
    expect(notesOf(w.as('zorgLead'))).toMatchObject([{ state: 'open', forWhom: regisseur.membershipId }])
    expect(w.as('gemeenteLead').of.notes).toEqual([])
    expect(w.blocked('finishTask', 'regisseur')).toBeNull()
    expect(w.blocked('finishTask', 'mentor')).toEqual({ reason: 'noSuchTask' })
  })

  test('given to a party is done by anybody there', () => {
    const w = given(regisseur.organisationId).take('finishTask', 'gemeenteLead', { noteId })
    expect(notesOf(w.as('mentor'))).toMatchObject([{ state: 'done' }])
    expect(w.blocked('finishTask', 'regisseur')).toEqual({ reason: 'noSuchTask' })
  })

  test('is not given to who cannot read it', () => {
    const refusal = { reason: 'notAReader', field: 'forWhom' }
    expect(world().refusal('giveTask', 'mentor', { forWhom: actors.chair.membershipId })).toEqual(refusal)
    expect(world().refusal('giveTask', 'mentor', { forWhom: foreigners.mentor.membershipId })).toEqual(
      refusal,
    )
  })

  test('that is handed back waits for whoever gave it, with the reason, and cannot be handed back again', () => {
    const w = given().take('handTaskBack', 'regisseur', { noteId })
    expect(notesOf(w.as('mentor'))).toMatchObject([{ state: 'handedBack', forWhom: mentor.membershipId }])
    expect(w.blocked('finishTask', 'regisseur')).toEqual({ reason: 'noSuchTask' })
    expect(w.blocked('handTaskBack', 'mentor')).toEqual({ reason: 'noSuchTask' })
    expect(w.blocked('finishTask', 'mentor')).toBeNull()
  })

  test('is withdrawn by whoever gave it, while it is open', () => {
    expect(given().refusal('withdrawTask', 'regisseur', { noteId })).toEqual({ reason: 'noSuchTask' })
    const w = given().take('withdrawTask', 'mentor', { noteId })
    expect(notesOf(w.as('mentor'))).toMatchObject([{ state: 'withdrawn' }])
    expect(w.blocked('correctNote', 'mentor')).toEqual({ reason: 'nothingToCorrect' })
  })

  test('keeps its text when it is done with a remark', () => {
    const w = given().take('finishTask', 'regisseur', { noteId, remark: 'Gedaan' })
    expect(notesOf(w.as('mentor'))).toMatchObject([{ noteText: 'Wilt u de inschrijving nakijken?' }])
  })
})
