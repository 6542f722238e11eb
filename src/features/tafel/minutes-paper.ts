import 'server-only'
// The minutes on paper: what their reader reads of them on the screen, in the same words.
import type { Words } from '@/i18n/words'
import type { Block, PdfDescription } from '@/server/pdf/description'
import type { Made } from '@/server/pdf/made'
import { actionsOf, meetingOf, saidOf, titleOf } from './minute-words'
import type { MinuteLine, MinutesScreen } from './minutes'

const decisionOn = (line: MinuteLine, names: MinutesScreen['names'], { t, format }: Words): Block[] => [
  { kind: 'heading', level: 2, text: titleOf(line) },
  ...line.replaced.map(({ adoptedOn }): Block => {
    const text = t('minutes.replaces', { day: format.longDay(adoptedOn ?? '') })
    return { kind: 'paragraph', text }
  }),
  { kind: 'terms', items: saidOf(line, names, { t, format }) },
]

function actionsOn(screen: MinutesScreen, { t, format }: Words): Block[] {
  const rows = actionsOf(screen, { t, format }).map(({ what, number, who, on }) => [what, number, who, on])
  const labels: [string, number][] = [
    [t('minutes.what'), 5],
    [t('list.number'), 3],
    [t('minutes.who'), 3],
    [t('minutes.by'), 2],
  ]
  return [
    { kind: 'heading', level: 2, text: t('minutes.actions') },
    rows.length
      ? { kind: 'table', columns: labels.map(([label, share]) => ({ label, share })), rows }
      : { kind: 'paragraph', text: t('minutes.noActions') },
  ]
}

/** The minutes as they are printed. */
export function minutesOnPaper(screen: MinutesScreen, made: Made, words: Words): PdfDescription {
  const { t, format, language } = words
  const { lines, names, on } = screen
  const title = t('minutes.heading', { on: format.longDay(on) })
  const { name, organisation } = made
  const day = format.longDay(made.on)
  return {
    title,
    language,
    madeOn: made.on,
    sender: made.covenant,
    foot: t('pack.madeFor', { name, organisation, day, at: format.time(made.at) }),
    page: (page, pages) => t('pack.page', { page, pages }),
    blocks: [
      { kind: 'heading', level: 1, text: title },
      { kind: 'paragraph', text: t('minutes.lead') },
      { kind: 'heading', level: 2, text: t('tafel.meeting') },
      { kind: 'terms', items: meetingOf(screen, { t, format }) },
      ...lines.flatMap((line) => decisionOn(line, names, words)),
      ...(lines.length ? actionsOn(screen, words) : [{ kind: 'note' as const, text: t('minutes.none') }]),
    ],
  }
}
