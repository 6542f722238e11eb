// A line that was down: who waits how long before listening again.
import { expect, it } from 'vitest'
import { paths } from '@/paths'
import { listensAgain } from '@/server/live/stream'

const tafel = '0b7f3a4e-5d0c-4a52-9d1e-3f6a1b2c3d4e'
const within = (path: string) => [listensAgain(path, 0), listensAgain(path, 1)]

it('the screens of a table in session listen again within half a second', () => {
  for (const path of [paths.session(tafel), paths.room(tafel)]) expect(within(path)).toEqual([200, 500])
})

it('all others come back spread over some seconds, also the other pages of that tafel', () => {
  for (const path of [
    paths.work,
    paths.list('tafel'),
    paths.subject('tafel', tafel),
    `${paths.session(tafel)}/x`,
  ])
    expect(within(path)).toEqual([1_000, 4_000])
})
