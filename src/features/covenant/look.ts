import 'server-only'
// What a change of the matching would do, in words: for who proposes it before they do, and for who agrees to it.
import { getTranslations } from 'next-intl/server'
import type { Actor } from '@/domain/case/actor'
import type { RuleSet } from '@/domain/covenant/rule-set'
import { movedIn, type Totals, tiers, totalsOf } from '@/domain/matching/run/frontier'
import { pairsIn } from '@/domain/matching/run/preview'
import { shownCount } from '@/domain/report/cells'
import { formats } from '@/i18n/format'
import type { Tx } from '@/server/db/client'
import {
  type Ahead,
  type Change,
  lookAhead,
  type RunToLook,
  runToLook,
  tokenOf,
} from '@/server/matching/look-ahead'
import type { LookTable, Look as Shown } from '@/ui/look-tables'
import { shownTotals } from './shown-totals'

/** What there is to see of a change; null: it moves nothing of the matching. */
export type Look = Shown & {
  /** Sent along when somebody proposes or agrees: what they saw. Null: nothing stands in the way. */
  readonly token: string | null
  readonly ready: boolean
}

export type ToLook = {
  readonly change: Change
  readonly run: RunToLook | null
  readonly exact: boolean
  readonly limit: number
}

/** What must be read before a change can be looked at; null where nothing of the matching is moved. */
export async function toLook(tx: Tx, actor: Actor, before: RuleSet, after: RuleSet): Promise<ToLook | null> {
  const change = { now: before.matching, proposed: after.matching }
  const moved = movedIn(change.now, change.proposed)
  if (!moved.knobs && !moved.agreed) return null
  return {
    change,
    run: await runToLook(tx, actor),
    exact: actor.role === 'coordinator',
    limit: before.smallCell,
  }
}

/** By what somebody shows that they saw it; null where there is nothing to be seen. */
export const seenToken = ({ run, change }: ToLook): string | null => run && tokenOf(run, change)

/** Whom no number counts: who was shielded then or is by now, and who is not searching any more. */
const hiddenIn = ({ clients }: Ahead['input'], { known }: RunToLook): ReadonlySet<string> =>
  new Set(clients.filter(({ id, seeker }) => seeker.shielded || !known.has(id)).map(({ id }) => id))

async function knobTable({ points, input }: Ahead, asked: ToLook & { run: RunToLook }): Promise<LookTable> {
  const t = await getTranslations('lookAhead')
  const { now, proposed } = asked.change
  const hidden = hiddenIn(input, asked.run)
  const number = (n: number | null | undefined) => (n === null || n === undefined ? t('few') : String(n))
  const isOf = (a: Totals['knobs'], b: Totals['knobs']) =>
    a.priorityWeight === b.priorityWeight && a.draftBonus === b.draftBonus
  const columns = ['knobs', 'housed', ...tiers, 'urgency', 'fit', 'kept'] as const
  return {
    caption: t('frontier'),
    columns: columns.map((key) => ({ key, label: t(`columns.${key}`), number: key !== 'knobs' })),
    rows: points.map((point) => {
      const all = totalsOf(point, input, hidden)
      const { knobs, tiers: found, ...sums } = asked.exact ? all : shownTotals(all, asked.limit)
      const which = isOf(knobs, now) ? 'now' : isOf(knobs, proposed) ? 'proposed' : 'other'
      return {
        key: `${knobs.priorityWeight} ${knobs.draftBonus}`,
        cells: {
          knobs: t(`which.${which}`, { weight: knobs.priorityWeight, bonus: knobs.draftBonus }),
          ...Object.fromEntries(tiers.map((tier) => [tier, number(found[tier])])),
          ...{ housed: number(sums.housed), urgency: number(sums.urgency) },
          ...{ fit: number(sums.fit), kept: number(sums.kept) },
        },
      }
    }),
  }
}

async function ruleTable({ preview, input }: Ahead, { run, exact, limit }: ToLook & { run: RunToLook }) {
  const t = await getTranslations('lookAhead')
  if (!preview) return []
  const hidden = hiddenIn(input, run)
  const of = (ids: readonly string[]) => ids.filter((id) => !hidden.has(id)).length
  const pairs = pairsIn(preview, hidden)
  const found = {
    ...{ possible: pairs.added, impossible: pairs.removed },
    ...{ added: of(preview.added), removed: of(preview.removed), moved: of(preview.moved) },
  }
  const table: LookTable = {
    caption: t('rules'),
    columns: [
      { key: 'what', label: t('what'), number: false },
      { key: 'n', label: t('number'), number: true },
    ],
    rows: (Object.keys(found) as (keyof typeof found)[]).map((key) => {
      const n = exact ? found[key] : shownCount(found[key], limit)
      return { key, cells: { what: t(`of.${key}`), n: n === null ? t('few') : String(n) } }
    }),
  }
  return [table]
}

/** The numbers of a change in words; it waits a little for them, and says so where they are not there yet. */
export async function lookOf(asked: ToLook): Promise<Look> {
  const t = await getTranslations('lookAhead')
  const { run, change, exact, limit } = asked
  if (!run) return { token: null, ready: true, said: t('noRun'), tables: [] }
  const ahead = await lookAhead(run, change)
  const token = tokenOf(run, change)
  if (ahead === undefined) return { token, ready: false, said: t('busy'), tables: [] }
  if (ahead === null) return { token, ready: true, said: t('cannot'), tables: [] }
  const { longDay } = await formats()
  const when = t('from', { day: longDay(run.kept.on), at: run.kept.at })
  return {
    token,
    ready: true,
    said: exact ? when : `${when} ${t('small', { limit })}`,
    tables: [
      ...(ahead.points.length ? [await knobTable(ahead, { ...asked, run })] : []),
      ...(await ruleTable(ahead, { ...asked, run })),
    ],
  }
}
