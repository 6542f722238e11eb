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
  /** `journal`: something in it asks the reader's attention. `timeOutPlaces`: one that they lend was taken, or is free again. */
  readonly kind: SubjectKind | 'journal' | 'timeOutPlaces'
  readonly stage: string
  readonly urgent: boolean
  readonly subject: string | null
}
export type Letter = {
  readonly subject: string
  readonly text: string
  /** A meeting for the reader's calendar, as a text of RFC 5545. */
  readonly meeting?: { readonly method: 'REQUEST' | 'CANCEL'; readonly content: string }
}

/** More links than this nobody reads in a mail; the rest is on the work list. */
const LINKS = 10

const addressOf = ({ kind, subject }: News): string[] => {
  if (kind === 'journal') return [paths.journal]
  if (kind === 'timeOutPlaces') return [paths.timeOuts]
  return subject ? [paths.subject(kind, subject)] : []
}

/** What it is about: what is no subject has a word of its own. */
const about = ({ kind, stage }: News) =>
  kind === 'journal'
    ? 'mail.alert'
    : kind === 'timeOutPlaces'
      ? 'mail.timeOutPlaces'
      : `stages.${kind}.${stage}`

type T = ReturnType<typeof createTranslator<(typeof catalogues)['nl']>>

/** What stands above the letter, and how it begins: by the gravest of its news. */
function openingOf(t: T, news: readonly News[]): readonly [string, string] {
  if (news.every((n) => n.kind === 'journal')) return [t('mail.alertSubject'), t('mail.alertLead')]
  if (news.some((n) => n.urgent)) return [t('mail.urgentSubject'), t('mail.urgent')]
  return [t('mail.subject'), t('mail.lead')]
}

/** The letter with this news, in the reader's language. `base` is the address of the website. */
export function letterOf(news: readonly News[], language: string | null, base: string): Letter {
  const locale = languageOf(language)
  const t = createTranslator({ locale, messages: catalogues[locale] })
  const to = (path: string) => new URL(path, base).toString()

  const linksOf = (told: readonly News[]) => {
    const seen = new Set(told.flatMap(addressOf))
    const shown = [...seen].slice(0, LINKS).map(to)
    const more = seen.size - shown.length
    return [
      ...(shown.length ? shown : [to(paths.work)]),
      ...(more ? [t('mail.more', { more, link: to(paths.work) })] : []),
    ]
  }
  const part = ([title, told]: [string, readonly News[]]) => [title, ...linksOf(told)].join('\n')
  const chapter = ([where, told]: [string, readonly News[]]) =>
    [where, ...[...Map.groupBy(told, (n) => t(about(n) as never))].map(part)].join('\n\n')

  const places = Map.groupBy(news, (n) =>
    t('mail.place', { organisation: n.organisation, role: t(`roles.${n.role}` as never) }),
  )
  const [subject, lead] = openingOf(t, news)
  return {
    subject,
    text: [t('mail.greeting'), lead, ...[...places].map(chapter), t('mail.why'), ''].join('\n\n'),
  }
}

/** The letter of once a day: how much there is for each organisation, and where to read it. */
export function digestOf(news: readonly News[], language: string | null, base: string): Letter {
  const locale = languageOf(language)
  const t = createTranslator({ locale, messages: catalogues[locale] })
  const places = Map.groupBy(news, (n) =>
    t('mail.place', { organisation: n.organisation, role: t(`roles.${n.role}` as never) }),
  )
  const lent = news.some(({ kind }) => kind === 'timeOutPlaces') ? [paths.timeOuts] : []
  const links = [paths.notices, ...lent].map((path) => new URL(path, base).toString())
  const counts = [...places].map(([place, told]) => `${place} ${t('mail.digestCount', { n: told.length })}`)
  return {
    subject: t('mail.digestSubject'),
    text: [
      t('mail.greeting'),
      t('mail.digestLead'),
      counts.join('\n'),
      links.join('\n'),
      t('mail.why'),
      '',
    ].join('\n\n'),
  }
}
