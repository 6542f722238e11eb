import { getTranslations } from 'next-intl/server'
import { COUNTED, placesBeside } from '@/domain/kernel/paging'
import { entryKinds } from '@/domain/privacy/journal'
import { askedBy } from '@/domain/privacy/journal-filter'
import { purposeNames } from '@/domain/privacy/purposes'
import { formats } from '@/i18n/format'
import { paths } from '@/paths'
import { Button, LinkButton } from '@/ui/button'
import { type Chip, FilterChips, FilterDay, FilterForm, FilterSelect } from '@/ui/filters'
import { Pager } from '@/ui/pager'
import { TabsNav } from '@/ui/tabs-nav'
import { type JournalScreen, PAGE, type Selection } from '../queries'
import { FindForm } from './find-form'

type Asking = Readonly<Record<string, string>>
const at = (path: string, asked: Asking) =>
  Object.keys(asked).length ? `${path}?${new URLSearchParams(asked)}` : path
const without = (asked: Asking, ...names: string[]) =>
  Object.fromEntries(Object.entries(asked).filter(([name]) => !names.includes(name)))

/** All records, or those of one kind. */
export async function Kinds({ filter }: Selection) {
  const t = await getTranslations('journal')
  const asked = without(askedBy(filter), 'kind')
  const items = [
    { href: at(paths.journal, asked), label: t('kinds.all'), current: !filter.kind },
    ...entryKinds.map((kind) => ({
      href: at(paths.journal, { ...asked, kind }),
      label: t(`kinds.${kind}`),
      current: filter.kind === kind,
    })),
  ]
  return <TabsNav label={t('kind')} items={items} />
}

/** What is chosen, in words; each part can be taken away. */
export async function chosen({ filter, number, colleagues }: Selection): Promise<Chip[]> {
  const t = await getTranslations('journal')
  const { day } = await formats()
  const asked = askedBy(filter)
  const chip = (name: string, label: string): Chip => ({
    key: name,
    label,
    href: at(paths.journal, without(asked, name)),
    on: true,
  })
  const { person, subject, purpose, session, from, until } = filter
  const words = await getTranslations('purposes')
  return [
    ...(person ? [chip('person', colleagues.find((c) => c.id === person)?.name ?? t('stranger'))] : []),
    ...(subject ? [chip('subject', t('ofNumber', { number: number ?? t('stranger') }))] : []),
    ...(purpose ? [chip('purpose', words(purpose))] : []),
    ...(session ? [chip('session', t('visit', { visit: session.slice(0, 4) }))] : []),
    ...(from ? [chip('from', t('fromDay', { day: day(from) }))] : []),
    ...(until ? [chip('until', t('untilDay', { day: day(until) }))] : []),
  ]
}

/** Whose records, and what for. */
async function Whose({ filter, colleagues }: Selection) {
  const t = await getTranslations()
  return (
    <>
      <FilterSelect
        name="person"
        label={t('journal.columns.person')}
        value={filter.person ?? ''}
        all={t('journal.everyone')}
        options={colleagues.map((c) => ({ value: c.id, label: c.name }))}
      />
      <FilterSelect
        name="purpose"
        label={t('journal.columns.purpose')}
        value={filter.purpose ?? ''}
        all={t('journal.anyPurpose')}
        options={purposeNames.map((purpose) => ({ value: purpose, label: t(`purposes.${purpose}`) }))}
      />
    </>
  )
}

/** Chooses a person and a period, and a case by its number. */
export async function Choose({ selection }: { selection: Selection }) {
  const t = await getTranslations()
  const { filter } = selection
  const chips = await chosen(selection)
  const find = {
    label: t('journal.number'),
    help: t('journal.numberHelp'),
    submit: t('journal.find'),
    pending: t('form.pending'),
  }
  const kept = without(askedBy(filter), 'person', 'purpose', 'from', 'until')
  const clear = { href: at(paths.journal, filter.kind ? { kind: filter.kind } : {}), label: t('list.clear') }
  return (
    <div className="ui-filter-bar">
      <FilterForm
        action={paths.journal}
        summary={t('journal.choose')}
        submit={t('list.show')}
        kept={kept}
        after={<FindForm texts={find} />}
      >
        <Whose {...selection} />
        <FilterDay name="from" label={t('journal.from')} value={filter.from ?? ''} />
        <FilterDay name="until" label={t('journal.until')} value={filter.until ?? ''} />
      </FilterForm>
      <FilterChips label={t('list.chosen')} items={chips} removes={t('list.remove')} clear={clear} />
    </div>
  )
}

/** Which records these are of how many, and the way on and back. */
export async function Pages({ page, place, total, filter }: JournalScreen) {
  const t = await getTranslations()
  const asked = askedBy(filter)
  const { before, after } = placesBeside(place, page.rows.length, PAGE)
  const [first, last] = [page.rows[0], page.rows.at(-1)]
  const way = (name: 'before' | 'after', seq: string, at_: number) =>
    at(paths.journal, { ...asked, [name]: seq, at: String(at_) })
  const range = { from: place, to: place + page.rows.length - 1, total: Math.min(total, COUNTED) }
  return (
    <Pager
      label={t('list.pages')}
      count={page.rows.length ? t(total > COUNTED ? 'list.rangeOfMore' : 'list.range', range) : ''}
      previous={
        page.isBefore && first ? { href: way('before', first.seq, before), label: t('list.previous') } : null
      }
      next={page.isAfter && last ? { href: way('after', last.seq, after), label: t('list.next') } : null}
    />
  )
}

/** Takes the selection along, on paper or in a file. */
export async function Take({ filter }: Selection) {
  const t = await getTranslations('journal')
  const asked = askedBy(filter)
  return (
    <form method="post" action={paths.journalExport} className="ui-button-row ui-print-hide mt-4">
      {Object.entries(asked).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <LinkButton href={at(paths.journalPrint, asked)}>{t('print')}</LinkButton>
      <Button type="submit">{t('export')}</Button>
    </form>
  )
}
