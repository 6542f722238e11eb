import { getTranslations } from 'next-intl/server'
import { formats } from '@/i18n/format'
import type { WithdrawalScreen } from '@/server/offers/follows'
import { Section } from '@/ui/section'

/** The tasks that end, each with whose it was and until when. */
async function Ends({ ends }: Pick<WithdrawalScreen, 'ends'>) {
  const t = await getTranslations()
  const { longDay } = await formats()
  return ends.map(({ task, holder, dueOn }) => (
    <li key={task}>
      {t('offer.follows.ends', { task: t(`tasks.${task}.label`), holder, until: longDay(dueOn) })}
    </li>
  ))
}

/** What follows when an offer is withdrawn, before anybody presses the button. */
export async function OfferWithdrawal({ follows }: { follows: WithdrawalScreen | null }) {
  const t = await getTranslations()
  if (!follows) return null
  const { ends, opens, next, byItself, othersGoOn } = follows
  const after = next === null ? 'nobody' : byItself ? 'byItself' : 'byOfficer'
  return (
    <Section title={t('offer.follows.title')}>
      <ul className="grid list-disc gap-2 pl-5">
        <Ends ends={ends} />
        {opens.map((task) => (
          <li key={task}>{t('offer.follows.opens', { task: t(`tasks.${task}.label`) })}</li>
        ))}
        {othersGoOn ? (
          <li>{t('offer.follows.othersGoOn')}</li>
        ) : (
          <>
            <li>{t(`offer.follows.${after}`, { pseudonym: next ?? '' })}</li>
            <li>{t('offer.follows.aboutTheHome')}</li>
          </>
        )}
      </ul>
    </Section>
  )
}

/** What follows when a home is taken back. */
export async function HomeWithdrawal({ follows }: { follows: WithdrawalScreen | null }) {
  const t = await getTranslations()
  if (!follows || (!follows.ends.length && !follows.reserved)) return null
  return (
    <Section title={t('offer.follows.title')}>
      <ul className="grid list-disc gap-2 pl-5">
        <Ends ends={follows.ends} />
        {follows.reserved > 0 && <li>{t('offer.follows.reserveEnds', { n: follows.reserved })}</li>}
      </ul>
    </Section>
  )
}
