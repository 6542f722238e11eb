import 'server-only'
// A form that proposes another version: what was typed is read, checked and proposed; what is wrong is said at its field.
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { differencesBetween, withNumbers } from '@/domain/covenant/change'
import type { RuleSet } from '@/domain/covenant/rule-set'
import { count, day, type Field, longText } from '@/domain/kernel/field'
import { readField, readMoney } from '@/domain/kernel/input'
import { formats } from '@/i18n/format'
import { paths } from '@/paths'
import { today } from '@/server/clock'
import { type Version, versionsOf } from '@/server/covenant'
import { checkedRules, proposeChange } from '@/server/covenant-change'
import { asActor } from '@/server/db/as-actor'
import type { Tx } from '@/server/db/client'
import { currentActor } from '@/server/session'
import { fieldsOf } from './numbers'

export type Wrong = { readonly name: string; readonly text: string }
/** What was typed stays, by the name of its field. */
export type ProposeState = {
  readonly attempt: number
  readonly values: Readonly<Record<string, string>>
  readonly wrong: readonly Wrong[]
}

const typedIn = (form: FormData, name: string) => {
  const sent = form.get(name)
  return typeof sent === 'string' ? sent.trim() : ''
}

type Reader = (name: string, field: Field, label: string) => unknown

/** Reads fields one by one, and gathers what is wrong with them. */
async function reading(form: FormData, day: string) {
  const t = await getTranslations('errors')
  const wrong: Wrong[] = []
  const read: Reader = (name, field, label) => {
    const typed = typedIn(form, name)
    const parsed = typed ? readField(field, [typed], day) : { error: 'missing' }
    if (!('error' in parsed)) return parsed.value
    const { min = 0, max = 0 } = { ...field } as { min?: number; max?: number }
    wrong.push({ name, text: t(parsed.error, { label, min, max }) })
    return null
  }
  return { read, wrong }
}

type About = { readonly newest: Version; readonly form: FormData }

/** Proposes these rules from the day and with the reason that were typed; undefined where it went well. */
async function propose(tx: Tx, { newest, form }: About, rules: RuleSet | null, found: Wrong[]) {
  const t = await getTranslations('covenantChange')
  const { read, wrong } = await reading(form, today())
  const from = read('from', day('future'), t('from'))
  const why = read('why', longText(1000), t('why'))
  const begins = String(from)
  const late = newest.validFrom > today() ? newest.validFrom : today()
  if (from && begins <= late)
    wrong.push({ name: 'from', text: t('tooEarly', { day: (await formats()).longDay(late) }) })
  const all = [...found, ...wrong]
  if (all.length || !rules) return all
  const base = Number(typedIn(form, 'base'))
  const proposed = await proposeChange(tx, { base, from: begins, rules, why: String(why) })
  return proposed ? [] : [{ name: 'from', text: t('overtaken') }]
}

const kept = (form: FormData) =>
  Object.fromEntries([...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])))

type Work = (tx: Tx, about: About) => Promise<Wrong[]>

async function answered(previous: ProposeState, form: FormData, work: Work): Promise<ProposeState> {
  const wrong = await asActor(await currentActor(), async (tx) => {
    const [newest] = await versionsOf(tx)
    return newest ? work(tx, { newest, form }) : []
  })
  if (wrong.length === 0) redirect(paths.covenantChange)
  return { attempt: previous.attempt + 1, values: kept(form), wrong }
}

/** Other numbers of homes, or other terms. */
export const proposeNumbers = (previous: ProposeState, form: FormData): Promise<ProposeState> =>
  answered(previous, form, async (tx, about) => {
    const t = await getTranslations()
    const { rules } = about.newest
    const { read, wrong } = await reading(form, today())
    const lines = new Map<number, number>()
    const terms = new Map<keyof RuleSet['terms'], number>()
    for (const { name, line, term, unit, label, max } of await fieldsOf(tx, about.newest)) {
      const percent = unit === 'percent' ? readMoney(typedIn(form, name)) : undefined
      if (percent === null || percent === 0 || (percent ?? 0) > 10_000)
        wrong.push({ name, text: t('covenantChange.notAPercentage', { label }) })
      const n = percent === undefined ? Number(read(name, count(0, max), label) ?? 0) : (percent ?? 0) / 100
      if (line !== undefined) lines.set(line, n)
      if (term) terms.set(term, n)
    }
    const proposed = withNumbers(rules, { lines, terms })
    if (!wrong.length && !differencesBetween(rules, proposed).length)
      wrong.push({ name: 'from', text: t('covenantChange.nothing') })
    return propose(tx, about, proposed, wrong)
  })

const parsed = (typed: string): unknown => {
  try {
    return JSON.parse(typed)
  } catch {
    return undefined
  }
}

/** Everything else that was agreed, as the text in which a covenant is kept. */
export const proposeText = (previous: ProposeState, form: FormData): Promise<ProposeState> =>
  answered(previous, form, async (tx, about) => {
    const t = await getTranslations('covenantChange')
    const json = parsed(typedIn(form, 'rules'))
    if (json === undefined) return propose(tx, about, null, [{ name: 'rules', text: t('notJson') }])
    const checked = await checkedRules(tx, json)
    if ('rules' in checked) {
      const same = !differencesBetween(about.newest.rules, checked.rules).length
      return propose(tx, about, checked.rules, same ? [{ name: 'rules', text: t('nothing') }] : [])
    }
    const wrong = checked.mistakes.map(({ at, wrong: what }) => ({
      name: 'rules',
      text: t('mistake', { at, what }),
    }))
    return propose(tx, about, null, wrong)
  })
