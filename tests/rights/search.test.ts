// Who looks for what they may not see finds as little as who looks for what nobody has.
import { expect, it } from 'vitest'
import type { Placed, Setting } from '../policy/standings'
import { actionsOf } from './actions'
import { plainly } from './judge'
import { mayHave } from './may-have'
import { openBefore, site, w } from './opened'
import { multipart } from './posts'
import { abreast } from './walk'
import type { Looker } from './world'

openBefore()

/** What the search answers to this person, but for what they typed themselves. */
async function answerTo(who: Looker, typed: string): Promise<string> {
  const sent = multipart([
    ['_1_typed', typed],
    ['0', '[{"attempt":0,"typed":"","hits":[]},"$K1"]'],
  ])
  const { status, body, headers } = await site.ask({
    path: '/cases',
    method: 'POST',
    headers: {
      ...sent.headers,
      cookie: who.cookie,
      origin: site.base,
      'next-action': actionsOf('.next').get('searchAction') ?? '',
    },
    body: sent.body,
  })
  return plainly(`${status} ${headers['x-action-redirect'] ?? ''} ${body}`.replaceAll(typed, ''))
}

const kase = (setting: Setting): Placed => {
  const found = w.places.find(
    (at) => at.kind === 'case' && at.stage === 'matching' && at.setting === setting && at.consent === 'never',
  )
  if (!found) throw new Error(`No case: ${setting}`)
  return found
}

/** The words by which a case can be looked for: its number and every text of the person. */
const wordsOf = ({ id }: Placed) =>
  ['spine', 'identity', 'initials'].flatMap((object) =>
    w.aviary.of(id, object).flatMap((word) => (word.startsWith('cnry') ? [{ object, word }] : [])),
  )

it('whatever the word, and whoever looks', async () => {
  const wrong: string[] = []
  let [asked, found] = [0, 0]
  const lookers = w.lookers.filter(({ name }) => / (ours|a third organisation)$/.test(name))
  await abreast(lookers, async (who) => {
    const nothing = await answerTo(who, 'cnryzzzzzzzz')
    for (const setting of ['none', 'elsewhere', 'ours'] as const)
      for (const { object, word } of wordsOf(kase(setting))) {
        asked += 1
        const same = (await answerTo(who, word)) === nothing
        if (!same) found += 1
        if (!same && !mayHave(w, who, { subject: kase(setting).id, object, field: '' }))
          wrong.push(`${who.name} finds ${object} (${setting})`)
      }
  })
  console.info(`${asked} words looked for, ${found} found`)
  expect(wrong).toEqual([])
  // Their own they do find.
  expect(found).toBeGreaterThan(0)
})
