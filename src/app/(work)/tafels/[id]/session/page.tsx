import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { CaseAtTable } from '@/features/case/components/at-table'
import { getOwnAtTable, type TableScreen } from '@/features/case/table-queries'
import { Attending } from '@/features/tafel/components/attending'
import { InHandNow } from '@/features/tafel/components/following'
import { Leading, Steering } from '@/features/tafel/components/leading'
import { RoomKeys } from '@/features/tafel/components/room-keys'
import { reasons } from '@/features/tafel/hold'
import { getSessionScreen, type SessionScreen } from '@/features/tafel/in-session'
import { formats } from '@/i18n/format'
import { paths } from '@/paths'
import { AppLink } from '@/ui/app-link'
import { Columns } from '@/ui/columns'
import { Notice } from '@/ui/notice'
import { PageTitle } from '@/ui/page-title'
import { Title } from '@/ui/title'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ not?: string }> }

type TableProps = { screen: SessionScreen; kase: TableScreen | null }

/** The case in hand first; beside it, for the regie, who sits there and what else is on the agenda. */
function AtTable({ screen, kase }: TableProps) {
  const inHand = (
    <>
      <InHandNow screen={screen} who={kase?.who ?? null} />
      {kase && <CaseAtTable screen={kase} />}
    </>
  )
  if (!screen.led) return inHand
  const beside = (
    <>
      <Attending screen={screen} />
      <Leading screen={screen} />
    </>
  )
  return <Columns aside={beside}>{inHand}</Columns>
}

export default async function SessionPage({ params, searchParams }: Props) {
  const screen = await getSessionScreen((await params).id)
  if (!screen) notFound()
  const kase = screen.following?.caseId ? await getOwnAtTable(screen.following.caseId) : null
  const t = await getTranslations('session')
  const { longDay } = await formats()
  const { not } = await searchParams
  const reason = reasons.find((one) => one === not)
  const title = t('heading', { on: longDay(screen.on) })
  return (
    <>
      <Title text={title} />
      <p className="mb-4">
        <AppLink href={paths.subject('tafel', screen.id)}>{t('toTafel')}</AppLink>
      </p>
      <PageTitle title={title} lead={t('lead')} />
      {reason && <Notice tone="warning">{t(`not.${reason}`)}</Notice>}
      <Steering screen={screen} />
      <AtTable screen={screen} kase={kase} />
      {screen.led?.mayLead && <RoomKeys />}
    </>
  )
}
