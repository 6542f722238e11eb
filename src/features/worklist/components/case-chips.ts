import { getTranslations } from 'next-intl/server'
import { COUNTED } from '@/domain/kernel/paging'
import { chooses, type Whose, whoses } from '@/domain/worklist/case-filter'
import { columnsFor, usualColumns } from '@/domain/worklist/case-view'
import type { Chip } from '@/ui/filters'
import type { CasesScreen } from '../cases'
import { address } from './case-address'

const said = (n: number) => (n > COUNTED ? `${COUNTED}+` : String(n))

/** How many cases there are of each, over all running ones: what does not wait on me waits on somebody else. */
function countsOf({ waiting, counts }: CasesScreen): Record<Whose, number> | null {
  if (!waiting) return null
  const running = Object.entries(counts).reduce((n, [stage, own]) => (stage === 'closed' ? n : n + own), 0)
  return { me: waiting.mine, others: Math.max(0, running - waiting.mine), new: waiting.fresh }
}

/** On whom the cases wait; of what waits on others the list says since when. */
async function whoseChips(screen: CasesScreen): Promise<Chip[]> {
  const t = await getTranslations()
  const { filter, view, role } = screen
  const counts = countsOf(screen)
  if (!counts) return []
  const since = columnsFor(role).filter((name) => name === 'since' || usualColumns.includes(name))
  return whoses.map((whose) => {
    const on = filter.whose === whose
    const columns = whose === 'others' && !on ? since : on ? usualColumns : view.columns
    return {
      key: whose,
      label: chooses(filter)
        ? t(`selection.whose.${whose}`)
        : t('selection.whose.counted', { name: t(`selection.whose.${whose}`), n: said(counts[whose]) }),
      href: address(screen, { filter: { whose: on ? null : whose }, view: { columns } }),
      on,
    }
  })
}

/** The filters that are on, each to be taken away, and the usual ones to be added. */
export async function caseChips(screen: CasesScreen): Promise<Chip[]> {
  const t = await getTranslations()
  const { filter, parties } = screen
  const { task, late, organisation, mentor } = filter
  const chip = (key: 'task' | 'organisation' | 'mentor', label: string) => ({
    key,
    label,
    href: address(screen, { filter: { [key]: null } }),
    on: true,
  })
  const party = parties.find(({ id }) => id === organisation)
  const overdue = t('cases.late')
  return [
    ...(await whoseChips(screen)),
    {
      key: 'late',
      label: chooses(filter)
        ? overdue
        : t('selection.whose.counted', { name: overdue, n: said(screen.late) }),
      href: address(screen, { filter: { late: !late, sort: late ? 'number' : 'due' } }),
      on: late,
    },
    ...(task ? [chip('task', t(`tasks.${task}.label`))] : []),
    ...(mentor ? [chip('mentor', t('selection.team.one'))] : []),
    ...(organisation ? [chip('organisation', party?.name ?? t('cases.otherParty'))] : []),
  ]
}
