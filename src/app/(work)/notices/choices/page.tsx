import { getTranslations } from 'next-intl/server'
import { CalendarLink } from '@/features/notices/components/calendar-link'
import { Choices } from '@/features/notices/components/choices'
import { getChoicesScreen } from '@/features/notices/queries'
import { paths } from '@/paths'
import { LinkButton } from '@/ui/button'
import { Notice } from '@/ui/notice'
import { PageTitle } from '@/ui/page-title'
import { Title } from '@/ui/title'

type Props = { searchParams: Promise<{ kept?: string }> }

export default async function MailChoicesPage({ searchParams }: Props) {
  const screen = await getChoicesScreen()
  const { kept } = await searchParams
  const t = await getTranslations()
  return (
    <>
      <Title text={t('mailChoice.title')} />
      <PageTitle
        title={t('mailChoice.title')}
        lead={t('mailChoice.lead')}
        actions={<LinkButton href={paths.notices}>{t('mailChoice.back')}</LinkButton>}
      />
      {kept && (
        <Notice tone="success" live>
          {t('mailChoice.kept')}
        </Notice>
      )}
      <Choices {...screen} />
      <CalendarLink {...screen} />
    </>
  )
}
