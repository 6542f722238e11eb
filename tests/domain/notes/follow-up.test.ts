import { describe, expect, test } from 'vitest'
import type { NoteReader } from '@/domain/kernel/context'
import type { Turn } from '@/domain/kernel/subject'
import { followUpOf } from '@/domain/notes/follow-up'

const reader = (
  id: string,
  name: string,
  role: NoteReader['role'],
  organisationId = 'cosis',
): NoteReader => ({
  id,
  name,
  role,
  organisationId,
  organisation: organisationId,
})
const roos = reader('roos', 'Roos Ottens', 'mentor')
const daan = reader('daan', 'Daan Prins', 'mentor')
const milan = reader('milan', 'Milan Perić', 'zorgLead')
const femke = reader('femke', 'Femke Bruinsma', 'regisseur', 'emmen')
const readers = [roos, daan, milan, femke]

const turn = (task: string, role: string, holderId: string): Turn => ({
  task,
  role,
  holderId,
  since: '2026-11-02',
  dueOn: '2026-11-16',
  pausedOn: null,
})
const late = turn('supplyMore', 'mentor', 'cosis')
const known = { readers, mentor: 'Roos Ottens', today: '2026-12-24' }

describe('what is asked about a task that is too late', () => {
  test('goes to the mentor of the client, where it waits for a mentor', () => {
    expect(followUpOf(late, known)?.forWhom).toBe('roos')
  })

  test('goes to the only one in that role, where there is one', () => {
    expect(followUpOf(turn('checkIntake', 'regisseur', 'emmen'), known)?.forWhom).toBe('femke')
  })

  test.each([
    ['the case names nobody', null],
    ['the case names somebody who works there no longer', 'Jet Zwart'],
  ])('goes to the organisation where several have that role and %s', (_, mentor) =>
    expect(followUpOf(late, { ...known, mentor })?.forWhom).toBe('cosis'),
  )

  test('goes to the organisation where two mentors have the same name', () => {
    const both = [...readers, reader('roos2', 'Roos Ottens', 'mentor')]
    expect(followUpOf(late, { ...known, readers: both })?.forWhom).toBe('cosis')
  })

  test('asks an answer within five working days, holidays not counted', () => {
    expect(followUpOf(late, known)?.dueOn).toBe('2027-01-04')
  })

  test('is asked of nobody where none of them can read it, or nothing is open', () => {
    expect(followUpOf(turn('signLease', 'officer', 'lefier'), known)).toBeNull()
    expect(followUpOf(undefined, known)).toBeNull()
  })
})
