import { getTranslations } from 'next-intl/server'
import { confirms } from '@/domain/worklist/together'
import { codeKey } from '@/i18n/codes'
import { formats } from '@/i18n/format'
import { paths } from '@/paths'
import { EmptyState } from '@/ui/empty-state'
import { Notice } from '@/ui/notice'
import { Table } from '@/ui/table'
import { Tag } from '@/ui/tag'
import type { Stated, TogetherRow, TogetherScreen } from '../together'
import { Shares, SpreadAgain, SpreadLine } from './spread'
import { controlsOf } from './step-control'
import { TogetherForm } from './together-form'

/** Whom each case is about, by its id, as far as this person may know. */
type Names = ReadonlyMap<string, string>

/** Whether the step can be taken on a case, and why not. */
async function Possible({ refusal }: Pick<TogetherRow, 'refusal'>) {
  const t = await getTranslations()
  const { inWords } = await formats()
  if (!refusal) return <Tag tone="success">{t('selection.together.can')}</Tag>
  return (
    <>
      <Tag tone="warning">{t('selection.together.cannot')}</Tag>{' '}
      {refusal.reason === 'notAtThisStage'
        ? t('selection.together.otherStage')
        : t(`refusals.${refusal.reason}`, inWords(refusal.values))}
    </>
  )
}

/** What the file says of a client: where, since when, and by which contract and support. */
async function statedOf({ stated, statedSince, statedForm, statedLevel }: Stated) {
  const t = await getTranslations()
  const { longDay } = await formats()
  return [
    t(codeKey('statedStage', stated)),
    statedSince && t('selection.confirm.since', { day: longDay(statedSince) }),
    statedForm && t(codeKey('contractForm', statedForm)),
    statedLevel && t(codeKey('supportLevel', statedLevel)),
  ]
    .filter(Boolean)
    .join(' · ')
}

type Props = { screen: TogetherScreen; names: Names }

async function rowOf(row: TogetherRow, { screen, names }: Props) {
  const t = await getTranslations()
  const { id, number, stage, refusal, holder, stated } = row
  const who = names.get(id) ?? number
  return {
    key: id,
    href: paths.subject('case', id),
    cells: {
      who: <span dir="auto">{who}</span>,
      number: <span className="whitespace-nowrap">{number}</span>,
      stage: t(`stages.case.${stage}`),
      holder: <span dir="auto">{holder}</span>,
      stated: stated ? await statedOf(stated) : '',
      state:
        screen.spread && !refusal ? (
          <SpreadLine id={id} who={who} spread={screen.spread} />
        ) : (
          <Possible refusal={refusal} />
        ),
    },
  }
}

async function columnsOf({ spread, step }: TogetherScreen) {
  const t = await getTranslations()
  return [
    { key: 'who', label: t('list.who') },
    { key: 'number', label: t('list.number') },
    { key: 'stage', label: t('list.stage') },
    ...(spread ? [{ key: 'holder', label: t('selection.spread.holder') }] : []),
    ...(confirms(step) ? [{ key: 'stated', label: t('selection.confirm.stated') }] : []),
    { key: 'state', label: t(spread ? 'selection.spread.to' : 'selection.together.state') },
  ]
}

/** Which of the cases the step can be taken on, and why not on the others. */
async function DryRun(props: Props) {
  const { rows, missing, spread, grave } = props.screen
  const t = await getTranslations()
  const not = rows.filter(({ refusal }) => refusal).length
  return (
    <>
      <p className="mb-3 font-semibold">
        {t('selection.together.dry', { n: rows.length - not, total: rows.length, not })}
      </p>
      {missing > 0 && <Notice tone="info">{t('selection.together.missing', { n: missing })}</Notice>}
      {grave && rows.length > not && <Notice tone="warning">{t('selection.confirm.cannotUndo')}</Notice>}
      {spread && rows.length > not && <Shares {...spread} />}
      <Table
        caption={t('selection.together.caption')}
        captionHidden
        columns={await columnsOf(props.screen)}
        rows={await Promise.all(rows.map((row) => rowOf(row, props)))}
        empty={
          <EmptyState title={t('selection.together.none')}>{t('selection.together.noneHelp')}</EmptyState>
        }
      />
    </>
  )
}

async function textsOf(label: string, n: number) {
  const t = await getTranslations()
  return {
    title: label,
    yes: t('form.yes'),
    no: t('form.no'),
    choose: t('form.choose'),
    none: t('form.none'),
    example: t('form.dateExample'),
    error: t('form.error'),
    summary: t('form.summary'),
    refused: t('form.refused'),
    signedOut: t('form.signedOut'),
    signIn: t('form.signIn'),
    signInAt: paths.login,
    pending: t('form.pending'),
    submit: t('selection.together.submit', { step: label, n }),
    results: t('selection.together.results'),
    undo: t('selection.together.undo'),
  }
}

/** One step on several cases: what it would do, its form, and afterwards what became of each. */
export async function Together({ screen, names }: Props) {
  const t = await getTranslations()
  const { step, rows, spread, fields } = screen
  const able = rows.filter(({ refusal }) => !refusal)
  // Over nobody nothing is spread: first somebody takes part.
  const on = spread?.proposal.size === 0 ? [] : able
  return (
    <>
      {spread && <SpreadAgain cases={rows.map(({ id }) => id)} />}
      <TogetherForm
        step={step}
        on={on.map(({ id, version, key }) => ({ id, version, key }))}
        names={Object.fromEntries(
          rows.map(({ id, number }) => [id, [names.get(id), number].filter(Boolean).join(', ')]),
        )}
        controls={await controlsOf({ step, file: false }, fields)}
        texts={
          await textsOf(
            t(spread ? 'selection.spread.offer' : `selection.together.steps.${step}`),
            able.length,
          )
        }
      >
        {spread && <input type="hidden" name="spread" value="yes" />}
        <DryRun screen={screen} names={names} />
      </TogetherForm>
    </>
  )
}
