import { getTranslations } from 'next-intl/server'
import type { PartLine, PartState } from '@/domain/intake/parts'
import type { TrackLine } from '@/domain/intake/tracks'
import { codeKey } from '@/i18n/codes'
import { formats } from '@/i18n/format'
import { paths } from '@/paths'
import { Disclosure } from '@/ui/disclosure'
import { Notice } from '@/ui/notice'
import { Section } from '@/ui/section'
import { Tag, type TagTone } from '@/ui/tag'
import { TaskList } from '@/ui/task-list'
import type { Preparing } from '../preparing'

type Props = { id: string; preparing: Preparing; may: ReadonlySet<string> }

async function Parts({ id, parts, may }: Omit<Props, 'preparing'> & { parts: readonly PartLine[] }) {
  const t = await getTranslations()
  const said: Readonly<Record<PartState, React.ReactNode>> = {
    ready: t('case.partReady'),
    missing: <Tag tone="warning">{t('case.partOpen')}</Tag>,
    open: t('case.partMay'),
  }
  const items = parts.map(({ part, step, state }) => ({
    key: part,
    label: t(`compartments.${part}.title`),
    // Whoever may not write it reads what stands there.
    href: may.has(step) ? paths.step('case', id, step) : `${paths.file(id)}#${part}`,
    status: said[state],
  }))
  return <TaskList items={items} />
}

/** The parts of the aanmelding: what is ready, what is still to do, and what may be added. */
export async function IntakeTasks({ id, preparing: { parts }, may }: Props) {
  const t = await getTranslations('case')
  if (!parts.length) return null
  const extra = parts.filter(({ state }) => state === 'open')
  const asked = parts.filter(({ state }) => state !== 'open')
  return (
    <Section title={t('intake')}>
      <Parts id={id} parts={asked} may={may} />
      {extra.length > 0 && (
        <div className="mt-4">
          <Disclosure summary={t('partsMore', { n: extra.length })}>
            <Parts id={id} parts={extra} may={may} />
          </Disclosure>
        </div>
      )}
    </Section>
  )
}

const judged: Readonly<Record<string, TagTone>> = { ja: 'success', nee: 'danger', onbekend: 'neutral' }

/** The conditions of the covenant: how each stands, and what shows it. */
export async function Criteria({ id, preparing: { criteria }, may }: Props) {
  const t = await getTranslations()
  if (!criteria.length) return null
  const items = criteria.map(({ criterion, word }) => ({
    key: criterion,
    label: t(codeKey('criterion', criterion)),
    ...(may.has('judgeCriterion') && {
      href: `${paths.step('case', id, 'judgeCriterion')}?criterion=${criterion}`,
    }),
    ...(word?.evidence && { hint: <span dir="auto">{word.evidence}</span> }),
    status: word ? (
      <Tag tone={judged[word.met] ?? 'neutral'}>{t(codeKey('met', word.met))}</Tag>
    ) : (
      <span className="text-soft">{t('case.track.unsaid')}</span>
    ),
  }))
  return (
    <Section title={t('compartments.criteria.title')}>
      <p className="mb-4 text-soft">{t('case.criteriaHelp')}</p>
      <TaskList items={items} />
    </Section>
  )
}

const tones: Readonly<Record<string, TagTone>> = { teDoen: 'neutral', loopt: 'info', klaar: 'success' }

async function TrackStatus({ line: { word, late, gap } }: { line: TrackLine }) {
  const t = await getTranslations()
  if (!word) return <span className="text-soft">{t('case.track.unsaid')}</span>
  if (late) return <Tag tone="danger">{t('case.track.late')}</Tag>
  if (gap) return <Tag tone="warning">{t('case.track.gap')}</Tag>
  return <Tag tone={tones[word.state] ?? 'neutral'}>{t(codeKey('trackState', word.state))}</Tag>
}

/** What will not be ready on the day of the key, who can mend it, and what that does to the day. */
async function GapAlarm({ gap, keyOn }: Pick<Preparing, 'gap' | 'keyOn'>) {
  const t = await getTranslations()
  const { longDay } = await formats()
  if (!gap || !keyOn) return null
  return (
    <div className="mb-4">
      <Notice
        tone={gap.readyOn ? 'warning' : 'info'}
        title={t(gap.readyOn ? 'case.gap.late' : 'case.gap.unsaid', { day: longDay(keyOn) })}
      >
        {gap.readyOn && (
          <>
            <ul className="list-disc ps-6">
              {gap.lines.map(({ track, holder, dueOn }) => (
                <li key={track}>
                  {t('case.gap.line', {
                    track: t(codeKey('track', track)),
                    holder: t(codeKey('trackHolder', holder)),
                    day: longDay(dueOn ?? ''),
                  })}
                </li>
              ))}
            </ul>
            <p className="mt-2">{t('case.gap.then', { day: longDay(gap.readyOn), days: gap.days })}</p>
          </>
        )}
        {gap.unsaid.length > 0 && (
          <p className="mt-2">
            {t('case.gap.nobody', {
              n: gap.unsaid.length,
              tracks: gap.unsaid.map((track) => t(codeKey('track', track))).join(', '),
            })}
          </p>
        )}
      </Notice>
    </div>
  )
}

const hintOf = async ({ word }: TrackLine) => {
  if (!word) return null
  const t = await getTranslations()
  const { longDay } = await formats()
  return [
    t(codeKey('trackHolder', word.holder)),
    word.dueOn && t('case.track.by', { day: longDay(word.dueOn) }),
    word.evidence,
    word.note,
  ]
    .filter(Boolean)
    .join(' · ')
}

async function TrackList({ id, lines, may }: Omit<Props, 'preparing'> & { lines: readonly TrackLine[] }) {
  const t = await getTranslations()
  const items = lines.map(async (line) => ({
    key: line.track,
    label: t(codeKey('track', line.track)),
    ...(may.has('keepTrack') && { href: `${paths.step('case', id, 'keepTrack')}?track=${line.track}` }),
    ...(line.word && { hint: <span dir="auto">{await hintOf(line)}</span> }),
    status: <TrackStatus line={line} />,
  }))
  return <TaskList items={await Promise.all(items)} />
}

/** What must be arranged beside the home: who sees to it, by when, and where a gap threatens. */
export async function Tracks({ id, preparing: { tracks, keyOn, moved, gap }, may }: Props) {
  const t = await getTranslations('case')
  const { longDay } = await formats()
  if (!tracks.length) return null
  const unsaid = moved ? tracks.filter(({ word }) => !word) : []
  const shown = tracks.filter((line) => !unsaid.includes(line))
  return (
    <Section title={t('tracks')}>
      <GapAlarm gap={gap} keyOn={keyOn} />
      <p className="mb-4 text-soft">
        {keyOn ? t('tracksHelpKey', { day: longDay(keyOn) }) : t(moved ? 'tracksHelpHome' : 'tracksHelp')}
      </p>
      {shown.length > 0 && <TrackList id={id} lines={shown} may={may} />}
      {unsaid.length > 0 && (
        <Disclosure summary={t('tracksUnsaid', { n: unsaid.length })}>
          <TrackList id={id} lines={unsaid} may={may} />
        </Disclosure>
      )}
    </Section>
  )
}
