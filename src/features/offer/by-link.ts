import 'server-only'
// A client answers by a link, without signing in. Whatever does not fit is answered alike: who guesses learns nothing.
import { headers } from 'next/headers'
import { getTranslations } from 'next-intl/server'
import { type helpers, offerCompartments } from '@/domain/offer/offer'
import { formats } from '@/i18n/format'
import { answerBy, type HomeByLink, homeBy, mayTry, triedInVain, type Word } from '@/server/offers/link'
import { originOf } from '@/server/origin'
import { requestId } from '@/server/session'
import { readerOf, typedIn } from '@/server/typed'
import type { TypedState } from '@/ui/typed-form'

export type AnswerState = TypedState & {
  /** The home, for who gave the code. */
  readonly home: readonly { readonly term: string; readonly value: string }[] | null
  /** Others may be offered it as well. */
  readonly several: boolean
  readonly done: boolean
}

/** The home in plain words. */
async function inWords(home: HomeByLink) {
  const t = await getTranslations()
  const { longDay, money } = await formats()
  const where = [t('byLink.floor', { n: home.floor }), t(home.lift ? 'byLink.lift' : 'byLink.noLift')]
  const facts = [
    [t('dwelling.address'), home.address],
    [t('dwelling.municipality'), home.municipality],
    [t('parts.corporation'), home.corporation],
    [t('fields.type.label'), home.type && t(`codes.dwellingType.${home.type}`)],
    [t('dwelling.rooms'), String(home.rooms)],
    [t('byLink.where'), where.join(', ')],
    [t('fields.accessibility.label'), t(`codes.accessibility.${home.accessibility}`)],
    [t('dwelling.rent'), money(home.rent)],
    [t('fields.serviceCosts.label'), home.service_costs !== null && money(home.service_costs)],
    [t('dwelling.from'), longDay(home.available_from)],
  ] as const
  return facts.flatMap(([term, value]) => (value ? [{ term, value }] : []))
}

const { word, reason, helped } = offerCompartments.clientWord.fields

/** What the client said, read field by field; a no says why. */
async function said(typed: Readonly<Record<string, string>>) {
  const t = await getTranslations('byLink')
  const { read, wrong } = await readerOf(typed)
  const answered = read('word', word, t('word'))
  const why = answered === 'nee' ? read('reason', reason, t('why')) : null
  if (answered === 'nee' && !why) wrong.push({ name: 'reason', text: t('noReason') })
  const by = read('helped', helped, t('helped')) as (typeof helpers)[number] | null
  return { word: { word: answered, reason: why, helped: by } as Word, wrong }
}

const failed = async (attempt: number, values: Readonly<Record<string, string>>): Promise<AnswerState> => {
  const t = await getTranslations('byLink')
  const { code: _, ...rest } = values
  return {
    attempt,
    values: rest,
    wrong: [{ name: 'code', text: t('wrong') }],
    home: null,
    several: false,
    done: false,
  }
}

/** First the code, and the home is shown; then the answer, which is given once. */
export async function answer(previous: AnswerState, form: FormData): Promise<AnswerState> {
  const values = typedIn(form)
  const attempt = previous.attempt + 1
  const { token = '', code = '' } = values
  const from = originOf(await headers())
  if (!(await mayTry(token, from))) return failed(attempt, values)
  const home = await homeBy(token, code)
  if (!home) {
    await triedInVain(token, from)
    return failed(attempt, values)
  }
  const shown = { attempt, values, home: await inWords(home), several: home.several, done: false }
  if (!('sent' in values)) return { ...shown, wrong: [] }
  const { word: given, wrong } = await said(values)
  if (wrong.length) return { ...shown, wrong }
  if (!(await answerBy(token, code, given, await requestId()))) return failed(attempt, values)
  return { attempt, values: {}, wrong: [], home: null, several: false, done: true }
}
