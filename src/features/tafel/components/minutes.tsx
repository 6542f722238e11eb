import { getTranslations } from 'next-intl/server'
import type { Action } from '@/domain/tafel/minutes'
import { codeKey } from '@/i18n/codes'
import { formats } from '@/i18n/format'
import { paths } from '@/paths'
import { AppLink } from '@/ui/app-link'
import { EmptyState } from '@/ui/empty-state'
import { Facts } from '@/ui/facts'
import { Section } from '@/ui/section'
import { Table } from '@/ui/table'
import type { MinuteLine, MinutesScreen } from '../minutes'

type Names = { names: MinutesScreen['names'] }
type T = Awaited<ReturnType<typeof getTranslations>>

const text = (value: string | null | undefined) =>
  value && (
    <span className="whitespace-pre-line" dir="auto">
      {value}
    </span>
  )

/** What was decided, with everything that its outcome asked for. */
async function decisionFacts({ decision, conditions, objectUntil, form }: MinuteLine, names: Names['names']) {
  const t = await getTranslations()
  const { longDay } = await formats()
  const code = (list: string, value: string | null) => value && t(codeKey(list, value))
  const on = (value: string | null) => value && longDay(value)
  const condition = ({ condition, conditionBy, conditionOn }: MinuteLine['conditions'][number]) =>
    [condition, code('conditionBy', conditionBy), on(conditionOn)].filter(Boolean).join(' · ')
  return [
    ['outcome', <strong key="outcome">{t(codeKey('outcome', decision.outcome))}</strong>],
    ['municipality', decision.municipality && names.get(decision.municipality)],
    ['priority', code('priority', decision.priority)],
    ['contractForm', code('contractForm', decision.contractForm)],
    ['condition', text(conditions.map(condition).join('\n'))],
    ['ground', code('refusalGround', decision.ground)],
    ['housingForm', code('housingForm', decision.housingForm)],
    ['toRegion', decision.toRegion],
    ['until', on(decision.until)],
    ['followUpBy', code('followUpBy', decision.followUpBy)],
    ['validUntil', on(decision.validUntil)],
    ['reviewOn', on(decision.reviewOn)],
    ['deciders', decision.deciders.map((seat) => t(codeKey('seat', seat))).join(', ')],
    ['clientText', text(decision.clientText)],
    ['form', objectUntil ? t('minutes.besluit', { day: longDay(objectUntil) }) : t(`minutes.form.${form}`)],
  ] as const
}

/** Why, for whoever may read that: with who did not agree, and from which agreement the table deviated. */
async function reasonFacts({ notes, readySince }: MinuteLine, names: Names['names']) {
  const t = await getTranslations()
  const { longDay } = await formats()
  if (!notes) return []
  const { dissentBy, dissent, rule, deviation, exceptionUntil, readyThen, corrects, motivation } = notes
  const changed = readySince !== readyThen && readySince
  const then = readyThen ? [longDay(readyThen), changed && t('minutes.now', { day: longDay(changed) })] : null
  return [
    ['motivation', text(motivation)],
    ['dissent', dissent && text(`${names.get(dissentBy ?? '') ?? ''}: ${dissent}`)],
    ['rule', rule && t(codeKey('criterion', rule))],
    ['deviation', text(deviation)],
    ['exceptionUntil', exceptionUntil && longDay(exceptionUntil)],
    ['readyThen', then?.filter(Boolean).join(' · ')],
    ['corrects', text(corrects)],
  ] as const
}

async function Item({ line, names }: { line: MinuteLine } & Names) {
  const t = await getTranslations()
  const { longDay } = await formats()
  const own: readonly string[] = ['form']
  const facts = [...(await decisionFacts(line, names)), ...(await reasonFacts(line, names))].flatMap(
    ([name, value]) =>
      value ? [{ term: own.includes(name) ? t('minutes.formOf') : t(`fields.${name}.label`), value }] : [],
  )
  return (
    <Section
      title={<span dir="auto">{[line.name, line.number].filter(Boolean).join(', ')}</span>}
      aside={<AppLink href={paths.subject('case', line.caseId)}>{t('minutes.toCase')}</AppLink>}
    >
      {line.replaced.map(({ version, adoptedOn }) => (
        <p key={version} className="mb-3">
          {t('minutes.replaces', { day: longDay(adoptedOn ?? '') })}
        </p>
      ))}
      <Facts items={[...facts, { term: t('minutes.covenant'), value: String(line.covenantVersion) }]} />
    </Section>
  )
}

const saidBy = (t: T, action: Action, names: Names['names']) =>
  action.kind === 'turn'
    ? { what: t(`tasks.${action.what}.label`), who: names.get(action.by) ?? t('minutes.table') }
    : { what: action.what, who: action.by ? t(codeKey('conditionBy', action.by)) : '' }

/** Who must do what by when: conditions and open tasks, the first day on top. */
async function Actions({ screen: { lines, names } }: { screen: MinutesScreen }) {
  const t = await getTranslations()
  const { day } = await formats()
  const rows = lines
    .flatMap((line) => line.actions.map((action) => ({ action, line })))
    .sort((a, b) => ((a.action.on ?? '9') < (b.action.on ?? '9') ? -1 : 1))
    .map(({ action, line }, at) => {
      const { what, who } = saidBy(t, action, names)
      return {
        key: String(at),
        cells: {
          what: <span dir="auto">{what}</span>,
          case: <span className="whitespace-nowrap">{line.number}</span>,
          who,
          on: action.on ? day(action.on) : '',
        },
      }
    })
  const columns = [
    { key: 'what', label: t('minutes.what') },
    { key: 'case', label: t('list.number') },
    { key: 'who', label: t('minutes.who') },
    { key: 'on', label: t('minutes.by') },
  ]
  return (
    <Section title={t('minutes.actions')}>
      <Table
        caption={t('minutes.actions')}
        captionHidden
        columns={columns}
        rows={rows}
        empty={<p>{t('minutes.noActions')}</p>}
      />
    </Section>
  )
}

/** The minutes on screen and on paper: the meeting, each decision, and what is to be done. */
export async function Minutes({ screen }: { screen: MinutesScreen }) {
  const t = await getTranslations()
  const { longDay } = await formats()
  const { place, present, chairOn, secretaryOn, lines, names } = screen
  const items = [
    ['place', place],
    ['present', text(present)],
    ['adoptedChair', chairOn && longDay(chairOn)],
    ['adoptedSecretary', secretaryOn && longDay(secretaryOn)],
  ].flatMap(([name, value]) => (value ? [{ term: t(`tafel.${name}`), value }] : []))
  return (
    <div className="grid gap-8">
      <Section title={t('tafel.meeting')}>
        <Facts items={items} />
      </Section>
      {lines.map((line) => (
        <Item key={line.caseId} line={line} names={names} />
      ))}
      {lines.length === 0 && <EmptyState title={t('minutes.none')}>{t('minutes.noneHelp')}</EmptyState>}
      {lines.length > 0 && <Actions screen={screen} />}
    </div>
  )
}
