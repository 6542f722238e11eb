// What a client gets on paper about themselves, and what is not in it.
import { describe, expect, test } from 'vitest'
import { type CaseCompartment, compartmentsBySource } from '@/domain/case/compartments'
import { inClientCopy } from '@/domain/privacy/client-copy'

const copied: readonly CaseCompartment[] = inClientCopy

describe('the copy for the client', () => {
  test('holds all that was described about them, but for six things', () => {
    const { described, ofThePerson } = compartmentsBySource
    const left = Object.keys({ ...ofThePerson, ...described }).filter(
      (name) => !copied.includes(name as CaseCompartment),
    )
    // The number they know; who else has it is about somebody else; their own initials; what it all costs.
    expect(left.sort()).toEqual(['bsn', 'bsnCheck', 'costs', 'earlier', 'initials', 'takenBack'])
  })

  test('says nothing of who else was named, and nothing that the table said among itself', () => {
    for (const name of ['named', 'shield', 'tafelNotes', 'visitNotes'] as const)
      expect(copied).not.toContain(name)
  })

  test('names nothing twice', () => {
    expect(new Set(copied).size).toBe(copied.length)
  })
})
