import { getTranslations } from 'next-intl/server'
import type { PlannedDay, PlannedState } from '@/domain/aftercare/planned'
import { formats } from '@/i18n/format'
import { Disclosure } from '@/ui/disclosure'
import { Facts } from '@/ui/facts'
import { Section } from '@/ui/section'
import { Table } from '@/ui/table'
import { Tag, type TagTone } from '@/ui/tag'
import type { ScheduleScreen } from '../planned'

type T = Awaited<ReturnType<typeof getTranslations>>
type Words = { t: T; longDay: (day: string) => string }

const TONES: Record<PlannedState, TagTone> = {
  held: 'success',
  tried: 'warning',
  missed: 'danger',
  late: 'warning',
  coming: 'neutral',
}

/** The word for a state, among those of the schedule. */
const WORDS = { held: 'held', tried: 'tried', missed: 'notHeld', late: 'late', coming: 'coming' } as const

/** So many of the days to come are named at once. */
const NEXT = 3

function factsOf({ t, longDay }: Words, { days, knows }: ScheduleScreen) {
  const listed = (found: readonly PlannedDay[]) => found.map(({ on }) => longDay(on)).join(' · ')
  return (['visit', 'evaluation'] as const).flatMap((what) => {
    const all = days.filter((one) => one.what === what)
    const coming = all.filter(({ state }) => state === 'coming').slice(0, NEXT)
    const past = all.filter(({ state }) => state === 'held' || state === 'tried' || state === 'missed')
    const held = past.filter(({ state }) => state === 'held')
    const missed = past.filter(({ state }) => state === 'missed')
    const soFar = past.length ? t('planned.ofSoFar', { n: held.length, of: past.length }) : t('planned.none')
    const word = what === 'visit' ? 'visits' : 'evaluations'
    return [
      ...(knows[word] ? [{ term: t(`planned.${word}`), value: soFar }] : []),
      ...(missed.length ? [{ term: t(`planned.missed.${word}`), value: listed(missed) }] : []),
      ...(coming.length
        ? [{ term: t(what === 'visit' ? 'nextVisits' : 'nextEvaluations'), value: listed(coming) }]
        : []),
    ]
  })
}

function Whole({ t, longDay, days }: Words & { days: readonly PlannedDay[] }) {
  const rows = days.map(({ what, on, state, heldOn }) => ({
    key: `${what} ${on}`,
    cells: {
      day: longDay(on),
      what: t(`planned.${what}`),
      state: (
        <Tag tone={TONES[state]}>{t(`planned.${WORDS[state]}`, { on: heldOn ? longDay(heldOn) : '' })}</Tag>
      ),
    },
  }))
  const columns = (['day', 'what', 'state'] as const).map((key) => ({ key, label: t(`planned.${key}`) }))
  return <Table caption={t('schedule')} captionHidden columns={columns} rows={rows} empty={null} />
}

/** The visits and evaluations of this home, from the key on: what was held, what did not come, and what is to come. */
export async function Schedule({ schedule }: { schedule: ScheduleScreen | null }) {
  const t = await getTranslations('case')
  const { longDay } = await formats()
  if (!schedule) return null
  return (
    <Section title={t('schedule')}>
      <p className="mb-4 text-soft">{t('scheduleHelp')}</p>
      <Facts items={factsOf({ t, longDay }, schedule)} />
      <Disclosure summary={t('scheduleWhole', { n: schedule.days.length })}>
        <Whole t={t} longDay={longDay} days={schedule.days} />
      </Disclosure>
    </Section>
  )
}
