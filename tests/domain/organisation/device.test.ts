// What may be kept on a device: what somebody types of a visit, and nothing of a case.
import { describe, expect, it } from 'vitest'
import { organisationKinds } from '@/domain/case/actor'
import { compartments } from '@/domain/case/compartments'
import { processes, stepOf } from '@/domain/case/steps'
import type { Row } from '@/domain/kernel/step'
import { deviceChoosers, deviceReaders, keepsOnDevice } from '@/domain/organisation/device'

const kept = Object.values(processes).flatMap(({ rows }) =>
  Object.entries<Row>(rows).flatMap(([name, row]) => (row.onDevice ? [name] : [])),
)

describe('a form that may be kept on a device', () => {
  it('is that of a visit', () => expect(kept).toEqual(['recordVisit']))

  it('asks for what is added, never for what stands in the case: nothing of it is copied to the device', () => {
    for (const name of kept) {
      const step = stepOf(name)
      const asks = Object.keys(step?.input ?? {})
      expect(asks.length).toBeGreaterThan(0)
      const stands = Object.entries(compartments).flatMap(([of, compartment]) =>
        'many' in compartment ? [] : Object.keys(compartment.fields).map((field) => `${of}.${field}`),
      )
      const written = (step?.row.writes ?? []).flatMap((of) => asks.map((field) => `${of}.${field}`))
      expect(written.filter((one) => stands.includes(one))).toEqual([])
      expect(step?.file).toBe(false)
      expect(Object.values(step?.input ?? {}).map(({ kind }) => kind)).not.toContain('ref')
    }
  })

  it('cannot be one that is grave: what is put back is sent by whoever looked at it', () => {
    for (const name of kept) expect(stepOf(name)?.row.grave).toBeUndefined()
  })
})

describe('the choice of an organisation', () => {
  it('is there for who visits: a provider of care, and nobody else', () =>
    expect(organisationKinds.filter(keepsOnDevice)).toEqual(['zorgaanbieder']))

  it('is made by an administrator, and read by the privacy officer too', () => {
    expect(deviceChoosers).toEqual(['organisationAdmin'])
    expect(deviceReaders).toEqual(['organisationAdmin', 'privacyOfficer'])
  })
})
