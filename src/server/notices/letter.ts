import 'server-only'
// What a notice by mail says: what kind of thing, a link, the reader's own organisation. Nothing about a client.
import { createTranslator } from 'use-intl/core'
import type { SubjectKind } from '@/domain/kernel/subject'
import { catalogues, languageOf } from '@/i18n/catalogues'
import { paths } from '@/paths'

/** One step that this person is told of. `subject` is null when they may no longer see it. */
export type News = {
  readonly organisation: string
  readonly role: string
  readonly kind: SubjectKind
  readonly stage: string
  readonly urgent: boolean
  readonly subject: string | null
}
export type Letter = { readonly subject: string; readonly text: string }

/** More links than this nobody reads in a mail; the rest is on the work list. */
const LINKS = 10

/** The letter with this news, in the reader's language. `base` is the address of the website. */
export function letterOf(news: readonly News[], language: string | null, base: string): Letter {
  const locale = languageOf(language)
  const t = createTranslator({ locale, messages: catalogues[locale] })
  const to = (path: string) => new URL(path, base).toString()

  const linksOf = (told: readonly News[]) => {
    const seen = new Set(told.flatMap(({ kind, subject }) => (subject ? [paths.subject(kind, subject)] : [])))
    const shown = [...seen].slice(0, LINKS).map(to)
    const more = seen.size - shown.length
    return [
      ...(shown.length ? shown : [to(paths.work)]),
      ...(more ? [t('mail.more', { more, link: to(paths.work) })] : []),
    ]
  }
  const part = ([title, told]: [string, readonly News[]]) => [title, ...linksOf(told)].join('\n')
  const chapter = ([where, told]: [string, readonly News[]]) =>
    [where, ...[...Map.groupBy(told, (n) => t(`stages.${n.kind}.${n.stage}` as never))].map(part)].join(
      '\n\n',
    )

  const places = Map.groupBy(news, (n) =>
    t('mail.place', { organisation: n.organisation, role: t(`roles.${n.role}` as never) }),
  )
  const urgent = news.some((n) => n.urgent)
  return {
    subject: t(urgent ? 'mail.urgentSubject' : 'mail.subject'),
    text: [
      t('mail.greeting'),
      t(urgent ? 'mail.urgent' : 'mail.lead'),
      ...[...places].map(chapter),
      t('mail.why'),
      '',
    ].join('\n\n'),
  }
}
