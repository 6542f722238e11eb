import { getTranslations } from 'next-intl/server'
import { codeKey } from '@/i18n/codes'
import { formats } from '@/i18n/format'
import { labelOf } from '@/i18n/labels'
import { paths } from '@/paths'
import type { Access } from '@/server/emergency'
import { ButtonRow, LinkButton } from '@/ui/button'
import { Facts } from '@/ui/facts'
import { ItemList } from '@/ui/item-list'
import { Notice } from '@/ui/notice'
import { Section } from '@/ui/section'
import { Tag } from '@/ui/tag'
import type { EmergencyScreen } from '../queries'

/** What can be done now: read and stop for who opened it, judge for the privacy officer. */
export async function NowInEmergency({
  screen: { id, access, review, mayReview },
}: {
  screen: EmergencyScreen
}) {
  const t = await getTranslations()
  const { time } = await formats()
  if (access.mine && access.running)
    return (
      <Notice tone="danger" title={t('emergency.until', { time: time(access.until) })}>
        <p>{t('emergency.watched', { reviewer: access.reviewer ?? '' })}</p>
        <div className="mt-3">
          <ButtonRow>
            <LinkButton href={paths.file(access.caseId)} variant="primary">
              {t('emergency.read')}
            </LinkButton>
            <LinkButton href={paths.step('emergency', id, 'endEmergency')}>{t('emergency.stop')}</LinkButton>
          </ButtonRow>
        </div>
      </Notice>
    )
  if (mayReview)
    return (
      <Notice tone="warning" title={t('emergency.yourReview')}>
        <p>{t('emergency.yourReviewHelp')}</p>
        <div className="mt-3">
          <ButtonRow>
            <LinkButton href={paths.step('emergency', id, 'reviewEmergency')} variant="primary">
              {t('steps.reviewEmergency.label')}
            </LinkButton>
          </ButtonRow>
        </div>
      </Notice>
    )
  if (review) return null
  return <Notice tone="info">{t('emergency.waits', { reviewer: access.reviewer ?? '' })}</Notice>
}

/** Who opened which case, when, and why. */
export async function EmergencyFacts({ screen: { access, opening } }: { screen: EmergencyScreen }) {
  const t = await getTranslations()
  const { longDay, time } = await formats()
  const { person, role, organisation, day, since, until } = access
  return (
    <Section title={t('compartments.opening.title')}>
      <Facts
        items={[
          { term: labelOf(t, 'opening', 'caseNumber'), value: opening.caseNumber },
          {
            term: labelOf(t, 'opening', 'openedBy'),
            value: t('story.by', { person, role: t(`roles.${role}`), organisation }),
          },
          {
            term: t('emergency.when'),
            value: t('emergency.between', { day: longDay(day), since: time(since), until: time(until) }),
          },
          {
            term: labelOf(t, 'opening', 'reason'),
            value: t(codeKey('emergencyReason', opening.reason)),
          },
          {
            term: labelOf(t, 'opening', 'why'),
            value: (
              <span className="whitespace-pre-line" dir="auto">
                {opening.why}
              </span>
            ),
          },
        ]}
      />
    </Section>
  )
}

/** What was opened meanwhile: the names of the groups, never what they hold. */
export async function OpenedFacts({ opened }: { opened: EmergencyScreen['opened'] }) {
  const t = await getTranslations()
  const { time } = await formats()
  if (!opened) return null
  const items = opened.map(({ object, first, last, times }) => ({
    key: object,
    title: t(`compartments.${object}.title`),
    meta: first === last ? time(first) : t('emergency.fromTo', { first: time(first), last: time(last) }),
    detail: t('emergency.times', { n: times }),
  }))
  return (
    <Section title={t('emergency.opened')}>
      <ItemList items={items} empty={<p>{t('emergency.nothingOpened')}</p>} />
    </Section>
  )
}

/** What the privacy officer found. */
export async function ReviewFacts({ review }: { review: EmergencyScreen['review'] }) {
  const t = await getTranslations()
  const { longDay } = await formats()
  if (!review) return null
  return (
    <Section title={t('compartments.review.title')}>
      <Facts
        items={[
          { term: labelOf(t, 'review', 'outcome'), value: t(codeKey('reviewOutcome', review.outcome)) },
          { term: labelOf(t, 'review', 'reviewedOn'), value: longDay(review.reviewedOn) },
          {
            term: labelOf(t, 'review', 'findings'),
            value: (
              <span className="whitespace-pre-line" dir="auto">
                {review.findings}
              </span>
            ),
          },
        ]}
      />
    </Section>
  )
}

/** The emergencies that wait for the judgement of this privacy officer; nothing when there are none. */
export async function ReviewsPart({ reviews }: { reviews: readonly Access[] }) {
  const t = await getTranslations()
  const { longDay, time } = await formats()
  if (!reviews.length) return null
  const items = reviews.map(({ id, number, person, role, organisation, day, since, until, running }) => ({
    key: id,
    title: t('emergency.toReview', { number }),
    href: paths.subject('emergency', id),
    meta: t('emergency.between', { day: longDay(day), since: time(since), until: time(until) }),
    detail: t('story.by', { person, role: t(`roles.${role}`), organisation }),
    status: running ? <Tag tone="danger">{t('emergency.running')}</Tag> : null,
  }))
  return (
    <Section title={t('emergency.reviews')}>
      <ItemList items={items} />
    </Section>
  )
}
