import { getTranslations } from 'next-intl/server'
import type { Role } from '@/domain/case/actor'
import { tasks as all, type TaskName } from '@/domain/case/tasks'
import { COUNTED, placesBeside } from '@/domain/kernel/paging'
import { dueGroups } from '@/domain/worklist/due'
import { rowAt } from '@/domain/worklist/work-filter'
import { paths } from '@/paths'
import { type Chip, FilterChips, FilterForm, FilterSelect } from '@/ui/filters'
import { Pager } from '@/ui/pager'
import { PAGE, type Tasks } from '../queries'
import { asking, at, without } from './addresses'
import { WorkList } from './work-list'

/** The kinds of task that can wait on a role. */
const tasksOf = (role: Role) => (Object.keys(all) as TaskName[]).filter((task) => all[task].role === role)

type Props = { tasks: Tasks; role: Role }

const said = (n: number) => (n > COUNTED ? `${COUNTED}+` : String(n))

/** How much there is of each day, and the kind of task that is chosen. */
async function chipsOf({ filter, counts }: Tasks): Promise<Chip[]> {
  const t = await getTranslations()
  const asked = asking(filter)
  const days = dueGroups.filter((group) => counts[group] > 0 || filter.due === group)
  const chips = days.map((group) => ({
    key: group,
    label: t('work.groupOf', { group: t(`work.due.${group}`), n: said(counts[group]) }),
    href: at(paths.work, filter.due === group ? without(asked, 'due') : { ...asked, due: group }),
    on: filter.due === group,
  }))
  if (!filter.task) return chips
  const href = at(paths.work, without(asked, 'task'))
  return [...chips, { key: 'task', label: t(`tasks.${filter.task}.label`), href, on: true }]
}

/** By day and by kind of task; each choice shows how much there is of it. */
async function Choose({ tasks, role }: Props) {
  const t = await getTranslations()
  const kinds = tasksOf(role).map((task) => ({ value: task, label: t(`tasks.${task}.label`) }))
  const kept = without(asking(tasks.filter), 'task')
  return (
    <div className="ui-filter-bar">
      <FilterChips
        label={t('work.byDay')}
        items={await chipsOf(tasks)}
        removes={t('list.remove')}
        clear={{ href: paths.work, label: t('list.clear') }}
      />
      {kinds.length > 1 && (
        <FilterForm action={paths.work} summary={t('work.choose')} submit={t('list.show')} kept={kept}>
          <FilterSelect
            name="task"
            label={t('list.task')}
            value={tasks.filter.task ?? ''}
            all={t('work.allTasks')}
            options={kinds}
          />
        </FilterForm>
      )}
    </div>
  )
}

async function Pages({ tasks: { filter, page, place, counts } }: { tasks: Tasks }) {
  const t = await getTranslations()
  const { before, after } = placesBeside(place, page.rows.length, PAGE)
  const total = filter.due ? counts[filter.due] : dueGroups.reduce((sum, group) => sum + counts[group], 0)
  const [first, last] = [page.rows[0], page.rows.at(-1)]
  const way = (name: 'before' | 'after', row: { dueOn: string; id: string }, place: number) =>
    at(paths.work, { ...asking(filter), [name]: rowAt(row.dueOn, row.id), at: String(place) })
  if (!first || !last || (!page.isAfter && !page.isBefore)) return null
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

/** What waits on me: by day, by kind, page by page. */
export const TasksPart = (props: Props) => (
  <section className="mb-8">
    <Choose {...props} />
    <WorkList lines={props.tasks.page.rows} />
    <Pages tasks={props.tasks} />
  </section>
)
