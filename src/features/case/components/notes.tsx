import { getTranslations } from 'next-intl/server'
import { paths } from '@/paths'
import { ButtonRow, LinkButton } from '@/ui/button'
import { Disclosure } from '@/ui/disclosure'
import { EmptyState } from '@/ui/empty-state'
import { Notice } from '@/ui/notice'
import { PrintButton } from '@/ui/print-button'
import { Section } from '@/ui/section'
import type { NoteLine, NotesScreen } from '../note-queries'
import { NoteItem } from './note-item'

type ListProps = { caseId: string; lines: readonly NoteLine[] }

const List = ({ caseId, lines }: ListProps) => (
  <ul className="grid gap-4">
    {lines.map((line) => (
      <NoteItem key={line.id} caseId={caseId} line={line} />
    ))}
  </ul>
)

/** What one can begin here, and the page on paper for a client who asks for it. */
async function Begin({ screen: { head, begins }, nothing }: { screen: NotesScreen; nothing: boolean }) {
  const t = await getTranslations()
  return (
    <div className="my-4 print:hidden">
      <ButtonRow>
        {begins.map((step, i) => (
          <LinkButton
            key={step}
            href={paths.step('case', head.id, step)}
            variant={i ? 'secondary' : 'primary'}
          >
            {t(`steps.${step}.label`)}
          </LinkButton>
        ))}
        {!nothing && <PrintButton>{t('copy.print')}</PrintButton>}
      </ButtonRow>
    </div>
  )
}

/** The notes and tasks of a case: first what is open, then what was written, then what is over. */
export async function Notes({ screen }: { screen: NotesScreen }) {
  const t = await getTranslations()
  const { head, shared, open, notes, over } = screen
  if (!shared) return <EmptyState title={t('notes.notShared')}>{t('notes.notSharedHelp')}</EmptyState>
  const nothing = open.length + notes.length + over.length === 0
  return (
    <>
      <h2 className="mb-2">{t('compartments.notes.title')}</h2>
      <p className="mb-4 max-w-[68ch]">{t('notes.lead')}</p>
      <Notice tone="info">{t('notes.clientReads')}</Notice>
      <Begin screen={screen} nothing={nothing} />
      {nothing && <EmptyState title={t('notes.nothing')}>{t('notes.nothingHelp')}</EmptyState>}
      {open.length > 0 && (
        <Section title={t('notes.open')}>
          <List caseId={head.id} lines={open} />
        </Section>
      )}
      {notes.length > 0 && (
        <Section title={t('notes.written')}>
          <List caseId={head.id} lines={notes} />
        </Section>
      )}
      {over.length > 0 && (
        <Disclosure summary={t('notes.over', { n: over.length })}>
          <List caseId={head.id} lines={over} />
        </Disclosure>
      )}
    </>
  )
}
