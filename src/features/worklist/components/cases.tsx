import { getTranslations } from 'next-intl/server'
import { passed } from '@/domain/case/stages'
import { COUNTED, placesBeside } from '@/domain/kernel/paging'
import { type CaseSort, caseTasks, chooses } from '@/domain/worklist/case-filter'
import { paths } from '@/paths'
import { AppLink } from '@/ui/app-link'
import { EmptyState } from '@/ui/empty-state'
import { FilterChips, FilterForm, FilterSelect } from '@/ui/filters'
import { Pager } from '@/ui/pager'
import { TabsNav } from '@/ui/tabs-nav'
import type { CaseLine } from '../case-lines'
import { CASES, type CasesScreen, type ListOf } from '../cases'
import { at, without } from './addresses'
import { address, askedNow, unchosen } from './case-address'
import { AgendaOfTerms } from './case-agenda'
import { CaseBoard } from './case-board'
import { caseChips } from './case-chips'
import { ChooseColumns } from './case-columns'
import { CaseList } from './case-list'
import { MonthOfTerms } from './case-month'
import { Picking, picks } from './case-picking'

const list = paths.list('case')

const said = (n: number) => (n >= COUNTED ? `${COUNTED}+` : String(n))

/** One stage, or all running ones. How many there are is said as long as nothing else is chosen. */
export async function Stages(screen: CasesScreen) {
  const { filter, counts } = screen
  const t = await getTranslations()
  const running = passed.filter((s) => s !== 'closed').reduce((n, s) => n + (counts[s] ?? 0), 0)
  const label = (name: string, n: number) => (chooses(filter) ? name : `${name} (${said(n)})`)
  const tabs = [
    {
      href: address(screen, { filter: { stage: null } }),
      label: label(t('cases.running'), running),
      current: !filter.stage,
    },
    ...passed
      .filter((stage) => counts[stage] || filter.stage === stage)
      .map((stage) => ({
        href: address(screen, { filter: { stage } }),
        label: label(t(`stages.case.${stage}`), counts[stage] ?? 0),
        current: filter.stage === stage,
      })),
  ]
  return <TabsNav label={t('cases.filter')} items={tabs} />
}

/** What is too late, a task, a party. */
export async function Choose(screen: CasesScreen) {
  const t = await getTranslations()
  const { filter, parties } = screen
  return (
    <div className="ui-filter-bar">
      <FilterChips
        label={t('list.chosen')}
        items={await caseChips(screen)}
        removes={t('list.remove')}
        clear={{ href: unchosen(screen), label: t('list.clear') }}
      />
      <FilterForm
        action={list}
        summary={t('cases.choose')}
        submit={t('list.show')}
        kept={without(askedNow(screen), 'task', 'organisation')}
      >
        <FilterSelect
          name="task"
          label={t('list.task')}
          value={filter.task ?? ''}
          all={t('work.allTasks')}
          options={caseTasks.map((task) => ({ value: task, label: t(`tasks.${task}.label`) }))}
        />
        {parties.length > 0 && (
          <FilterSelect
            name="organisation"
            label={t('cases.party')}
            value={filter.organisation ?? ''}
            all={t('cases.allParties')}
            options={parties.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
      </FilterForm>
      <ChooseColumns {...screen} />
    </div>
  )
}

type Listed = { screen: CasesScreen; shown: ListOf }

async function Pages({ screen, shown: { page, place, total } }: Listed) {
  const t = await getTranslations()
  const { before, after } = placesBeside(place, page.rows.length, CASES)
  const [first, last] = [page.rows[0], page.rows.at(-1)]
  if (!first || !last) return null
  const way = (name: 'before' | 'after', row: CaseLine, n: number) =>
    at(list, { ...askedNow(screen), [name]: `${row.place}_${row.id}`, at: String(n) })
  const range = { from: place, to: place + page.rows.length - 1, total: Math.min(total, COUNTED) }
  return (
    <Pager
      label={t('list.pages')}
      count={t(total > COUNTED ? 'list.rangeOfMore' : 'list.range', range)}
      previous={page.isBefore ? { href: way('before', first, before), label: t('list.previous') } : null}
      next={page.isAfter ? { href: way('after', last, after), label: t('list.next') } : null}
    />
  )
}

/** What is said when nothing fits, and the way back to everything. */
async function NoneChosen({ screen }: { screen: CasesScreen }) {
  const t = await getTranslations()
  const action = <AppLink href={unchosen(screen)}>{t('list.clear')}</AppLink>
  return (
    <EmptyState title={t('cases.noneChosen')} action={action}>
      {t('cases.noneChosenHelp')}
    </EmptyState>
  )
}

/** The cases that are asked for, page by page. */
const CasesList = ({ screen, shown }: Listed) => (
  <div className={screen.view.dense ? 'ui-dense' : undefined}>
    <Picking screen={screen}>
      <CaseList
        lines={shown.page.rows}
        columns={screen.view.columns}
        order={{
          now: screen.filter.sort,
          href: (sort: CaseSort) => address(screen, { filter: { sort } }),
        }}
        none={chooses(screen.filter) && <NoneChosen screen={screen} />}
        picking={picks(screen)}
      />
    </Picking>
    <Pages screen={screen} shown={shown} />
  </div>
)

/** The selection in the form that was asked for. */
export function Cases({ screen }: { screen: CasesScreen }) {
  const { list, board, terms } = screen.shown
  if (list) return <CasesList screen={screen} shown={list} />
  if (board) return <CaseBoard screen={screen} columns={board} />
  if (!terms) return null
  return screen.view.form === 'month' ? (
    <MonthOfTerms screen={screen} terms={terms} />
  ) : (
    <AgendaOfTerms screen={screen} terms={terms} />
  )
}
