import { getTranslations } from 'next-intl/server'
import { PageHelp } from '@/features/help/components/page-help'
import { AnswerByLink } from '@/features/offer/components/answer-by-link'
import { VisitorFrame } from '@/features/session/components/visitor-frame'
import { PageTitle } from '@/ui/page-title'
import { Title } from '@/ui/title'

type Props = { params: Promise<{ token: string }> }

export default async function AnswerPage({ params }: Props) {
  const { token } = await params
  const t = await getTranslations('byLink')
  return (
    <VisitorFrame help={<PageHelp visitor />}>
      <div className="grid max-w-[44rem] gap-6">
        <Title text={t('title')} />
        <PageTitle title={t('title')} lead={t('lead')} />
        <AnswerByLink token={token} />
      </div>
    </VisitorFrame>
  )
}
