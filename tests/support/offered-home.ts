// A client of the demo world who was offered a home that nobody answered yet.
// `node --conditions=react-server --import tsx tests/support/offered-home.ts MARK`, as on-demo.ts says.
import { accepted, castOf, decided, doesOn, offered } from './admitted-case'
import { home } from './main-job'
import { onDemo } from './on-demo'

const [mark = ''] = process.argv.slice(2)
await onDemo(async (demo) => {
  const cast = await castOf(demo)
  const [does, gemeente, name] = [doesOn(demo), await demo.idOf('emmen'), `Linkstra-${mark}`]
  // Who says no looks on, and comes behind whoever waits for long.
  const id = await accepted(does, cast, { name, gemeente, opening: { readySince: '2026-06-01' } })
  await decided(does, cast, [id], { mark, today: demo.today, gemeente })
  const facts = home({ organisations: { emmen: gemeente } }, mark.slice(-6))
  const offer = await offered(does, cast, id, facts, demo.today)
  return { offer: `/offers/${offer}`, name, street: `Weiersstraat ${mark.slice(-6)}` }
})
