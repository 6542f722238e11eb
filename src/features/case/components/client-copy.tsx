import { getTranslations } from 'next-intl/server'
import { formats } from '@/i18n/format'
import { paths } from '@/paths'
import { AppLink } from '@/ui/app-link'
import { LinkButton } from '@/ui/button'
import { Notice } from '@/ui/notice'
import { PageTitle } from '@/ui/page-title'
import { PrintButton } from '@/ui/print-button'
import { Section } from '@/ui/section'
import { SignatureLines } from '@/ui/signature-lines'
import type { CopyScreen } from '../copy-queries'
import type { CaseHead } from '../on-case'
import { Compartment, Ledger } from './file-sections'

/** The way to the copy, for who answers to the client. */
export async function ForClient({ head }: { head: CaseHead }) {
  const t = await getTranslations('copy')
  if (!head.sharing) return null
  return (
    <p className="mb-4">
      <AppLink href={paths.copy(head.id)}>{t('open')}</AppLink>
    </p>
  )
}

/** What is kept about a client, on paper, in the order of the form; with what they can do about it, and lines to sign on. */
export async function ClientCopy({ screen }: { screen: CopyScreen }) {
  const t = await getTranslations('copy')
  const { longDay } = await formats()
  const { head, day, organisation, privacyContact, compartments, ledger } = screen
  return (
    <>
      <PageTitle
        title={t('title')}
        kicker={head.number}
        lead={t('lead', { name: head.name ?? '', organisation, day: longDay(day) })}
        actions={
          <>
            <PrintButton variant="primary">{t('print')}</PrintButton>
            <LinkButton href={paths.file(head.id)}>{t('back')}</LinkButton>
          </>
        }
      />
      {compartments.map((c) => (
        <Compartment key={c.name} compartment={c}>
          {c.name === 'consents' ? <Ledger caseId={head.id} recipients={ledger} /> : undefined}
        </Compartment>
      ))}
      <Section title={t('rights')}>
        <ul className="grid gap-2">
          <li>{t('correct')}</li>
          <li>{t('withdraw')}</li>
          <li>{t('whoLooked')}</li>
          <li>{privacyContact ? t('complainTo', { contact: privacyContact }) : t('complain')}</li>
        </ul>
      </Section>
      <Notice tone="info">{t('notIn')}</Notice>
      <SignatureLines labels={[t('signClient'), t('signMentor')]} />
    </>
  )
}
