import { getTranslations } from 'next-intl/server'
import { formats } from '@/i18n/format'
import { paths } from '@/paths'
import type { Notice } from '@/server/notices/inbox'
import { AppLink } from '@/ui/app-link'
import { EmptyState } from '@/ui/empty-state'
import { ItemList } from '@/ui/item-list'
import { SubmitButton } from '@/ui/pending-button'
import { Section } from '@/ui/section'
import { readNoticeAction } from '../actions'
import type { NoticesScreen } from '../queries'

/** What tells a subject from the others, as far as this person may know. */
const about = ({ name, initials, number }: Notice) =>
  [name ?? initials, number].filter((word) => word !== null)

async function Read({ id, label, earlier = false }: { id: string; label: string; earlier?: boolean }) {
  const t = await getTranslations()
  return (
    <form action={readNoticeAction} className="ui-print-hide">
      <input type="hidden" name="notice" value={id} />
      {earlier && <input type="hidden" name="earlier" value="yes" />}
      <SubmitButton variant={earlier ? 'secondary' : 'quiet'} pendingLabel={t('form.pending')}>
        {t(earlier ? 'notices.readAll' : 'notices.readOne')}
        {label && <span className="sr-only">: {label}</span>}
      </SubmitButton>
    </form>
  )
}

/** News as lines: what happened leads to where it happened. */
async function Lines({ notices, unread = false }: { notices: readonly Notice[]; unread?: boolean }) {
  const t = await getTranslations()
  const { longDay, time, inWords } = await formats()
  const items = notices.map((notice) => {
    const { id, kind, subjectId, step, task, tells, organisation, on, at } = notice
    const title = task
      ? t(`notices.${step}`, { task: t(`tasks.${task}.label`) })
      : tells
        ? t(`steps.${step}.told`, inWords(tells))
        : t(`steps.${step}.label`)
    const when = at ? `${longDay(on)}, ${time(at)}` : longDay(on)
    const [who = '', number] = about(notice)
    return {
      key: id,
      title,
      href: paths.subject(kind, subjectId),
      meta: <span dir="auto">{number ? `${who}, ${number}` : who}</span>,
      detail: organisation ? t('notices.byOn', { organisation, when }) : when,
      ...(unread && { status: <Read id={id} label={`${title}, ${number ?? who}`} /> }),
    }
  })
  return <ItemList items={items} />
}

/** What is unread comes first; what was read stays to be found again. */
export async function NoticeList({ unread, read, more, all }: NoticesScreen) {
  const t = await getTranslations('notices')
  const [newest] = unread
  return (
    <>
      <Section
        title={t('unread')}
        aside={newest && unread.length > 1 && <Read id={newest.id} label="" earlier />}
      >
        {newest ? (
          <Lines notices={unread} unread />
        ) : (
          <EmptyState title={t('empty')}>{t('emptyHelp')}</EmptyState>
        )}
        {more && !all && (
          <p className="mt-2">
            <AppLink href={`${paths.notices}?all=yes`}>{t('further')}</AppLink>
          </p>
        )}
        {more && all && <p className="mt-2 text-soft">{t('more', { n: unread.length })}</p>}
      </Section>
      {read.length > 0 && (
        <Section title={t('read')}>
          <Lines notices={read} />
          <p className="mt-2 text-soft">{t('older')}</p>
        </Section>
      )}
    </>
  )
}
