import 'server-only'
// From the posted form of several cases to a step on each, and what became of each in a sentence.
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { stepOf } from '@/domain/case/steps'
import { inputSchema } from '@/domain/kernel/input'
import type { Step } from '@/domain/kernel/step'
import { SPREADS } from '@/domain/worklist/spread'
import { MOST_TOGETHER, together, togetherIn } from '@/domain/worklist/together'
import { formats } from '@/i18n/format'
import { today } from '@/server/clock'
import { currentActor, requestId } from '@/server/session'
import { spreadingOf } from './spread-take'
import { fieldMessages } from './take'
import { type Fate, takeEachBack, takeOnEach, type Work } from './together-each'
import { lineOf, type Result, type TogetherState } from './together-state'

const version = z.number().int().min(0).max(2_000_000_000)
const item = z.object({ id: z.uuid(), version, key: z.uuid() })
const before = z.object({
  id: z.uuid(),
  version,
  was: z.record(z.string().max(60), z.array(z.string().max(4000)).max(100)),
})

/** The cases of a form; what is no case of a form is left out. */
const readAll = <T>(form: FormData, name: string, shape: z.ZodType<T>): T[] =>
  form
    .getAll(name)
    .slice(0, MOST_TOGETHER)
    .flatMap((text) => {
      try {
        const read = shape.safeParse(JSON.parse(String(text)))
        return read.success ? [read.data] : []
      } catch {
        return []
      }
    })

type Key = 'said' | 'saidBack'

async function inSentences(fates: readonly Fate[], key: Key, to?: (id: string) => string | null) {
  const t = await getTranslations()
  const done = (id: string) => {
    const name = to?.(id)
    return name ? t('selection.spread.done', { name }) : t('selection.together.done')
  }
  const { inWords } = await formats()
  const results: Result[] = fates.map(({ id, refusal }) => ({
    id: refusal?.reason === 'notFound' ? null : id,
    done: !refusal,
    text: refusal ? t(`refusals.${refusal.reason}`, inWords(refusal.values)) : done(id),
  }))
  const n = results.filter(({ done }) => done).length
  return { results, said: t(`selection.together.${key}`, { n, not: results.length - n }) }
}

/** Spreads the cases of a form over the colleagues of its lines. */
async function takeSpread(work: Work, form: FormData): Promise<Partial<TogetherState> | null> {
  const spreading = await spreadingOf(work, form)
  if (!spreading) return null
  const on = readAll(form, 'on', item).filter(({ id }) => form.get(lineOf(id)) !== '')
  const { fates, back } = await takeOnEach(work, SPREADS, on, spreading.answersOf)
  return { back, ...(await inSentences(fates, 'said', spreading.nameOf)) }
}

/** Takes a step on the cases of a form, or takes it back; what became of each comes back in a sentence. */
export async function takeTogether(previous: TogetherState, form: FormData): Promise<TogetherState> {
  const actor = await currentActor()
  const name = togetherIn(form.get('step'), actor.role)
  const back = { attempt: previous.attempt + 1, fields: {}, typed: {} }
  const t = await getTranslations('refusals')
  if (!name) return { ...back, reason: t('notYourRole') }
  const work = { actor, today: today(), requestId: await requestId() }
  if (form.get('intent') === 'undo') {
    const fates = await takeEachBack(work, name, readAll(form, 'back', before))
    return { ...back, ...(await inSentences(fates, 'saidBack')) }
  }
  if (form.get('spread') === 'yes')
    return { ...back, ...((await takeSpread(work, form)) ?? { reason: t('notYourRole') }) }
  const step = stepOf(name) as Step
  const { asks } = together[name]
  const answers = Object.fromEntries(asks.map((field) => [field, form.getAll(field).map(String)]))
  const asked = Object.fromEntries(asks.map((field) => [field, step.input[field]])) as Step['input']
  const checked = inputSchema(asked, today()).safeParse(answers)
  if (!checked.success)
    return { ...back, typed: answers, fields: await fieldMessages(step, checked.error.issues) }
  const taken = await takeOnEach(work, name, readAll(form, 'on', item), () => ({ answers }))
  return { ...back, back: taken.back, ...(await inSentences(taken.fates, 'said')) }
}
