import { getTranslations } from 'next-intl/server'
import { formats } from '@/i18n/format'
import type { Contact } from '@/server/covenant'
import { Facts } from '@/ui/facts'
import { Section } from '@/ui/section'
import { REVIEWED_ON, RULES, THEMES, WIDTHS } from '../looked-at'

async function Status() {
  const t = await getTranslations('accessibility.status')
  const { longDay } = await formats()
  const items = ['status', 'standard', 'law', 'own'].map((what) => ({
    term: t(`of.${what}.label`),
    value: t(`of.${what}.text`),
  }))
  return (
    <Section title={t('title')}>
      <Facts items={[...items, { term: t('of.on.label'), value: longDay(REVIEWED_ON) }]} />
    </Section>
  )
}

/** What is tested at every change. The figures are those of the tests themselves. */
async function Tested() {
  const t = await getTranslations('accessibility.tested')
  const { list } = await formats()
  const said = {
    axe: t('of.axe.text', { rules: RULES.join(', ') }),
    looks: t('of.looks.text', {
      widths: list(WIDTHS.map((width) => t('pixels', { width }))),
      themes: list(THEMES.map((theme) => t(`themes.${theme}`))),
    }),
    keyboard: t('of.keyboard.text'),
    scripts: t('of.scripts.text'),
    texts: t('of.texts.text'),
  }
  return (
    <Section title={t('title')}>
      <p className="mb-4">{t('lead')}</p>
      <Facts items={Object.entries(said).map(([what, value]) => ({ term: t(`of.${what}.label`), value }))} />
    </Section>
  )
}

const limits = ['audit', 'readers', 'table', 'drawing', 'scripts', 'english'] as const

async function Limits() {
  const t = await getTranslations('accessibility.limits')
  return (
    <Section title={t('title')}>
      <ul className="grid list-disc gap-2 pl-5">
        {limits.map((limit) => (
          <li key={limit}>{t(limit)}</li>
        ))}
      </ul>
    </Section>
  )
}

async function Report({ contacts }: { contacts: readonly Contact[] }) {
  const t = await getTranslations('accessibility.report')
  const known = contacts.flatMap(({ covenant, help }) => (help ? [{ covenant, help }] : []))
  return (
    <Section title={t('title')}>
      <p>{t('what')}</p>
      {known.length ? (
        <div className="mt-4">
          <Facts
            items={known.map(({ covenant, help }) => ({
              term: covenant,
              value: <a href={`mailto:${help}`}>{help}</a>,
            }))}
          />
        </div>
      ) : (
        <p className="mt-2">{t('unknown')}</p>
      )}
      <p className="mt-4">{t('further')}</p>
    </Section>
  )
}

/** How accessible this is, what is tested, what is known not to be good yet, and how to report. */
export async function Accessibility({ contacts }: { contacts: readonly Contact[] }) {
  return (
    <>
      <Status />
      <Tested />
      <Limits />
      <Report contacts={contacts} />
    </>
  )
}
