import { getTranslations } from 'next-intl/server'
import { formats } from '@/i18n/format'
import { paths } from '@/paths'
import { LinkButton } from '@/ui/button'
import { Facts } from '@/ui/facts'
import { Notice } from '@/ui/notice'
import { Section } from '@/ui/section'
import type { OfferScreen } from '../queries'

type Props = Pick<OfferScreen, 'id' | 'clientWord' | 'steps' | 'linkOut'>

/** What the client said by a link, for the mentor who confirms it; or that a link is out. */
export async function ClientWord({ id, clientWord, steps, linkOut }: Props) {
  const t = await getTranslations()
  const { longDay } = await formats()
  const last = clientWord?.at(-1)
  if (linkOut) return <Notice tone="info">{t('byLink.out', linkOut)}</Notice>
  if (!last) return null
  const { word, reason, helped, recordedOn } = last
  const step = word === 'ja' ? 'acceptOffer' : 'refuseOffer'
  const asked = new URLSearchParams({ ...(reason && { reason }), ...(helped && { helped }) })
  const items = [
    { term: t('fields.word.label'), value: t(`codes.clientWord.${word}`) },
    ...(reason ? [{ term: t('fields.reason.label'), value: t(`codes.offerRefusal.${reason}`) }] : []),
    ...(helped ? [{ term: t('fields.helped.label'), value: t(`codes.helper.${helped}`) }] : []),
    { term: t('byLink.on'), value: longDay(recordedOn) },
  ]
  return (
    <Section title={t('compartments.clientWord.title')}>
      <Facts items={items} />
      {steps.some(({ name, refusal }) => name === step && !refusal) && (
        <p className="mt-4">
          <LinkButton href={`${paths.step('offer', id, step)}?${asked}`} variant="primary">
            {t('byLink.confirm')}
          </LinkButton>
        </p>
      )}
    </Section>
  )
}
