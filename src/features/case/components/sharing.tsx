import { getTranslations } from 'next-intl/server'
import type { Disclosure } from '@/domain/privacy/disclosures'
import { codeKey } from '@/i18n/codes'
import { formats } from '@/i18n/format'
import { paths } from '@/paths'
import { LinkButton } from '@/ui/button'
import { EmptyState } from '@/ui/empty-state'
import { Notice } from '@/ui/notice'
import { PrintButton } from '@/ui/print-button'
import { Section } from '@/ui/section'
import { Table } from '@/ui/table'
import { Tag } from '@/ui/tag'
import type { SharedWith, SharingScreen } from '../sharing-queries'

/** When it was read; and whether that can still happen. */
async function ReadOn({ disclosure: { read, open } }: { disclosure: Disclosure }) {
  const t = await getTranslations('sharing')
  const { day } = await formats()
  return (
    <>
      {read ? (
        <span className="block">
          {read.first === read.last
            ? t('readOnce', { day: day(read.first) })
            : t('readBetween', { first: day(read.first), last: day(read.last) })}
        </span>
      ) : (
        <span className="text-soft">{t('notYet')}</span>
      )}
      {!open && <Tag tone="warning">{t('noLonger')}</Tag>}
    </>
  )
}

async function SharedTable({ shared, part }: { shared: SharedWith; part: string }) {
  const t = await getTranslations()
  const { list } = await formats()
  const why = ({ purpose, agreed, basis }: Disclosure) =>
    t('sharing.why', {
      purpose: agreed ? t(codeKey('consentPurpose', agreed)) : t(`purposes.${purpose}`),
      basis: t(codeKey('legalBasis', basis)),
    })
  const alike = Map.groupBy(shared.disclosures, why)
  const rows = [...alike].flatMap(([group, disclosures]) =>
    disclosures.map((disclosure) => ({
      key: disclosure.facts,
      group,
      cells: {
        facts: t(`compartments.${disclosure.facts}.title`),
        from: list(disclosure.from.map((group) => t(`parts.${group}`))),
        read: <ReadOn disclosure={disclosure} />,
      },
    })),
  )
  return (
    <Table
      caption={t('sharing.caption', { name: shared.name, part })}
      captionHidden
      columns={['facts', 'from', 'read'].map((key) => ({
        key,
        label: t(`sharing.columns.${key}`),
      }))}
      rows={rows}
      empty={null}
    />
  )
}

/** What was shared of a client, per receiver: on the screen and on paper, also for the client. */
export async function Sharing({ screen: { head, day, shared } }: { screen: SharingScreen }) {
  const t = await getTranslations()
  const { longDay } = await formats()
  return (
    <>
      <h2 className="mb-2">{t('sharing.title')}</h2>
      <p className="max-w-[68ch]">{t('sharing.intro', { day: longDay(day) })}</p>
      <p className="mt-2 mb-4 max-w-[68ch]">{t('sharing.ask')}</p>
      <div className="ui-button-row ui-print-hide mb-6">
        <PrintButton>{t('sharing.print')}</PrintButton>
        <LinkButton href={paths.looks(head.id)}>{t('looks.title')}</LinkButton>
      </div>
      {shared.length === 0 && (
        <EmptyState title={t('sharing.nothing')}>{t('sharing.nothingHelp')}</EmptyState>
      )}
      {shared
        .map((one) => ({ one, part: t(one.guest ? 'parts.guest' : `parts.${one.group}`) }))
        .map(({ one, part }) => (
          <Section key={one.key} level={3} title={one.name} aside={part}>
            <SharedTable shared={one} part={part} />
          </Section>
        ))}
      <Notice tone="info">{t('sharing.grounds')}</Notice>
    </>
  )
}
