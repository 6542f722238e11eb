import 'server-only'
// The meeting pack on paper: the agenda, and each case that its reader has a part in on pages of its own.
import { daysBetween } from '@/domain/kernel/days'
import type { Words } from '@/i18n/words'
import type { Block, PdfDescription } from '@/server/pdf/description'
import type { Pack, PackLine } from './pack'

/** What the agenda tells of a case, and the case itself as blocks. */
type Shown = { readonly who: string | null; readonly shielded: boolean; readonly readySince: string | null }
type OnPaper<C> = (kase: C, words: Words) => Block[]

function agendaOf<C extends Shown>({ lines, on }: Pack<C>, { t }: Words): Block[] {
  const cells = ({ place, number, minutes, kase }: PackLine<C>) => [
    String(place),
    number ?? '',
    kase ? (kase.who ?? '') : t('pack.notYours'),
    kase?.readySince ? t('list.days', { n: Math.max(0, daysBetween(kase.readySince, on)) }) : '',
    minutes === null ? '' : String(minutes),
  ]
  const labels: [string, number][] = [
    [t('pack.place'), 1],
    [t('list.number'), 3],
    [t('list.who'), 4],
    [t('list.ready'), 3],
    [t('pack.minutes'), 2],
  ]
  return [
    { kind: 'heading', level: 2, text: t('tafel.agenda') },
    lines.length
      ? { kind: 'table', columns: labels.map(([label, share]) => ({ label, share })), rows: lines.map(cells) }
      : { kind: 'paragraph', text: t('tafel.noItems') },
  ]
}

function caseOf<C extends Shown>(line: PackLine<C>, words: Words, onPaper: OnPaper<C>): Block[] {
  if (!line.kase) return []
  const { t } = words
  const name = t('pack.case', { place: line.place, number: line.number ?? '' })
  const text = [name, line.kase.who].filter(Boolean).join(', ')
  return [{ kind: 'pageBreak' }, { kind: 'heading', level: 2, text }, ...onPaper(line.kase, words)]
}

/** The pack as it is printed. `onPaper` writes what is known of one case. */
export function packOnPaper<C extends Shown>(
  pack: Pack<C>,
  words: Words,
  onPaper: OnPaper<C>,
): PdfDescription {
  const { t, format, language } = words
  const { on, at, where, note, until, made, covenant } = pack
  const title = t('pack.title', { on: format.longDay(on) })
  const meeting = [
    { term: t('tafel.on'), value: `${format.nameOfDay(on)} ${format.longDay(on)}` },
    { term: t('tafel.time'), value: format.time(at) },
    { term: t('tafel.place'), value: where },
    ...(note ? [{ term: t('fields.note.label'), value: note }] : []),
  ]
  const { name, organisation } = made
  const madeFor = t('pack.madeFor', {
    name,
    organisation,
    day: format.longDay(made.on),
    at: format.time(made.at),
  })
  const valid = t('pack.valid', { until: format.longDay(until) })
  return {
    title,
    language,
    madeOn: made.on,
    sender: covenant,
    foot: `${valid}\n${madeFor}`,
    page: (page, pages) => t('pack.page', { page, pages }),
    blocks: [
      { kind: 'heading', level: 1, text: title },
      { kind: 'note', text: valid },
      { kind: 'paragraph', text: t('pack.lead') },
      { kind: 'terms', items: meeting },
      ...agendaOf(pack, words),
      ...pack.lines.flatMap((line) => caseOf(line, words, onPaper)),
    ],
  }
}
