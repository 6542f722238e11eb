import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { getAgendaScreen } from '@/features/tafel/agenda'
import { reasons } from '@/features/tafel/arrange'
import { Arranging } from '@/features/tafel/components/arranging'
import { NotReadyCases, Proposal } from '@/features/tafel/components/proposal'
import { formats } from '@/i18n/format'
import { paths } from '@/paths'
import { AppLink } from '@/ui/app-link'
import { Notice } from '@/ui/notice'
import { PageTitle } from '@/ui/page-title'
import { Title } from '@/ui/title'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ not?: string }> }

export default async function AgendaPage({ params, searchParams }: Props) {
  const screen = await getAgendaScreen((await params).id)
  if (!screen) notFound()
  const t = await getTranslations('agenda')
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
      <PageTitle
        title={title}
        lead={t('time', { taken: screen.taken, capacity: screen.capacity, perCase: screen.perCase })}
      />
      {reason && <Notice tone="warning">{t(`not.${reason}`)}</Notice>}
      <div className="grid gap-8">
        <Arranging screen={screen} />
        {screen.proposal && <Proposal screen={screen} proposal={screen.proposal} />}
        {screen.proposal && <NotReadyCases screen={screen} />}
      </div>
    </>
  )
}
