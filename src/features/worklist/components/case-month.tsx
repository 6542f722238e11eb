import { getTranslations } from 'next-intl/server'
import { type CalendarDay, monthOf, monthsOn, weeksOf } from '@/domain/worklist/calendar'
import { formats } from '@/i18n/format'
import { paths } from '@/paths'
import { AppLink } from '@/ui/app-link'
import { type MonthDay, MonthTable } from '@/ui/month-table'
import { Notice } from '@/ui/notice'
import { Tag } from '@/ui/tag'
import type { CasesScreen } from '../cases'
import type { Term, Terms } from '../terms'
import { address } from './case-address'
import { who } from './work-list'

/** A day of the table has room for so many; the rest is in the agenda. */
const IN_A_DAY = 4

type Props = { screen: CasesScreen; terms: Terms }

/** One month back or on, and how many terms end in this one. */
export async function MonthHead({ screen, terms }: Props) {
  const t = await getTranslations('selection.terms')
  const { month } = screen.view
  const to = (other: string) => address(screen, { view: { month: other } })
  return (
    <>
      <nav className="ui-print-hide mb-3 flex flex-wrap gap-x-5 gap-y-2" aria-label={t('month')}>
        <AppLink href={to(monthsOn(month, -1))}>{t('previous')}</AppLink>
        {month !== monthOf(screen.today) && <AppLink href={to(monthOf(screen.today))}>{t('now')}</AppLink>}
        <AppLink href={to(monthsOn(month, 1))}>{t('next')}</AppLink>
      </nav>
      <p className="mb-3">{t('lead', { n: terms.terms.length })}</p>
      {terms.more && <Notice tone="info">{t('more')}</Notice>}
    </>
  )
}

async function Entry({ term }: { term: Term }) {
  const t = await getTranslations()
  return (
    <>
      <AppLink className="ui-link" href={paths.subject('case', term.caseId)}>
        <span dir="auto">{who(term)}</span>
      </AppLink>
      <p className="text-soft">{t(`tasks.${term.task}.label`)}</p>
      {term.overdue && <Tag tone="danger">{t('panel.overdue')}</Tag>}
    </>
  )
}

async function dayOf(screen: CasesScreen, { day, ...shape }: CalendarDay, own: readonly Term[]) {
  const t = await getTranslations('selection')
  const { weekday } = await formats()
  const rest = own.length - IN_A_DAY
  const notes = [
    ...(day === screen.today ? [t('terms.today')] : []),
    ...(shape.holiday ? [t(`holidays.${shape.holiday}`)] : []),
  ]
  const agenda = address(screen, { view: { form: 'agenda' } })
  return {
    key: day,
    number: String(Number(day.slice(8))),
    name: weekday(day),
    notes,
    inside: shape.inside,
    working: shape.working,
    entries: own
      .slice(0, IN_A_DAY)
      .map((term) => ({ key: term.id, content: <Entry key={term.id} term={term} /> })),
    ...(rest > 0 && {
      more: (
        <p className="mt-2">
          <AppLink href={agenda}>
            {t('terms.rest', { n: rest })}
            <span className="sr-only"> {t('terms.restOf', { day: weekday(day) })}</span>
          </AppLink>
        </p>
      ),
    }),
  } satisfies MonthDay
}

/** The terms of a selection on the days on which they end. */
export async function MonthOfTerms({ screen, terms }: Props) {
  const t = await getTranslations('selection.terms')
  const { month: named, nameOfDay } = await formats()
  const { month } = screen.view
  const onDay = Map.groupBy(terms.terms, ({ dueOn }) => dueOn)
  const weeks = weeksOf(month)
  const shown = weeks.map(async ({ week, days }) => ({
    number: String(week),
    days: await Promise.all(days.map((day) => dayOf(screen, day, onDay.get(day.day) ?? []))),
  }))
  return (
    <>
      <MonthHead screen={screen} terms={terms} />
      <MonthTable
        caption={t('caption', { month: named(month) })}
        week={t('week')}
        weekdays={(weeks[0]?.days ?? []).map(({ day }) => nameOfDay(day))}
        weeks={await Promise.all(shown)}
      />
    </>
  )
}
