import 'server-only'
// What was typed as own words: read, checked and proposed; and what a colleague says to it. The database asks each time who may.
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { documents } from '@/domain/case/compartments'
import { MOST_CLAUSES, type OwnWords, ownWords, papersWordedBy } from '@/domain/tenancy/own-words'
import { codeKey } from '@/i18n/codes'
import { paths } from '@/paths'
import { asActor } from '@/server/db/as-actor'
import type { Tx } from '@/server/db/client'
import { agreeToWords, endWords, proposeWords } from '@/server/own-words'
import { currentActor } from '@/server/session'
import { typedIn, type Wrong } from '@/server/typed'
import type { TypedState } from '@/ui/typed-form'
import { type WordsField, wordsFields } from './asked'
import { wordsFor, wordsNow } from './queries'

type Typed = Readonly<Record<string, string>>

/** The words as they were typed; a clause of which both boxes are empty is none. */
const wordsIn = (typed: Typed): OwnWords => ({
  letterhead: typed.letterhead ?? '',
  clauses: Object.fromEntries(
    documents.map((agreement) => [
      agreement,
      Array.from({ length: MOST_CLAUSES }, (_, at) => ({
        text: typed[`${agreement}-${at}-text`] ?? '',
        plain: typed[`${agreement}-${at}-plain`] ?? '',
      })).filter(({ text, plain }) => text || plain),
    ]),
  ) as OwnWords['clauses'],
})

async function labels() {
  const t = await getTranslations()
  return ({ clause }: WordsField) =>
    clause
      ? t(clause.part === 'text' ? 'ownWords.clauseTextOf' : 'ownWords.clausePlainOf', {
          document: t(codeKey('document', clause.agreement)),
          n: clause.n,
        })
      : t('ownWords.letterhead')
}

/** What is too long, and which half of a clause is missing. */
async function wrongIn(typed: Typed, fields: readonly WordsField[]): Promise<Wrong[]> {
  const t = await getTranslations('ownWords')
  const label = await labels()
  return fields.flatMap((field) => {
    const { name, max, clause } = field
    const value = typed[name] ?? ''
    const other = typed[name.replace(/(text|plain)$/, (part) => (part === 'text' ? 'plain' : 'text'))] ?? ''
    if (value.length > max) return [{ name, text: t('tooLong', { label: label(field), max }) }]
    return clause && !value && other ? [{ name, text: t('bothParts', { label: label(field) }) }] : []
  })
}

async function propose(tx: Tx, typed: Typed): Promise<Wrong[]> {
  const actor = await currentActor()
  const t = await getTranslations('ownWords')
  if (!wordsFor(actor)) return [{ name: 'letterhead', text: t('overtaken') }]
  const agreements = papersWordedBy(actor.organisationKind)
  const { words: now } = await wordsNow(tx, actor)
  const wrong = await wrongIn(typed, wordsFields(now, agreements))
  if (wrong.length) return wrong
  const words = ownWords.parse(
    wordsIn(Object.fromEntries(wordsFields(now, agreements).map(({ name }) => [name, typed[name] ?? '']))),
  )
  if (JSON.stringify(words) === JSON.stringify(now)) return [{ name: 'letterhead', text: t('same') }]
  const proposed = await proposeWords(tx, Number(typed.base), words)
  return proposed ? [] : [{ name: 'letterhead', text: t('overtaken') }]
}

/** Proposes what was typed. */
export async function proposeTyped(previous: TypedState, form: FormData): Promise<TypedState> {
  const values = typedIn(form)
  const wrong = await asActor(await currentActor(), (tx) => propose(tx, values))
  if (wrong.length === 0) redirect(paths.ownWords)
  return { attempt: previous.attempt + 1, values, wrong }
}

async function answer(form: FormData, work: (tx: Tx, id: string) => Promise<boolean>) {
  const id = z.uuid().safeParse(form.get('wording')).data
  if (id) await asActor(await currentActor(), (tx) => work(tx, id))
  redirect(paths.ownWords)
}

/** Agrees to it; what ended meanwhile is shown as it ended. */
export const agree = (form: FormData) => answer(form, agreeToWords)

/** Takes it back or refuses it. */
export const end = (form: FormData) => answer(form, endWords)
