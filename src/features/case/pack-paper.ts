import 'server-only'
// A case on the paper that goes along to a tafel: where the parties stand, what is to be done, and the facts.
import { codeKey } from '@/i18n/codes'
import { labelOf } from '@/i18n/labels'
import type { Words } from '@/i18n/words'
import type { Block, Term } from '@/server/pdf/description'
import type { Shown } from './file-queries'
import type { CaseInPack } from './pack-queries'
import { said } from './said'

const heading = (text: string): Block => ({ kind: 'heading', level: 3, text })

function positionsOn({ positions }: CaseInPack, { t }: Words): Block[] {
  if (!positions.length) return []
  const labels: [string, number][] = [
    [t('positions.party'), 2],
    [t('fields.position.label'), 2],
    [t('fields.positionReason.label'), 4],
  ]
  const rows = positions.map(({ organisation, spoke, said }) => [
    organisation,
    said ? t(`codes.position.${said.position}`) : t(spoke ? 'positions.hidden' : 'positions.none'),
    said?.reason ?? '',
  ])
  const together = positions.every(({ said }) => said !== null)
  return [
    heading(t('compartments.positions.title')),
    ...(together ? [] : [{ kind: 'paragraph' as const, text: t('positions.help') }]),
    { kind: 'table', columns: labels.map(([label, share]) => ({ label, share })), rows },
  ]
}

function decidedOn({ decided, conditions }: CaseInPack, { t, format }: Words): Block[] {
  if (!decided) return []
  const outcome = t(codeKey('outcome', decided.outcome))
  const items = conditions.map(({ condition, conditionBy, conditionOn }) =>
    [
      condition,
      conditionBy && t(codeKey('conditionBy', conditionBy)),
      conditionOn && format.longDay(conditionOn),
    ]
      .filter(Boolean)
      .join(' · '),
  )
  return [
    heading(t('pack.decided')),
    { kind: 'paragraph', text: t('letter.decidedOn', { outcome, day: format.longDay(decided.on) }) },
    ...(items.length ? [heading(t('pack.conditions')), { kind: 'list' as const, items }] : []),
  ]
}

const termsOf = (name: string, row: readonly Shown[], { t, format }: Words): Term[] =>
  row
    .filter(({ value }) => value !== null && value !== '')
    .map((shown) => ({ term: labelOf(t, name, shown.name), value: said(t, format, name, shown) }))

const factsOn = ({ facts }: CaseInPack, words: Words): Block[] =>
  facts.flatMap(({ name, rows }) => [
    heading(words.t(`compartments.${name}.title`)),
    ...rows.map((row): Block => ({ kind: 'terms', items: termsOf(name, row, words) })),
  ])

/** The case as blocks, below its own heading. */
export const caseOnPaper = (kase: CaseInPack, words: Words): Block[] =>
  kase.shielded
    ? [{ kind: 'note', text: words.t('pack.shielded') }]
    : [...positionsOn(kase, words), ...decidedOn(kase, words), ...factsOn(kase, words)]
