import { getTranslations } from 'next-intl/server'
import type { ConsentState } from '@/domain/case/consent-ledger'
import { codeKey } from '@/i18n/codes'
import { formats } from '@/i18n/format'
import { paths } from '@/paths'
import { Button } from '@/ui/button'
import { ChoiceField } from '@/ui/choice-field'
import { EmptyState } from '@/ui/empty-state'
import { Section } from '@/ui/section'
import { Table } from '@/ui/table'
import { Tag, type TagTone } from '@/ui/tag'
import type { ConsentsScreen, Line, Recipient, SaidWord } from '../consent-queries'

const tones: Readonly<Record<ConsentState, TagTone>> = {
  given: 'success',
  refused: 'neutral',
  withdrawn: 'warning',
  expired: 'warning',
  notAsked: 'info',
}

/** Where a consent stands, in a word. */
export async function State({ state }: { state: ConsentState }) {
  const t = await getTranslations()
  return <Tag tone={tones[state]}>{t(`consent.states.${state}`)}</Tag>
}

/** Who recorded what was said: the person where the journal tells, and the organisation. */
export async function RecordedBy({ word }: { word: SaidWord }) {
  const { day } = await formats()
  return (
    <>
      <span className="block">{word.recorders.join(', ')}</span>
      <span className="block text-soft">{day(word.recordedOn)}</span>
    </>
  )
}

/** One recipient: a row for each kind of facts, where it stands, since when and until when. */
export async function LedgerTable({ caseId, recipient }: { caseId: string; recipient: Recipient }) {
  const t = await getTranslations()
  const { day, list } = await formats()
  const titles = (line: Line) => list(line.opens.map((name) => t(`compartments.${name}.title`)))
  const rows = recipient.lines.map((line) => ({
    key: line.category,
    href: paths.consent(caseId, recipient.id, line.category),
    cells: {
      facts: t(codeKey('consentCategory', line.category)),
      opens: titles(line),
      state: <State state={line.state} />,
      since: line.word ? day(line.word.on) : '',
      until: line.word?.until ? day(line.word.until) : '',
      by: line.word ? <RecordedBy word={line.word} /> : '',
    },
  }))
  // The landlord knows what is open to it, not what was said: then there is no more to tell.
  const told = recipient.lines.some((line) => line.word || line.state !== 'given')
  const columns = (
    told ? ['facts', 'opens', 'state', 'since', 'until', 'by'] : ['facts', 'opens', 'state']
  ).map((key) => ({ key, label: t(`consent.columns.${key}`) }))
  return (
    <Table
      caption={t('consent.caption', { recipient: recipient.name })}
      captionHidden
      columns={columns}
      rows={rows}
      empty={null}
    />
  )
}

/** Another organisation to ask something for: a form that asks, without anything being sent. */
async function OtherRecipient({ screen: { head, others } }: { screen: ConsentsScreen }) {
  const t = await getTranslations()
  if (!others.length) return null
  return (
    <Section title={t('consent.other')}>
      <form method="get" action={paths.consents(head.id)} className="grid gap-4">
        <ChoiceField
          name="for"
          label={t('consent.otherLabel')}
          help={t('consent.otherHelp')}
          options={others.map(({ id, name }) => ({ value: id, label: name }))}
          emptyLabel={t('form.choose')}
          defaultValue=""
        />
        <div>
          <Button type="submit">{t('consent.otherShow')}</Button>
        </div>
      </form>
    </Section>
  )
}

/** The consents of a client, per organisation. */
export async function ConsentLedger({ screen }: { screen: ConsentsScreen }) {
  const t = await getTranslations('consent')
  const { head, recipients } = screen
  return (
    <>
      <p className="mb-6 max-w-[68ch]">{t('intro')}</p>
      {recipients.length === 0 && <EmptyState title={t('nothing')}>{t('nothingHelp')}</EmptyState>}
      {recipients.map((recipient) => (
        <Section key={recipient.id} title={recipient.name}>
          <LedgerTable caseId={head.id} recipient={recipient} />
        </Section>
      ))}
      <OtherRecipient screen={screen} />
    </>
  )
}
