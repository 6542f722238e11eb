// The agreements of a tenancy as papers: each for those who may read all that it rests on, in sentences of the contract form.
import { describe, expect, test } from 'vitest'
import type { Role } from '@/domain/case/actor'
import { contractForms } from '@/domain/covenant/rule-set'
import { agreementsIn, clausesOf, leansOnSupport, signatoriesOf } from '@/domain/tenancy/agreement'
import { foreigners } from '../../support/actors'
import { caseAt, type Moment } from '../../support/case-at'
import type { Who } from '../../support/world'

const papersOf = (moment: Moment, who: Who) => agreementsIn(caseAt(moment).as(who))

describe('who has which agreement on paper', () => {
  test.each<[Role, string[]]>([
    ['mentor', ['lease', 'guidance', 'tripartite']],
    ['zorgLead', ['lease', 'guidance', 'tripartite']],
    ['officer', ['lease', 'tripartite']],
    ['corporatieLead', ['lease', 'tripartite']],
    ['regisseur', []],
    ['coordinator', []],
  ])('%s: %j', (who, papers) => {
    expect(papersOf('tenancy', who)).toEqual(papers)
  })

  test('nobody of another organisation has one', () => {
    for (const who of [foreigners.mentor, foreigners.officer, foreigners.regisseur])
      expect(papersOf('tenancy', who)).toEqual([])
  })

  test('there is none before the offer was confirmed, nor after the omklap or the end', () => {
    for (const moment of ['accepted', 'ownName', 'closed'] as const)
      expect(papersOf(moment, 'mentor'), moment).toEqual([])
    expect(papersOf('aftercare', 'mentor')).toHaveLength(3)
  })
})

describe('what an agreement says', () => {
  test('lease and support lean on each other only where the contract form says so', () => {
    expect(contractForms.filter(leansOnSupport)).toEqual(['driepartijen', 'intermediair', 'tijdelijk'])
    for (const document of ['lease', 'guidance', 'tripartite'] as const) {
      expect(clausesOf(document, 'eigenNaam')).toContain('apart')
      expect(clausesOf(document, 'driepartijen')).toContain('linked')
    }
  })

  test('only a lease that leans on support is looked at again for the omklap', () => {
    expect(clausesOf('tripartite', 'eigenNaam')).not.toContain('review')
    expect(clausesOf('tripartite', 'tijdelijk')).toContain('review')
  })

  test('a lease ends as its contract form says', () => {
    const endings = contractForms.map((form) => clausesOf('lease', form)[3])
    expect(endings).toEqual(['open', 'open', 'untilOmklap', 'temporary', 'youth'])
  })

  test('those sign whom the steps ask, and the care provider too where it rents', () => {
    expect(signatoriesOf('lease', 'driepartijen')).toEqual(['corporation', 'client'])
    expect(signatoriesOf('lease', 'intermediair')).toEqual(['corporation', 'client', 'provider'])
    expect(signatoriesOf('tripartite', 'eigenNaam')).toEqual(['corporation', 'provider', 'client'])
  })
})
