import 'server-only'
// A form that proposes another version: what was typed is read, checked and proposed; what is wrong is said at its field.
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { differencesBetween, withNumbers } from '@/domain/covenant/change'
import type { RuleSet } from '@/domain/covenant/rule-set'
import { count, day, longText } from '@/domain/kernel/field'
import { readMoney } from '@/domain/kernel/input'
import { formats } from '@/i18n/format'
import { paths } from '@/paths'
import { today } from '@/server/clock'
import { type Version, versionsOf } from '@/server/covenant'
import { checkedRules, proposeChange } from '@/server/covenant-change'
import { asActor } from '@/server/db/as-actor'
import type { Tx } from '@/server/db/client'
import { currentActor } from '@/server/session'
import { readerOf, typedIn, type Wrong } from '@/server/typed'
import type { TypedState } from '@/ui/typed-form'
import { lookFirst } from './look-first'
import { fieldsOf } from './numbers'

type About = { readonly newest: Version; readonly typed: Readonly<Record<string, string>> }

/** Proposes these rules from the day and with the reason that were typed; undefined where it went well. */
async function propose(tx: Tx, { newest, typed }: About, rules: RuleSet | null, found: Wrong[]) {
  const t = await getTranslations('covenantChange')
  const { read, wrong } = await readerOf(typed)
  const from = read('from', day('future'), t('from'))
  const why = read('why', longText(1000), t('why'))
  const begins = String(from)
  const late = newest.validFrom > today() ? newest.validFrom : today()
  if (from && begins <= late)
    wrong.push({ name: 'from', text: t('tooEarly', { day: (await formats()).longDay(late) }) })
  const all = [...found, ...wrong]
  if (all.length || !rules) return all
  const base = Number(typed.base)
  const proposed = await proposeChange(tx, { base, from: begins, rules, why: String(why) })
  return proposed ? [] : [{ name: 'from', text: t('overtaken') }]
}

type Work = (tx: Tx, about: About) => Promise<Wrong[]>

async function answered(previous: TypedState, form: FormData, work: Work): Promise<TypedState> {
  const values = typedIn(form)
  const wrong = await asActor(await currentActor(), async (tx) => {
    const [newest] = await versionsOf(tx)
    return newest ? work(tx, { newest, typed: values }) : []
  })
  if (wrong.length === 0) redirect(paths.covenantChange)
  return { attempt: previous.attempt + 1, values, wrong }
}

/** Other numbers of homes, or other terms. */
export const proposeNumbers = (previous: TypedState, form: FormData): Promise<TypedState> =>
  answered(previous, form, async (tx, about) => {
    const t = await getTranslations()
    const { rules } = about.newest
    const { read, wrong } = await readerOf(about.typed)
    const lines = new Map<number, number>()
    const terms = new Map<keyof RuleSet['terms'], number>()
    for (const { name, line, term, unit, label, max } of await fieldsOf(tx, about.newest)) {
      const percent = unit === 'percent' ? readMoney(about.typed[name] ?? '') : undefined
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
export async function proposeText(previous: TypedState, form: FormData): Promise<TypedState> {
  const json = parsed(typedIn(form).rules ?? '')
  const first = json === undefined ? null : await lookFirst(previous, form, json)
  if (first) return first
  return answered(previous, form, async (tx, about) => {
    const t = await getTranslations('covenantChange')
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
}
