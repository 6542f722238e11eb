import { getTranslations } from 'next-intl/server'
import { inEmergency } from '@/domain/case/readers'
import { readerGroups } from '@/domain/case/sight'
import { paths } from '@/paths'
import { Facts } from '@/ui/facts'
import { Section } from '@/ui/section'
import { TabsNav } from '@/ui/tabs-nav'
import { all, computedBy } from '../who-sees'
import { titleOf } from './sayings'

/** The two ways to look at the rights. */
export async function RightsTabs({ at }: { at: 'role' | 'table' }) {
  const t = await getTranslations('rights.tabs')
  const items = [
    { href: paths.rights, label: t('role'), current: at === 'role' },
    { href: paths.rightsTable, label: t('table'), current: at === 'table' },
  ]
  return <TabsNav label={t('label')} items={items} />
}

const explained = [
  'provider',
  'gemeente',
  'tafel',
  'corporation',
  'localTeam',
  'clients',
  'oversight',
  'consent',
  'shielded',
  'emergency',
  'guest',
  'kept',
]

/** The words of this page, how sure one can be of them, and what is computed without anyone looking. */
export async function HowItWorks() {
  const t = await getTranslations()
  const computed = readerGroups.computed.map((role) => ({
    term: t(`roles.${role}`),
    value: t(`rights.computed.${role}`),
    note: all
      .flatMap((process) => computedBy(process, role).map((object) => titleOf(t, process.kind, object)))
      .join(' · '),
  }))
  const facts = inEmergency.opens.map((object) => titleOf(t, 'case', object)).join(', ')
  const words = explained.map((word) => ({
    term: t(`rights.explained.${word}.term`),
    value: t(`rights.explained.${word}.means`, { facts }),
  }))
  return (
    <Section title={t('rights.explained.title')}>
      <Facts items={[...words, ...computed]} />
    </Section>
  )
}
