import { getTranslations } from 'next-intl/server'
import { textLanguages } from '@/domain/case/consent-table'
import { codeKey } from '@/i18n/codes'
import { formats } from '@/i18n/format'
import { paths } from '@/paths'
import { AppLink } from '@/ui/app-link'
import { Disclosure } from '@/ui/disclosure'
import { Facts } from '@/ui/facts'
import { Section } from '@/ui/section'
import { Table } from '@/ui/table'
import type { ConsentScreen } from '../consent-queries'
import { RecordedBy, State } from './consent-ledger'

type Props = { screen: ConsentScreen }

/** What is read to the client, in one language. */
function Spoken({ screen, language }: Props & { language: (typeof textLanguages)[number] }) {
  const { before, of, after } = screen.text[language]
  const asked = of[screen.line.category].replaceAll('{recipient}', screen.recipient.name)
  return (
    <blockquote lang={language} className="grid max-w-[60ch] gap-3 border-l-4 border-line pl-4 text-lg">
      {[before, asked, after].map((part) => (
        <p key={part}>{part}</p>
      ))}
    </blockquote>
  )
}

/** The text to read aloud, with its number: Dutch first, the other languages behind a press. */
export async function TextToRead({ screen }: Props) {
  const t = await getTranslations()
  return (
    <Section title={t('consent.text')}>
      <p className="mb-4 text-soft">{t('consent.textHelp')}</p>
      <Spoken screen={screen} language="nl" />
      <div className="mt-4">
        {textLanguages
          .filter((language) => language !== 'nl')
          .map((language) => (
            <Disclosure
              key={language}
              summary={t('consent.textIn', { language: t(codeKey('textLanguage', language)) })}
            >
              <Spoken screen={screen} language={language} />
            </Disclosure>
          ))}
      </div>
      <p className="mt-4 text-sm text-soft">{t('consent.version', { version: screen.text.version })}</p>
    </Section>
  )
}

/** What it opens, what for, on which ground, and how it stands now. */
export async function AboutConsent({ screen }: Props) {
  const t = await getTranslations()
  const { longDay, list } = await formats()
  const { line, purpose, basis } = screen
  const items = [
    { term: t('consent.columns.state'), value: <State state={line.state} /> },
    {
      term: t('consent.columns.opens'),
      value: list(line.opens.map((name) => t(`compartments.${name}.title`))),
    },
    { term: t('fields.purpose.label'), value: t(codeKey('consentPurpose', purpose)) },
    { term: t('fields.basis.label'), value: t(codeKey('legalBasis', basis)) },
    ...(line.word?.until ? [{ term: t('consent.columns.until'), value: longDay(line.word.until) }] : []),
  ]
  return (
    <Section title={t('consent.about')}>
      <Facts items={items} />
    </Section>
  )
}

/** Every word that was said about it, the newest first: nothing is ever taken away. */
export async function ConsentStory({ screen: { words } }: Props) {
  const t = await getTranslations()
  const { day } = await formats()
  const how = (code: string | null) => (code ? t(codeKey('wayToConsent', code)) : t('form.empty'))
  const rows = words.map((word) => ({
    key: word.id,
    cells: {
      said: t(word.given ? 'form.yes' : 'form.no'),
      on: day(word.on),
      until: word.until ? day(word.until) : '',
      how: how(word.how),
      text:
        word.textVersion && word.textLanguage
          ? t('consent.textRead', {
              version: word.textVersion,
              language: t(codeKey('textLanguage', word.textLanguage)),
            })
          : '',
      by: <RecordedBy word={word} />,
    },
  }))
  if (!rows.length) return null
  return (
    <Section title={t('consent.story')}>
      <Table
        caption={t('consent.story')}
        captionHidden
        columns={['said', 'on', 'until', 'how', 'text', 'by'].map((key) => ({
          key,
          label: t(`consent.columns.${key}`),
        }))}
        rows={rows}
        empty={null}
      />
    </Section>
  )
}

/** The way to a new yes before the last day of this one. */
export async function AskAgain({ screen: { head, recipient, line } }: Props) {
  const t = await getTranslations('consent')
  const address = paths.consent(head.id, recipient.id, line.category)
  return (
    <p className="mb-6">
      <AppLink href={`${address}?again=1`}>{t('askAgain')}</AppLink>
    </p>
  )
}

/** What the recipient can no longer read once this is confirmed. */
export async function WhatStops({ screen: { line, recipient } }: Props) {
  const t = await getTranslations()
  const { list } = await formats()
  const facts = list(line.opens.map((name) => t(`compartments.${name}.title`)))
  return <p className="mb-4 max-w-[68ch]">{t('consent.willStop', { recipient: recipient.name, facts })}</p>
}
