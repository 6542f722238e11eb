import { getTranslations } from 'next-intl/server'
import { InvitationForm } from '@/features/session/components/password-form'
import { invitedName, PASSWORD_MIN } from '@/server/sign-in'
import { PageTitle } from '@/ui/page-title'
import { Title } from '@/ui/title'

type Props = { params: Promise<{ token: string }> }

export default async function InvitationPage({ params }: Props) {
  const { token } = await params
  const t = await getTranslations('invitation')
  const name = await invitedName(token)
  return (
    <div className="grid max-w-[44rem] gap-6">
      {name ? (
        <>
          <PageTitle title={t('title')} lead={t('lead', { name, min: PASSWORD_MIN })} />
          <InvitationForm
            token={token}
            texts={{
              title: t('title'),
              error: (await getTranslations('form'))('error'),
              failed: t('title'),
              password: t('password'),
              submit: t('submit'),
              pending: t('pending'),
            }}
          />
        </>
      ) : (
        <>
          <Title text={t('used')} />
          <PageTitle title={t('used')} lead={t('usedHelp')} />
        </>
      )}
    </div>
  )
}
