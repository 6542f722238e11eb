import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Minutes } from '@/features/tafel/components/minutes'
import { getMinutesScreen } from '@/features/tafel/minutes'
import { formats } from '@/i18n/format'
import { paths } from '@/paths'
import { LinkButton } from '@/ui/button'
import { PageTitle } from '@/ui/page-title'
import { PrintButton } from '@/ui/print-button'
import { Title } from '@/ui/title'

type Props = { params: Promise<{ id: string }> }

export default async function MinutesPage({ params }: Props) {
  const screen = await getMinutesScreen((await params).id)
  if (!screen) notFound()
  const t = await getTranslations('minutes')
  const { longDay } = await formats()
  const title = t('heading', { on: longDay(screen.on) })
  return (
    <>
      <Title text={title} />
      <PageTitle
        title={title}
        lead={t('lead')}
        actions={
          <>
            <PrintButton variant="primary">{t('print')}</PrintButton>
            <LinkButton href={paths.minutesFile(screen.id)} download="">
              {t('pdf')}
            </LinkButton>
            <LinkButton href={paths.subject('tafel', screen.id)}>{t('toTafel')}</LinkButton>
          </>
        }
      />
      <Minutes screen={screen} />
    </>
  )
}
