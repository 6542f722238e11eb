import { getTranslations } from 'next-intl/server'
import { formats } from '@/i18n/format'
import { paths } from '@/paths'
import { AppLink } from '@/ui/app-link'
import { Facts } from '@/ui/facts'
import { Notice } from '@/ui/notice'
import { Section } from '@/ui/section'
import type { CaseHead } from '../on-case'

/** What somebody must know who works in a shielded case, or has come to its door. */
export async function Shielded({ head: { id, shield }, may }: { head: CaseHead; may: ReadonlySet<string> }) {
  const t = await getTranslations('case.shield')
  const { list } = await formats()
  if (!shield) return null
  const naming = may.has('namePerson') && (
    <p className="mt-2">
      <AppLink href={paths.step('case', id, 'namePerson')}>{t('name')}</AppLink>
    </p>
  )
  if (shield.outside)
    return (
      <Notice tone="info">
        <p>{t('outsideHelp')}</p>
        {naming}
      </Notice>
    )
  return (
    <Notice tone="warning">
      <p>{t('care')}</p>
      {shield.unnamed.length > 0 && <p>{t('nobody', { names: list(shield.unnamed) })}</p>}
      {shield.endProposed && <p>{t('proposed')}</p>}
      {naming}
    </Notice>
  )
}

/** What the gemeente asked for. */
export async function Asked({ text }: { text: string | null }) {
  const t = await getTranslations('case')
  if (!text) return null
  return (
    <Notice tone="warning" title={t('asked')}>
      <p className="whitespace-pre-line" dir="auto">
        {text}
      </p>
    </Notice>
  )
}

/** Who can be called. */
export async function People({ head }: { head: CaseHead }) {
  const t = await getTranslations()
  if (!head.mentor) return null
  const items = [
    { term: t('roles.mentor'), value: <span dir="auto">{head.mentor.name}</span> },
    ...(head.mentor.phone
      ? [
          {
            term: t('fields.mentorPhone.label'),
            value: <a href={`tel:${head.mentor.phone.replace(/[^+\d]/g, '')}`}>{head.mentor.phone}</a>,
          },
        ]
      : []),
  ]
  return (
    <Section title={t('case.people')}>
      <Facts items={items} />
    </Section>
  )
}
