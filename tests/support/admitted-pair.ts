// Two clients of the demo world who look for a home with so many rooms that no other home of it fits them.
// `node --conditions=react-server --import tsx tests/support/admitted-pair.ts MARK`, as on-demo.ts says.
import { accepted, castOf, decided, doesOn } from './admitted-case'
import { onDemo } from './on-demo'

/** Where each of them is, and how they are called. */
export type Admitted = { readonly name: string; readonly address: string }

/** More rooms than any home of the demo has. */
const ROOMS = 10

const [mark = ''] = process.argv.slice(2)
await onDemo(async (demo) => {
  const cast = await castOf(demo)
  const [does, gemeente] = [doesOn(demo), await demo.idOf('emmen')]
  const part = { writeProfile: { minRooms: ROOMS, maxRent: null } }
  const pair: Admitted[] = []
  for (const first of ['Eerstra', 'Tweestra']) {
    const name = `${first}-${mark}`
    pair.push({ name, address: `/cases/${await accepted(does, cast, { name, gemeente, part })}` })
  }
  const ids = pair.map(({ address }) => address.split('/').at(-1) ?? '')
  await decided(does, cast, ids, { mark, today: demo.today, gemeente })
  return pair
})
