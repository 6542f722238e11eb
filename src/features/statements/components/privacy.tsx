import { getTranslations } from 'next-intl/server'
import { consentCategories } from '@/domain/case/consent-table'
import { formats } from '@/i18n/format'
import { Facts } from '@/ui/facts'
import { Notice } from '@/ui/notice'
import { Section } from '@/ui/section'
import { Table } from '@/ui/table'
import type { PrivacyScreen } from '../queries'

/** Whom to ask, for each covenant that works here. */
async function Responsible({ contacts }: Pick<PrivacyScreen, 'contacts'>) {
  const t = await getTranslations('privacy.responsible')
  const items = contacts.map(({ covenant, privacy }) => ({
    term: covenant,
    value: privacy ? <a href={`mailto:${privacy}`}>{privacy}</a> : t('unknown'),
  }))
  return (
    <Section title={t('title')}>
      <p>{t('each')}</p>
      <p className="mt-2">{t('together')}</p>
      <h3 className="mt-4">{t('ask')}</h3>
      {items.length ? <Facts items={items} /> : <p>{t('unknown')}</p>}
    </Section>
  )
}

/** What is stored and what for, by the tables themselves. */
async function Stored({ stored }: Pick<PrivacyScreen, 'stored'>) {
  const t = await getTranslations()
  const items = stored.map(({ source, objects }) => ({
    term: t(`privacy.stored.of.${source}.label`),
    value: objects.map((name) => t(`compartments.${name}.title`)).join(' · '),
    note: t(`privacy.stored.of.${source}.for`),
  }))
  const others = ['homes', 'users', 'log', 'mail'].map((name) => ({
    term: t(`privacy.stored.of.${name}.label`),
    value: t(`privacy.stored.of.${name}.holds`),
    note: t(`privacy.stored.of.${name}.for`),
  }))
  return (
    <Section title={t('privacy.stored.title')}>
      <p className="mb-4">{t('privacy.stored.lead')}</p>
      <Facts items={[...items, ...others]} />
    </Section>
  )
}

const bases = ['gemeente', 'provider', 'corporation', 'regie', 'emergency'] as const

/** On which ground, as far as we know it: the parties have to settle it themselves. */
async function Grounds() {
  const t = await getTranslations('privacy.grounds')
  return (
    <Section title={t('title')}>
      <Notice tone="warning" title={t('unverified')}>
        <p>{t('unverifiedHelp')}</p>
      </Notice>
      <div className="mt-4">
        <Facts
          items={bases.map((party) => ({ term: t(`of.${party}.label`), value: t(`of.${party}.ground`) }))}
        />
      </div>
    </Section>
  )
}

async function Consent() {
  const t = await getTranslations()
  const { list } = await formats()
  const kinds = list(consentCategories.map((kind) => t(`codes.consentCategory.${kind}`)))
  return (
    <Section title={t('privacy.consent.title')}>
      <p>{t('privacy.consent.kinds', { kinds })}</p>
      <p className="mt-2">{t('privacy.consent.free')}</p>
    </Section>
  )
}

const rights = ['see', 'correct', 'remove', 'object', 'computer', 'complain'] as const
const kept = ['case', 'draft', 'run', 'answer', 'log', 'session', 'device', 'link', 'mail'] as const

async function Rights() {
  const t = await getTranslations('privacy.rights')
  return (
    <Section title={t('title')}>
      <p className="mb-4">{t('how')}</p>
      <Facts
        items={rights.map((right) => ({ term: t(`of.${right}.label`), value: t(`of.${right}.means`) }))}
      />
    </Section>
  )
}

async function Kept() {
  const t = await getTranslations('privacy.kept')
  return (
    <Section title={t('title')}>
      <Facts items={kept.map((what) => ({ term: t(`of.${what}.label`), value: t(`of.${what}.long`) }))} />
    </Section>
  )
}

export type CookieKept = { readonly name: string; readonly keeps: string; readonly seconds: number }

/** Each cookie by its name. */
async function Cookies({ cookies }: { cookies: readonly CookieKept[] }) {
  const t = await getTranslations('privacy.cookies')
  const columns = ['name', 'holds', 'long'].map((key) => ({ key, label: t(key) }))
  const rows = cookies.map(({ name, keeps, seconds }) => ({
    key: name,
    cells: { name: <code>{name}</code>, holds: t(`of.${keeps}`), long: t('hours', { n: seconds / 3600 }) },
  }))
  return (
    <Section title={t('title')}>
      <p className="mb-4">{t('lead')}</p>
      <Table caption={t('title')} captionHidden columns={columns} rows={rows} empty={null} />
    </Section>
  )
}

/** What is done with whose data, for everyone to read. */
export async function Privacy({
  screen,
  cookies,
}: {
  screen: PrivacyScreen
  cookies: readonly CookieKept[]
}) {
  return (
    <>
      <Responsible contacts={screen.contacts} />
      <Stored stored={screen.stored} />
      <Grounds />
      <Consent />
      <Rights />
      <Kept />
      <Cookies cookies={cookies} />
    </>
  )
}
