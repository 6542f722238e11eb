// What a corporation fills in about its dwelling when a test says nothing else.
import { addDays } from '@/domain/kernel/days'
import { organisations } from './actors'
import { fileNumber } from './papers'
import type { Inputs } from './world'

const [emmen] = organisations.gemeente

const facts = ({ today }: { today: string }) => ({
  street: 'Hoofdstraat',
  houseNumber: '12',
  postcode: '7811 ab',
  municipality: emmen.id,
  type: 'POF',
  rooms: 2,
  floor: 1,
  lift: false,
  accessibility: 'NUL',
  rent: 650_00,
  availableFrom: addDays(today, 20),
})

export const dwelling: Inputs = {
  enterDwelling: facts,
  correctDwelling: (story) => {
    const { availableFrom: _day, ...lasting } = facts(story)
    return lasting
  },
  receiveNotice: ({ today }) => ({
    noticeOn: today,
    leaseEndsOn: addDays(today, 30),
    expectedFrom: addDays(today, 45),
  }),
  makeAvailable: facts,
  changeAvailability: ({ today }) => ({ availableFrom: addDays(today, 40), why: 'oplevering' }),
  addPhoto: () => ({ photoKind: 'photo', altText: 'Woonkamer met twee ramen' }),
  placePhoto: () => ({ photo: fileNumber(1), photoPlace: 1 }),
  removePhoto: () => ({ photo: fileNumber(1) }),
  blockDwelling: () => ({ blockedWhy: 'MUT', reason: 'Lekkage' }),
}
