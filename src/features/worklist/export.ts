import 'server-only'
// A selection of cases as a file: what the list shows to this person, and no shielded case at all.
import { getTranslations } from 'next-intl/server'
import { csvOf } from '@/domain/report/csv'
import { caseFilter } from '@/domain/worklist/case-filter'
import { type CaseColumn, caseView } from '@/domain/worklist/case-view'
import type { Asked } from '@/domain/worklist/work-filter'
import { today } from '@/server/clock'
import { asActor } from '@/server/db/as-actor'
import { posted } from '@/server/guard'
import { currentActor, requestId } from '@/server/session'
import type { CaseLine } from './case-lines'
import { columnNames } from './components/case-columns'
import { takeLines } from './taken-lines'

const asked = (form: FormData): Asked =>
  Object.fromEntries([...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])))

async function cellsOf(line: CaseLine): Promise<Record<CaseColumn, string>> {
  const t = await getTranslations()
  return {
    number: line.number,
    stage: t(`stages.case.${line.stage}`),
    waiting: line.waitingDays === null ? '' : String(line.waitingDays),
    turn: line.task && line.holder ? t(`tasks.${line.task}.waits`, { holder: line.holder }) : '',
    since: line.since ?? '',
    mentor: line.mentor ?? '',
    due: line.dueOn ?? '',
  }
}

/** The file of the cases that a posted form asks for, under the rights of who posted it; each is recorded as read. */
export const exportCases = posted(async (form: FormData): Promise<{ name: string; text: string }> => {
  const actor = await currentActor()
  const [day, number] = [today(), await requestId()]
  const [filter, view] = [caseFilter(asked(form)), caseView(asked(form), actor.role, day)]
  const lines = await asActor(actor, (tx) => takeLines(tx, actor, { filter, view, day, requestId: number }))
  const t = await getTranslations()
  const names = await columnNames()
  const head = [t('list.who'), ...view.columns.map((column) => names[column])]
  const rows = lines.map(async (line) => {
    const cells = await cellsOf(line)
    return [line.name ?? line.initials ?? '', ...view.columns.map((column) => cells[column])]
  })
  return {
    name: `${t('selection.export.file')}-${day}.csv`,
    text: csvOf([head, ...(await Promise.all(rows))]),
  }
})
