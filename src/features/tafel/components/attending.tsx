import { getTranslations } from 'next-intl/server'
import { formats } from '@/i18n/format'
import { paths } from '@/paths'
import { AppLink } from '@/ui/app-link'
import { ItemList } from '@/ui/item-list'
import { Notice } from '@/ui/notice'
import { Section } from '@/ui/section'
import type { SessionScreen } from '../in-session'
import type { PresenceLine } from '../presence'
import { HoldForm } from './hold-form'

/** Whether the table may decide now, and who is missing when it may not. */
export async function Quorum({ missing }: { missing: readonly string[] }) {
  const t = await getTranslations()
  const { list } = await formats()
  if (!missing.length) return <p className="ui-quorum">{t('session.enough')}</p>
  const seats = list(missing.map((seat) => t(`codes.seat.${seat}`)))
  return <Notice tone="warning">{t('session.missing', { seats })}</Notice>
}

type Props = { tafel: string; line: PresenceLine }

async function Moving({ tafel, line: { seat, delegate, person, since } }: Props) {
  const t = await getTranslations()
  const step = since === null ? 'arrive' : 'leave'
  const who = person?.name ?? t(`codes.seat.${seat}`)
  return (
    <HoldForm
      tafel={tafel}
      page="session"
      step={step}
      fields={delegate ? { delegate } : { seat }}
      variant="quiet"
      label={t(`session.${step}Of`, { who })}
    >
      {t(`session.${step}`)}
    </HoldForm>
  )
}

/** Who is at the table now and who could come; with a button for each, for whoever leads it. */
export async function Attending({ screen: { id, stage, led } }: { screen: SessionScreen }) {
  if (!led || (stage !== 'inSession' && !led.present.length)) return null
  const t = await getTranslations()
  const { time } = await formats()
  // Whoever leads the table is told on top of the page that somebody is missing.
  const said = led.mayLead && led.missing.length > 0
  const counts = stage === 'inSession' && !said
  const items = led.present.map((line) => ({
    key: `${line.seat} ${line.delegate}`,
    title: line.person ? <span dir="auto">{line.person.name}</span> : t(`codes.seat.${line.seat}`),
    detail: line.person
      ? `${t(`codes.seat.${line.seat}`)} · ${line.person.organisation}`
      : t(line.delegate ? 'tafel.left' : 'session.unnamed'),
    meta: line.since === null ? t('session.away') : t('session.since', { at: time(line.since) }),
    status: led.mayLead && <Moving tafel={id} line={line} />,
  }))
  return (
    <div id="at-table">
      <Section
        title={t('session.atTable')}
        aside={
          led.mayLead && <AppLink href={paths.step('tafel', id, 'arrive')}>{t('session.other')}</AppLink>
        }
      >
        {counts && <Quorum missing={led.missing} />}
        <ItemList items={items} />
      </Section>
    </div>
  )
}
