import { getTranslations } from 'next-intl/server'
import { DemoPeople } from '@/features/session/components/demo-people'
import { PasswordForm } from '@/features/session/components/password-form'
import { demoPeople } from '@/server/sign-in'
import { Notice } from '@/ui/notice'
import { PageTitle } from '@/ui/page-title'

type Props = { searchParams: Promise<{ out?: string }> }

export default async function LoginPage({ searchParams }: Props) {
  const t = await getTranslations('login')
  return (
    <div className="grid max-w-[60rem] gap-6">
      <PageTitle title={t('title')} lead={t('lead')} />
      {(await searchParams).out && <Notice tone="success">{t('signedOut')}</Notice>}
      <DemoPeople people={await demoPeople()} />
      <PasswordForm
        texts={{
          title: t('title'),
          error: (await getTranslations('form'))('error'),
          failed: t('failed'),
          email: t('email'),
          password: t('password'),
          submit: t('submit'),
          pending: t('pending'),
        }}
      />
    </div>
  )
}
