// A look in words that a client reads: when, who by role and organisation, what, and why.
import type { getTranslations } from 'next-intl/server'
import { processes } from '@/domain/case/steps'
import type { Readers } from '@/domain/kernel/grants'
import { leastSharedFirst } from '@/domain/privacy/journal'
import type { Look } from '@/domain/privacy/looks'
import { codeKey } from '@/i18n/codes'
import type { Format } from '@/i18n/format'

type T = Awaited<ReturnType<typeof getTranslations>>
type Names = ReadonlyMap<string, { readonly name: string }>

/** More than these are not read in a sentence. */
const NAMED = 4
const readers: readonly Readonly<Record<string, Readers>>[] = Object.values(processes).map((p) => p.readers)

/** A title within a sentence; what is written in capitals stays so. */
const within = (title: string) =>
  /^\p{Lu}\p{Lu}/u.test(title) ? title : title.charAt(0).toLowerCase() + title.slice(1)

/** Says of a look when it was, who looked at what, and why: each a text by itself. */
export const lookWords = (t: T, f: Pick<Format, 'longDay' | 'list'>, names: Names) => (look: Look) => {
  const { day, from, until, organisationId, organisationKind, role, shown, purpose, ground } = look
  const things = leastSharedFirst(shown, readers)
    .filter((name) => t.has(`compartments.${name}.title`))
    .map((name) => within(t(`compartments.${name}.title`)))
  const values = {
    organisation: (organisationId && names.get(organisationId)?.name) || t(`looks.kinds.${organisationKind}`),
    role: within(t(`roles.${role}`)),
    n: things.length,
    things: f.list(things),
    step: look.step && t.has(`steps.${look.step}.label`) ? t(`steps.${look.step}.label`) : '',
  }
  const looked = things.length > NAMED ? 'lookedAtMany' : things.length ? 'looked' : 'opened'
  const what = look.kind === 'denied' ? 'denied' : looked
  const consents = (look.consents ?? []).map((c) => within(t(codeKey('consentCategory', c))))
  const because = [
    purpose ? t('looks.why', { purpose: within(t(`purposes.${purpose}`)) }) : t('looks.noReason'),
    ...(ground ? [t('looks.ground', { ground: within(t(codeKey('legalBasis', ground))) })] : []),
    ...(consents.length ? [t('looks.consent', { facts: f.list(consents) })] : []),
  ]
  return {
    when:
      from === until
        ? t('looks.at', { day: f.longDay(day), at: from })
        : t('looks.between', { day: f.longDay(day), from, until }),
    what: t(`looks.${what}`, values),
    /** Named apart where they are too many for a sentence. */
    things: what === 'lookedAtMany' ? t('looks.things', values) : null,
    why: look.kind === 'denied' ? t('looks.notDone') : because.join(' '),
    times: look.times,
  }
}
