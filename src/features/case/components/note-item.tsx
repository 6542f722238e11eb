import { getTranslations } from 'next-intl/server'
import { formats } from '@/i18n/format'
import { paths } from '@/paths'
import { AppLink } from '@/ui/app-link'
import { Disclosure } from '@/ui/disclosure'
import { Tag } from '@/ui/tag'
import type { NoteLine } from '../note-queries'

const tones = { open: 'info', handedBack: 'warning', done: 'success', withdrawn: 'neutral' } as const

const Text = ({ children }: { children: string }) => (
  <p className="max-w-[68ch] whitespace-pre-line break-words" dir="auto">
    {children}
  </p>
)

/** How a task stands: for whom, until when. */
async function Standing({ line }: { line: NoteLine }) {
  const t = await getTranslations()
  const { longDay } = await formats()
  if (line.state === 'note') return null
  return (
    <p className="flex flex-wrap items-center gap-2">
      <Tag tone={tones[line.state]}>{t(`notes.states.${line.state}`)}</Tag>
      {line.late && <Tag tone="danger">{t('panel.overdue')}</Tag>}
      <span>
        {t('notes.forUntil', {
          name: line.forWhomName ?? t('notes.formerReader'),
          day: longDay(line.dueOn ?? ''),
        })}
      </span>
    </p>
  )
}

/** What was said before, and what was said with it: kept, for the same readers. */
async function Earlier({ line: { rows, corrected, state } }: { line: NoteLine }) {
  const t = await getTranslations()
  const { day } = await formats()
  const said = state === 'note' && !corrected ? [] : rows.filter(({ noteText }) => noteText)
  if (said.length < 2) return null
  return (
    <Disclosure summary={t(corrected ? 'notes.corrected' : 'notes.course')}>
      <ol className="grid gap-3">
        {said.map((row) => (
          <li key={row.id}>
            <p className="text-sm text-soft">
              {t('notes.rowBy', {
                entry: t(`codes.noteEntry.${row.entry}`),
                name: row.writerName,
                day: day(row.recordedOn),
              })}
            </p>
            <Text>{row.noteText ?? ''}</Text>
          </li>
        ))}
      </ol>
    </Disclosure>
  )
}

/** One note or task: what it says, who wrote it, who reads it, and what the reader can do with it. */
export async function NoteItem({ caseId, line }: { caseId: string; line: NoteLine }) {
  const t = await getTranslations()
  const { longDay, list } = await formats()
  const readers = line.readerNames.map((name) => name ?? t('notes.formerReader'))
  return (
    <li id={line.id} className="ui-note">
      <Text>{line.noteText}</Text>
      <Standing line={line} />
      <p className="text-sm text-soft">
        {t('notes.by', {
          name: line.first.writerName,
          organisation: line.organisation,
          day: longDay(line.first.recordedOn),
        })}
      </p>
      <p className="text-sm text-soft">{t('notes.readBy', { names: list(readers) })}</p>
      <Earlier line={line} />
      {line.may.length > 0 && (
        <p className="flex flex-wrap gap-x-4 gap-y-1 print:hidden">
          {line.may.map((step) => (
            <AppLink key={step} href={`${paths.step('case', caseId, step)}?noteId=${line.id}`}>
              {t(`notes.may.${step}`)}
            </AppLink>
          ))}
        </p>
      )}
    </li>
  )
}
