// A record of the journal in words: for the screen, for paper and for a file.
import { getTranslations } from 'next-intl/server'
import { processes } from '@/domain/case/steps'
import type { Readers } from '@/domain/kernel/grants'
import { CALENDAR, JOURNAL, leastSharedFirst } from '@/domain/privacy/journal'
import { codeKey } from '@/i18n/codes'
import type { Entry } from '@/server/journal-entries'

const readers: readonly Readonly<Record<string, Readers>>[] = Object.values(processes).map((p) => p.readers)

export type Words = {
  what: string
  /** The compartments, those first that the fewest may read. */
  parts: string[]
  why: string | null
  /** What it was for, with the consents that it stood on. */
  purpose: string | null
  ground: string | null
  /** A short name for one visit, and the browser and network that it came from. */
  visit: string | null
  origin: string | null
}

/** A title within a sentence; what is written in capitals stays so. */
const within = (title: string) =>
  /^\p{Lu}\p{Lu}/u.test(title) ? title : title.charAt(0).toLowerCase() + title.slice(1)

/** Says of each record what was done, which compartments it concerned and why it was refused. */
export async function words(): Promise<(entry: Entry) => Words> {
  const t = await getTranslations()
  const step = (name: string | null) =>
    name && t.has(`steps.${name}.label`) ? t(`steps.${name}.label`) : (name ?? '')
  const part = (name: string) =>
    t.has(`compartments.${name}.title`) ? within(t(`compartments.${name}.title`)) : name
  const what = (entry: Entry) => {
    if (entry.saw) return t('journal.sawAlert', { what: within(t(`journal.alertAbout.${entry.saw}`)) })
    if (entry.subjectKind === CALENDAR) return t('journal.madeCalendar')
    if (entry.subjectKind === JOURNAL)
      return entry.taken === null ? t('journal.readJournal') : t('journal.took', { n: entry.taken })
    if (entry.emergency)
      return t('journal.readInEmergency', { n: entry.shown.length, number: entry.emergency })
    if (entry.taken !== null) return t('selection.export.recorded', { n: entry.taken })
    if (entry.kind === 'read') return t('journal.read', { n: entry.shown.length })
    return entry.kind === 'step' ? step(entry.step) : t('journal.denied', { step: step(entry.step) })
  }
  const purpose = ({ purpose: code, consents }: Entry) => {
    if (!code) return null
    const agreed = (consents ?? []).map((c) => within(t(codeKey('consentCategory', c))))
    return agreed.length
      ? t('journal.byConsent', { purpose: t(`purposes.${code}`), facts: agreed.join(', ') })
      : t(`purposes.${code}`)
  }
  const origin = (text: string) => {
    const [network = '-', browser = 'other'] = text.split(' ')
    const name =
      browser === 'other' ? t('journal.otherBrowser') : browser.replace(/^./, (c) => c.toUpperCase())
    return network === '-' ? name : t('journal.origin', { browser: name, network: network.slice(0, 4) })
  }
  return (entry) => ({
    purpose: purpose(entry),
    ground: entry.ground && t(codeKey('legalBasis', entry.ground)),
    visit: entry.session?.slice(0, 4) ?? null,
    origin: entry.origin && origin(entry.origin),
    what: what(entry),
    parts: leastSharedFirst(entry.shown, readers).map(part),
    why: entry.reason && t.has(`journal.why.${entry.reason}`) ? t(`journal.why.${entry.reason}`) : null,
  })
}
