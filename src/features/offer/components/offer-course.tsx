import { getTranslations } from 'next-intl/server'
import { formats } from '@/i18n/format'
import { Facts } from '@/ui/facts'
import { Section } from '@/ui/section'
import type { OfferScreen } from '../queries'

/** Each appointment once: made, or what came of it. */
const appointments = (viewings: NonNullable<OfferScreen['course']['viewings']>) =>
  viewings.filter((one, at) => one.viewOutcome || !viewings[at + 1]?.viewOutcome)

/** How the offer went: told, seen, judged, withdrawn; and how often nobody came. */
export async function OfferCourse({ course, answer }: Pick<OfferScreen, 'course' | 'answer'>) {
  const t = await getTranslations()
  const { longDay } = await formats()
  const { informed, viewings, judgements, withdrawal } = course
  const items = [
    informed && {
      term: t('offer.told'),
      value: `${longDay(informed.toldOn)} · ${t(`codes.wayToTell.${informed.toldHow}`)}`,
    },
    ...appointments(viewings ?? []).map(({ viewOn, viewAt, viewOutcome }) => ({
      term: t('offer.viewing', { on: longDay(viewOn), at: viewAt }),
      value: viewOutcome ? t(`codes.viewingOutcome.${viewOutcome}`) : t('offer.toCome'),
    })),
    answer?.helped && { term: t('fields.helped.label'), value: t(`codes.helper.${answer.helped}`) },
    ...(judgements ?? []).map(({ judgement, motivation }) => ({
      term: t(`codes.refusalJudgement.${judgement}`),
      value: <span dir="auto">{motivation}</span>,
    })),
    withdrawal && {
      term: t('fields.withdrawnWhy.label'),
      value: t(`codes.withdrawal.${withdrawal.withdrawnWhy}`),
    },
  ].filter((item) => !!item)
  if (!items.length) return null
  return (
    <Section title={t('offer.course')}>
      <Facts items={items} />
    </Section>
  )
}
