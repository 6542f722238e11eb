import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { paperTypes } from '@/domain/case/papers'
import { formats } from '@/i18n/format'
import { labelOf } from '@/i18n/labels'
import { paths } from '@/paths'
import { AppLink } from '@/ui/app-link'
import { Disclosure } from '@/ui/disclosure'
import { EmptyState } from '@/ui/empty-state'
import { Facts } from '@/ui/facts'
import type { PartyKind } from '@/ui/party-shape'
import { Audience, Section } from '@/ui/section'
import type { CompartmentScreen, FileScreen, Reader } from '../file-queries'
import { isOpen } from '../said'
import { LedgerTable } from './consent-ledger'
import { knownFacts } from './known-facts'
import { PlanVersions } from './plan-versions'

/** A file of so many groups has a list of them above it. */
const LONG = 8

type T = Awaited<ReturnType<typeof getTranslations>>

const shapes: Readonly<Record<string, PartyKind>> = {
  gemeente: 'square',
  tafel: 'square',
  corporation: 'triangle',
  provider: 'circle',
  guest: 'circle',
  localTeam: 'diamond',
}

/** Who sees it: the party, or the roles of it; with what must come first. */
export function partiesOf(t: T, readers: readonly Reader[]) {
  return readers.flatMap(({ group, roles, needsConsent, onceAssigned, namedOnly }) => {
    const names = roles.length ? roles.map((role) => t(`roles.${role}`)) : [t(`parts.${group}`)]
    const condition = namedOnly
      ? 'file.namedOnly'
      : needsConsent
        ? 'file.withConsent'
        : onceAssigned
          ? 'file.onceAssigned'
          : null
    return names.map((who) => ({
      kind: shapes[group] ?? 'circle',
      label: condition ? t(condition, { who }) : who,
    }))
  })
}

/** What is known, and in one line what was left open. */
async function Row({ name, row }: { name: string; row: CompartmentScreen['rows'][number] }) {
  const t = await getTranslations()
  const format = await formats()
  const items = knownFacts(t, format, name, row)
  const left = format.list(row.filter(isOpen).map((shown) => labelOf(t, name, shown.name)))
  return (
    <>
      {items.length > 0 && <Facts items={items} />}
      {left && <p className="mt-2 text-sm text-soft">{t('file.leftOpen', { left })}</p>}
    </>
  )
}

/** One group of facts, with who sees it. */
export async function Compartment({
  compartment: { name, rows, readers },
  children,
}: {
  compartment: CompartmentScreen
  /** Where it has a form of its own to be shown in. */
  children?: ReactNode
}) {
  const t = await getTranslations()
  return (
    <Section
      title={t(`compartments.${name}.title`)}
      id={name}
      aside={<Audience label={t('file.visible')} parties={partiesOf(t, readers)} />}
    >
      {rows.length === 0 && <p className="text-soft">{t('file.empty')}</p>}
      {children ??
        // biome-ignore lint/suspicious/noArrayIndexKey: rows of a compartment never change their order
        rows.map((row, i) => <Row key={i} name={name} row={row} />)}
    </Section>
  )
}

/** The consents as they stand, per organisation; how that came about is a page of its own. */
export async function Ledger({ caseId, recipients }: { caseId: string; recipients: FileScreen['ledger'] }) {
  const t = await getTranslations('file')
  return (
    <div className="grid gap-6">
      {recipients.map((recipient) => (
        <div key={recipient.id}>
          <h3 className="mb-2 text-lg">{recipient.name}</h3>
          <LedgerTable caseId={caseId} recipient={recipient} />
        </div>
      ))}
      <p>
        <AppLink href={paths.consents(caseId)}>{t('allConsents')}</AppLink>
      </p>
    </div>
  )
}

/** What has a page or a form of its own; undefined for what is shown field by field. */
function elsewhere(t: T, name: string, { head, ledger, plan }: FileScreen) {
  if (name === 'consents') return <Ledger caseId={head.id} recipients={ledger} />
  if (name in paperTypes) return <AppLink href={paths.papers(head.id)}>{t('file.allPapers')}</AppLink>
  if (name === 'planVersions') return <PlanVersions versions={plan} />
  if (name === 'notes') return <AppLink href={paths.notes(head.id)}>{t('file.allNotes')}</AppLink>
}

/** From here to each group of facts: a file is long. */
function Contents({ t, names }: { t: T; names: readonly string[] }) {
  if (names.length < LONG) return null
  return (
    <nav aria-label={t('file.contents')} className="mb-4 print:hidden">
      <Disclosure summary={t('file.contents')}>
        <ul className="ui-step-links">
          {names.map((name) => (
            <li key={name}>
              <a href={`#${name}`}>{t(`compartments.${name}.title`)}</a>
            </li>
          ))}
        </ul>
      </Disclosure>
    </nav>
  )
}

/** The file by compartment: first what holds something, then what is still empty, then what is not shared. */
export async function FileSections({ screen }: { screen: FileScreen }) {
  const { compartments } = screen
  const t = await getTranslations()
  const shared = compartments.filter((c) => c.shared)
  const filled = shared.filter((c) => c.rows.length)
  const empty = shared.filter((c) => !c.rows.length)
  const closed = compartments.filter((c) => !c.shared)
  return (
    <div>
      {filled.length === 0 && <EmptyState title={t('file.nothing')}>{t('file.nothingHelp')}</EmptyState>}
      <Contents t={t} names={filled.map(({ name }) => name)} />
      {filled.map((c) => (
        <Compartment key={c.name} compartment={c}>
          {elsewhere(t, c.name, screen)}
        </Compartment>
      ))}
      {empty.length > 0 && (
        <Section title={t('file.stillEmpty')}>
          <p>{empty.map((c) => t(`compartments.${c.name}.title`)).join(' · ')}</p>
        </Section>
      )}
      {closed.length > 0 && (
        <Section title={t('file.notShared')}>
          <p className="text-soft">{t('file.notSharedHelp')}</p>
          <p>{closed.map((c) => t(`compartments.${c.name}.title`)).join(' · ')}</p>
          <p className="mt-2">
            <AppLink href={paths.rights}>{t('file.whoSees')}</AppLink>
          </p>
        </Section>
      )}
    </div>
  )
}
