import { getTranslations } from 'next-intl/server'
import { formats } from '@/i18n/format'
import { paths } from '@/paths'
import { IdentityBar } from '@/ui/identity-bar'
import { StageRail } from '@/ui/stage-rail'
import { TabsNav } from '@/ui/tabs-nav'
import { Tag } from '@/ui/tag'
import type { CaseHead } from '../on-case'
import { EmergencyBanner } from './emergency-banner'

export type Tab =
  | 'overview'
  | 'homes'
  | 'file'
  | 'papers'
  | 'notes'
  | 'consents'
  | 'shared'
  | 'seen'
  | 'timeline'

type T = Awaited<ReturnType<typeof getTranslations>>

/** Every stage a case passes, and where this one stands, with the days that are known. */
async function stagesOf(t: T, { rail }: CaseHead) {
  const { shortDay } = await formats()
  return rail.map(({ stage, state, since, expectedBy }) => ({
    key: stage,
    label: t(`stages.case.${stage}`),
    state,
    ...(since && { note: t('case.stageSince', { day: shortDay(since) }) }),
    ...(expectedBy && { note: t('case.stageBy', { day: shortDay(expectedBy) }) }),
  }))
}

/** The pages of a case that there are for this reader. */
const tabsOf = (t: T, head: CaseHead, tab: Tab) => [
  { href: paths.subject('case', head.id), label: t('case.tabs.overview'), current: tab === 'overview' },
  { href: paths.file(head.id), label: t('case.tabs.file'), current: tab === 'file' },
  ...(head.homes
    ? [{ href: paths.homes(head.id), label: t('case.tabs.homes'), current: tab === 'homes' }]
    : []),
  { href: paths.papers(head.id), label: t('case.tabs.papers'), current: tab === 'papers' },
  ...(head.notes
    ? [{ href: paths.notes(head.id), label: t('case.tabs.notes'), current: tab === 'notes' }]
    : []),
  ...(head.ledger
    ? [{ href: paths.consents(head.id), label: t('case.tabs.consents'), current: tab === 'consents' }]
    : []),
  ...(head.sharing
    ? [{ href: paths.shared(head.id), label: t('case.tabs.shared'), current: tab === 'shared' }]
    : []),
  ...(head.emergencies.only
    ? []
    : [
        { href: paths.seen(head.id), label: t('case.tabs.seen'), current: tab === 'seen' },
        {
          href: paths.timeline('case', head.id),
          label: t('case.tabs.timeline'),
          current: tab === 'timeline',
        },
      ]),
]

/** What stands above everything else of a case that others must not hear of. */
async function confidentialOf(t: T, { shield, secret }: CaseHead): Promise<string | null> {
  if (!shield) return secret ? t('case.secret') : null
  if (shield.outside) return t('case.shield.outside')
  const { list } = await formats()
  const { named, alias } = shield
  return t('case.shield.named', { names: list(named), n: named.length, alias })
}

/** Where the case stands, and whether it must hurry. */
async function Tags({ head }: { head: CaseHead }) {
  const t = await getTranslations()
  const { longDay } = await formats()
  return (
    <>
      <Tag tone="info" icon={false}>
        {t(`stages.case.${head.stage}`)}
      </Tag>
      {head.spoedAsked && <Tag tone="danger">{t('case.spoedAsked')}</Tag>}
      {head.spoedUntil && <Tag tone="danger">{t('case.spoed', { day: longDay(head.spoedUntil) })}</Tag>}
    </>
  )
}

/** The head of every page of a case: who, where, how long already, and the way to its other pages. */
export async function CaseHeader({ head, tab }: { head: CaseHead; tab: Tab }) {
  const t = await getTranslations()
  const { longDay } = await formats()
  const facts = [
    ...(head.waitingDays === null
      ? []
      : [{ term: t('case.waiting'), value: t('list.days', { n: head.waitingDays }) }]),
    ...(head.readySince ? [{ term: t('case.readySince'), value: longDay(head.readySince) }] : []),
    ...(head.expectedOn ? [{ term: t('case.expectedOn'), value: longDay(head.expectedOn) }] : []),
    ...(head.guaranteedUntil
      ? [{ term: t('case.guaranteedUntil'), value: longDay(head.guaranteedUntil) }]
      : []),
    ...head.parts.map(({ part, name }) => ({ term: t(`parts.${part}`), value: name })),
  ]
  const confidential = await confidentialOf(t, head)
  return (
    <>
      <input type="hidden" name="version" value={head.version} />
      <IdentityBar
        title={head.name ?? head.initials ?? t('case.nameless')}
        number={head.number}
        facts={facts}
        tags={<Tags head={head} />}
        {...(confidential && { confidential })}
      />
      <EmergencyBanner head={head} />
      <StageRail
        label={t('case.rail')}
        stages={await stagesOf(t, head)}
        stateLabels={{
          done: t('case.stageDone'),
          next: t('case.stageNext'),
          skipped: t('case.stageSkipped'),
        }}
      />
      <TabsNav label={t('case.tabs.label')} items={tabsOf(t, head, tab)} />
    </>
  )
}
