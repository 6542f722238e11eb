import { getTranslations } from 'next-intl/server'
import { isVideoLink } from '@/domain/tafel/video-link'
import { formats } from '@/i18n/format'
import { type Fact, Facts } from '@/ui/facts'
import { Section } from '@/ui/section'
import type { TafelScreen } from '../queries'

type Of = { tafel: TafelScreen }

/** When and where it meets. */
async function meetingFacts({ session, moves }: TafelScreen): Promise<Fact[]> {
  if (!session) return []
  const t = await getTranslations()
  const { longDay, time } = await formats()
  const { on, at, place, videoLink, minutes, note } = session
  const video = videoLink && isVideoLink(videoLink) && (
    <a href={videoLink} rel="noreferrer noopener">
      {t('tafel.videoOpen')}
    </a>
  )
  return [
    { term: t('tafel.on'), value: longDay(on) },
    ...moves.map(({ from, to, on }) => ({
      term: t('tafel.movedOn', { on: longDay(on) }),
      value: t('tafel.movedTo', { from: longDay(from), to: longDay(to) }),
    })),
    { term: t('tafel.time'), value: time(at) },
    { term: t('tafel.place'), value: place },
    ...(video ? [{ term: t('tafel.videoLink'), value: video }] : []),
    ...(minutes ? [{ term: t('tafel.lasts'), value: t('agenda.minutes', { n: minutes }) }] : []),
    ...(note ? [{ term: t('fields.note.label'), value: note }] : []),
  ]
}

/** Who was there, and who adopted its list. */
async function heldFacts({ seats, present, chairOn, secretaryOn }: TafelScreen): Promise<Fact[]> {
  const t = await getTranslations()
  const { longDay } = await formats()
  return [
    ...(seats.length
      ? [{ term: t('tafel.seats'), value: seats.map((s) => t(`codes.seat.${s}`)).join(', ') }]
      : []),
    ...(present
      ? [{ term: t('tafel.present'), value: <span className="whitespace-pre-line">{present}</span> }]
      : []),
    ...(chairOn ? [{ term: t('tafel.adoptedChair'), value: longDay(chairOn) }] : []),
    ...(secretaryOn ? [{ term: t('tafel.adoptedSecretary'), value: longDay(secretaryOn) }] : []),
  ]
}

/** When it was closed, and what was left. */
async function closedFacts({ closure }: TafelScreen): Promise<Fact[]> {
  if (!closure) return []
  const t = await getTranslations()
  const { longDay } = await formats()
  const { closedOn, lettersSent, remaining } = closure
  return [
    { term: t('tafel.closedOn'), value: longDay(closedOn) },
    { term: t('tafel.lettersSent'), value: t(`tafel.letters.${lettersSent ? 'yes' : 'no'}`) },
    ...(remaining ? [{ term: t('fields.remaining.label'), value: remaining }] : []),
  ]
}

/** Where and when, who was there, who adopted the list, and how it was closed. */
export async function TafelFacts({ tafel }: Of) {
  const t = await getTranslations('tafel')
  const items = [...(await meetingFacts(tafel)), ...(await heldFacts(tafel)), ...(await closedFacts(tafel))]
  return (
    <Section title={t('meeting')}>
      <Facts items={items} />
    </Section>
  )
}
