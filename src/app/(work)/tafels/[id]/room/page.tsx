import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { CaseAtTable } from '@/features/case/components/at-table'
import { getHeardAtTable } from '@/features/case/table-queries'
import { Room } from '@/features/tafel/components/room'
import { reasons } from '@/features/tafel/hold'
import { getRoomScreen } from '@/features/tafel/in-session'
import { Notice } from '@/ui/notice'
import { Title } from '@/ui/title'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ not?: string }> }

export default async function RoomPage({ params, searchParams }: Props) {
  const screen = await getRoomScreen((await params).id)
  if (!screen) notFound()
  const { inHand } = screen
  const kase = inHand?.heard ? await getHeardAtTable(screen.id, inHand.item) : null
  const t = await getTranslations()
  const { not } = await searchParams
  const reason = reasons.find((one) => one === not)
  return (
    <>
      <Title text={t('room.title')} />
      {reason && <Notice tone="warning">{t(`session.not.${reason}`)}</Notice>}
      <Room screen={screen} who={kase?.who ?? null}>
        {kase && <CaseAtTable screen={kase} />}
      </Room>
    </>
  )
}
