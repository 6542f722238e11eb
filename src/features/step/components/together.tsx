import { getTranslations } from 'next-intl/server'
import { formats } from '@/i18n/format'
import { paths } from '@/paths'
import { EmptyState } from '@/ui/empty-state'
import { Notice } from '@/ui/notice'
import { Table } from '@/ui/table'
import { Tag } from '@/ui/tag'
import type { TogetherRow, TogetherScreen } from '../together'
import { controlsOf } from './step-control'
import { TogetherForm } from './together-form'

/** Whom each case is about, by its id, as far as this person may know. */
export type Names = ReadonlyMap<string, string>

async function rowOf({ id, number, stage, refusal }: TogetherRow, names: Names) {
  const t = await getTranslations()
  const { inWords } = await formats()
  return {
    key: id,
    href: paths.subject('case', id),
    cells: {
      who: <span dir="auto">{names.get(id) ?? number}</span>,
      number: <span className="whitespace-nowrap">{number}</span>,
      stage: t(`stages.case.${stage}`),
      state: refusal ? (
        <>
          <Tag tone="warning">{t('selection.together.cannot')}</Tag>{' '}
          {refusal.reason === 'notAtThisStage'
            ? t('selection.together.otherStage')
            : t(`refusals.${refusal.reason}`, inWords(refusal.values))}
        </>
      ) : (
        <Tag tone="success">{t('selection.together.can')}</Tag>
      ),
    },
  }
}

type Props = { screen: TogetherScreen; names: Names }

/** Which of the cases the step can be taken on, and why not on the others. */
async function DryRun({ screen: { rows, missing }, names }: Props) {
  const t = await getTranslations()
  const not = rows.filter(({ refusal }) => refusal).length
  const columns = [
    { key: 'who', label: t('list.who') },
    { key: 'number', label: t('list.number') },
    { key: 'stage', label: t('list.stage') },
    { key: 'state', label: t('selection.together.state') },
  ]
  return (
    <>
      <p className="mb-3 font-semibold">
        {t('selection.together.dry', { n: rows.length - not, total: rows.length, not })}
      </p>
      {missing > 0 && <Notice tone="info">{t('selection.together.missing', { n: missing })}</Notice>}
      <Table
        caption={t('selection.together.caption')}
        captionHidden
        columns={columns}
        rows={await Promise.all(rows.map((row) => rowOf(row, names)))}
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
  const able = screen.rows.filter(({ refusal }) => !refusal)
  return (
    <TogetherForm
      step={screen.step}
      on={able.map(({ id, version, key }) => ({ id, version, key }))}
      names={Object.fromEntries(
        screen.rows.map(({ id, number }) => [id, [names.get(id), number].filter(Boolean).join(', ')]),
      )}
      controls={await controlsOf({ step: screen.step, file: false }, screen.fields)}
      texts={await textsOf(t(`selection.together.steps.${screen.step}`), able.length)}
    >
      <DryRun screen={screen} names={names} />
    </TogetherForm>
  )
}
