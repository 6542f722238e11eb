import { getTranslations } from 'next-intl/server'
import { codeKey } from '@/i18n/codes'
import { formats } from '@/i18n/format'
import { paths } from '@/paths'
import { AppLink } from '@/ui/app-link'
import { Disclosure } from '@/ui/disclosure'
import { Section } from '@/ui/section'
import { Tag, type TagTone } from '@/ui/tag'
import type { CaseScreen } from '../queries'
import type { SignalLine } from '../signals'

type T = Awaited<ReturnType<typeof getTranslations>>
type Words = { t: T; day: (on: string) => string }

/** How each of its two clocks stands: until it was picked up, and until something was done. */
function clocksOf({ t, day }: Words, line: SignalLine): { tone: TagTone; text: string }[] {
  const { pickUpBy, pickedUpOn, promisedOn, endedOn, ended, late } = line
  if (ended && endedOn) return [{ tone: 'success', text: t(`case.signals.${ended}`, { on: day(endedOn) }) }]
  if (!pickedUpOn)
    return pickUpBy
      ? [
          {
            tone: late ? 'danger' : 'warning',
            text: t(late ? 'case.signals.latePickUp' : 'case.signals.toPickUp', { on: day(pickUpBy) }),
          },
        ]
      : []
  const picked = { tone: 'success' as const, text: t('case.signals.pickedUp', { on: day(pickedUpOn) }) }
  if (!promisedOn) return [picked]
  const word = late ? 'case.signals.latePromise' : 'case.signals.promised'
  return [picked, { tone: late ? 'danger' : 'warning', text: t(word, { on: day(promisedOn) }) }]
}

function Said({ line: { text, answer, agreed } }: { line: SignalLine }) {
  return [text, answer, agreed].map((words, at) =>
    words ? (
      <p key={['text', 'answer', 'agreed'][at]} className="mt-1 whitespace-pre-line" dir="auto">
        {words}
      </p>
    ) : null,
  )
}

type LineProps = Words & { id: string; line: SignalLine; may: ReadonlySet<string> }

function Line({ id, line, may, t, day }: LineProps) {
  const what = line.about ? t(codeKey(line.about.list, line.about.code)) : t(`case.signals.${line.kind}`)
  const from = line.by
    ? t('case.signals.raised', { by: line.by, on: day(line.raisedOn) })
    : t('case.signals.byItself', { on: day(line.raisedOn) })
  const steps = line.endedOn
    ? []
    : (['pickUpSignal', 'answerSignal'] as const).filter(
        (step) => may.has(step) && !(step === 'pickUpSignal' && line.pickedUpOn),
      )
  return (
    <li>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <strong>{what}</strong>
        {line.about && <span className="text-soft">{t(`case.signals.${line.kind}`)}</span>}
        {line.acute && <Tag tone="danger">{t('case.signals.acute')}</Tag>}
        <span className="text-soft">{from}</span>
      </p>
      <Said line={line} />
      <p className="mt-1 flex flex-wrap gap-2">
        {clocksOf({ t, day }, line).map(({ tone, text }) => (
          <Tag key={text} tone={tone}>
            {text}
          </Tag>
        ))}
      </p>
      {steps.length > 0 && (
        <p className="mt-1 flex flex-wrap gap-x-6 gap-y-1">
          {steps.map((step) => (
            <AppLink key={step} href={`${paths.step('case', id, step)}?signal=${line.id}`}>
              {t(step === 'pickUpSignal' ? 'case.signals.pickUp' : 'case.signals.finish')}
              <span className="sr-only">{`: ${what}, ${from}`}</span>
            </AppLink>
          ))}
        </p>
      )}
    </li>
  )
}

type Props = { id: string; signals: CaseScreen['signals']; may: ReadonlySet<string> }

/** What was signalled about this home: what waits for somebody, and how the others ended. */
export async function Signals({ id, signals: { open, ended }, may }: Props) {
  const t = await getTranslations()
  const { day } = await formats()
  if (!open.length && !ended.length) return null
  const list = (lines: readonly SignalLine[]) => (
    <ul className="grid gap-4">
      {lines.map((line) => (
        <Line key={line.id} id={id} line={line} may={may} t={t} day={day} />
      ))}
    </ul>
  )
  return (
    <Section title={t('case.signals.title')}>
      <p className="mb-4 text-soft">{t(open.length ? 'case.signals.help' : 'case.signals.none')}</p>
      {open.length > 0 && list(open)}
      {ended.length > 0 && (
        <div className="not-first:mt-4">
          <Disclosure summary={t('case.signals.earlier', { n: ended.length })}>{list(ended)}</Disclosure>
        </div>
      )}
    </Section>
  )
}
