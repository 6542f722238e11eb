import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { demoAction } from '@/features/session/actions'
import { PasswordForm } from '@/features/session/components/password-form'
import { demoPeople } from '@/server/sign-in'
import { Button } from '@/ui/button'
import { Disclosure } from '@/ui/disclosure'
import { Notice } from '@/ui/notice'
import { PageTitle } from '@/ui/page-title'
import { Section } from '@/ui/section'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations('login'))('title') })

async function DemoPeople() {
  const t = await getTranslations()
  const people = await demoPeople()
  if (!people.length) return null
  const groups = Map.groupBy(people, (p) => `${p.covenant} · ${p.organisation}`)
  return (
    <Section title={t('login.demoTitle')}>
      <p className="mb-4">{t('login.demoLead')}</p>
      <form action={demoAction} className="grid gap-2">
        {[...groups].map(([group, members], i) => (
          <Disclosure key={group} summary={group} open={i === 0}>
            <ul className="flex flex-wrap gap-2">
              {members.map((p) => (
                <li key={p.account_id + p.role}>
                  <Button type="submit" variant="secondary" name="account" value={p.account_id}>
                    {t('login.demoAs', { name: p.name, role: t(`roles.${p.role}`) })}
                  </Button>
                </li>
              ))}
            </ul>
          </Disclosure>
        ))}
      </form>
    </Section>
  )
}

type Props = { searchParams: Promise<{ out?: string }> }

export default async function LoginPage({ searchParams }: Props) {
  const t = await getTranslations('login')
  return (
    <main id="main" className="mx-auto grid max-w-[60rem] gap-6 p-6">
      <PageTitle title={t('title')} lead={t('lead')} />
      {(await searchParams).out && <Notice tone="success">{t('signedOut')}</Notice>}
      <DemoPeople />
      <PasswordForm texts={{ failed: t('failed'), email: t('email'), password: t('password'), submit: t('submit'), pending: t('pending') }} />
    </main>
  )
}
