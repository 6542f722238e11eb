// Steps that are not this person's, sent all the same: refused, without a word of what they are about.
import { expect, it } from 'vitest'
import { processes, stepsOfKind } from '@/domain/case/steps'
import { subjectKinds } from '@/domain/kernel/subject'
import nl from '@/i18n/nl/domain.json'
import { paths } from '@/paths'
import { leaks } from './judge'
import { allows } from './may-have'
import { form, openBefore, site, w } from './opened'
import { actionOf, asScript, filled, send } from './posts'
import type { Visit } from './visits'
import { abreast } from './walk'

/** Of each step and role so many subjects on which it is not theirs. */
const EACH = process.env.RIGHTS ? 7 : 1

openBefore({ withForm: true })

type Forged = Visit & { readonly step: string }

const forgeries = (): Forged[] =>
  subjectKinds.flatMap((kind) => {
    const places = w.places.filter((at) => at.kind === kind && at.consent === 'never')
    return stepsOfKind(kind).flatMap(({ name }, n) =>
      w.lookers.flatMap((who, m) => {
        const closed = places.filter((at) => !allows(w, who, at, 'take', name))
        if (!process.env.RIGHTS && (n + m) % 32) return []
        return Array.from(
          { length: EACH },
          (_, k) => closed[(n * 7 + m * 5 + k * 11) % closed.length],
        ).flatMap((at) =>
          at
            ? [
                {
                  step: name,
                  who,
                  at,
                  kind,
                  route: '',
                  channel: (n + m) % 2 ? 'form' : 'script',
                  path: paths.step(kind, at.id, name),
                },
              ]
            : [],
        )
      }),
    )
  })

const moved = async () => {
  const [row] = await w.region.kernel<{ moved: number; steps: number }>(
    `SELECT (SELECT count(*)::int FROM spine WHERE version > 0) AS moved, (SELECT count(*)::int FROM journal WHERE kind = 'step') AS steps`,
  )
  return row
}

it('refuses every step that is not theirs, to every role, and says nothing of its subject', {
  timeout: 7_200_000,
}, async () => {
  const before = await moved()
  const action = actionOf(form)
  const wrong: string[] = []
  let [bytes, refused] = [0, 0]
  const all = forgeries()
  await abreast(all, async (forged) => {
    const { who, at, step, channel } = forged
    const fields = filled(form, step, at?.id ?? '')
    // From the one page whose form has this action, for whoever: what is refused is the step, not the page.
    const to = paths.open('case')
    const answer =
      channel === 'script'
        ? await send(site, who, to, asScript(fields), { 'next-action': action })
        : await send(site, who, to, fields)
    bytes += answer.body.length
    // It was read as a form of that step: what is refused is who sends it.
    if (answer.body.includes(nl.refusals.invalid)) wrong.push(`${who.name} ${step}: no form at all`)
    else if (answer.body.includes('"attempt":1')) refused += 1
    if (answer.status >= 500) wrong.push(`${who.name} ${step}: ${answer.status}`)
    if (String(answer.headers.location ?? '').includes('done=')) wrong.push(`${who.name} took ${step}`)
    // The page that comes back with the refusal is theirs; the subject is named in what was sent.
    wrong.push(...leaks(w, forged, answer.body + JSON.stringify(answer.headers)))
  })
  console.info(
    `${all.length} forged forms of ${Object.keys(processes).length} kinds, ${(bytes / 1e6).toFixed(1)} MB searched, ${refused} refused in so many words`,
  )
  expect(wrong.slice(0, 40)).toEqual([])
  // They did reach the action: but for who has left, and what was sent without a script.
  expect(refused).toBeGreaterThan(all.length / 4)
  expect(await moved()).toEqual(before)
})
