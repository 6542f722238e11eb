import { getTranslations } from 'next-intl/server'
import { DemoPeople } from '@/features/session/components/demo-people'
import { PasswordForm } from '@/features/session/components/password-form'
import { ownPath, paths } from '@/paths'
import { demoPeople } from '@/server/sign-in'
import { Notice } from '@/ui/notice'
import { PageTitle } from '@/ui/page-title'

type Asked = { out?: string; next?: string; lost?: string }
type Props = { searchParams: Promise<Asked> }

/** Why somebody finds this page instead of what they asked for. */
async function Why({ out, next, lost }: Asked) {
  const t = await getTranslations('login')
  if (lost) return <Notice tone="warning">{t('lost')}</Notice>
  if (out)
    return (
      <Notice tone="success" title={t('signedOut')}>
        {t('shared')}
      </Notice>
    )
  return ownPath(next) === paths.work ? null : <Notice tone="info">{t('goesOn')}</Notice>
}

export default async function LoginPage({ searchParams }: Props) {
  const t = await getTranslations('login')
  const asked = await searchParams
  const next = ownPath(asked.next)
  return (
    <div className="grid max-w-[60rem] gap-6">
      <PageTitle title={t('title')} lead={t('lead')} />
      <Why {...asked} />
      <DemoPeople people={await demoPeople()} next={next} />
      <PasswordForm
        next={next}
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
