import { getTranslations } from 'next-intl/server'
import type { Became, Piece, PlanPart } from '@/domain/aftercare/plan-diff'
import { formats } from '@/i18n/format'
import { labelOf } from '@/i18n/labels'
import { Disclosure } from '@/ui/disclosure'
import { Section } from '@/ui/section'
import { Tag, type TagTone } from '@/ui/tag'
import type { VersionScreen } from '../plan-queries'
import { said } from '../said'

type T = Awaited<ReturnType<typeof getTranslations>>
type Words = { t: T; format: Awaited<ReturnType<typeof formats>> }

const TONES: Record<PlanPart['became'], TagTone> = {
  added: 'success',
  removed: 'danger',
  changed: 'warning',
  same: 'neutral',
}

const LISTS: readonly string[] = ['planDomains', 'planParties']

/** A piece as people read it: of a list its own words, of a text the line as it was typed. */
const readable = ({ t, format }: Words, part: string, text: string) =>
  said(t, format, 'planVersions', { name: part, value: LISTS.includes(part) ? [text] : text })

/** One side of a part: what stood there, or what stands there now. */
function Side({ words, part, pieces }: { words: Words; part: string; pieces: readonly Piece[] }) {
  const { t } = words
  if (!pieces.length) return <p className="text-soft">{t('form.empty')}</p>
  const line = (became: Became, text: string) =>
    became === 'same' ? (
      text
    ) : (
      <>
        <strong>{t(`case.plan.piece.${became}`)}</strong>{' '}
        {became === 'added' ? <ins>{text}</ins> : <del>{text}</del>}
      </>
    )
  return (
    <ul className="grid gap-1">
      {pieces.map(({ became, text }, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a version never change their order
        <li key={i} className="break-words" dir="auto">
          {line(became, readable(words, part, text))}
        </li>
      ))}
    </ul>
  )
}

/** A part that stayed as it was is read once; one that changed stands there twice, under each other on a phone. */
function Part({
  words,
  one,
  before,
  number,
}: {
  words: Words
  one: PlanPart
  before: number | null
  number: number
}) {
  const { t } = words
  const { part, became, pieces } = one
  const sides = [
    { version: before, side: pieces.filter((p) => p.became !== 'added') },
    { version: number, side: pieces.filter((p) => p.became !== 'removed') },
  ]
  return (
    <div className="border-line border-t py-3 first:border-t-0">
      <h3 className="mb-2 flex flex-wrap items-center gap-2 text-base">
        {labelOf(t, 'planVersions', part)}
        {before !== null && <Tag tone={TONES[became]}>{t(`case.plan.became.${became}`)}</Tag>}
      </h3>
      {before === null || became === 'same' ? (
        <Side words={words} part={part} pieces={pieces.map(({ text }) => ({ became: 'same', text }))} />
      ) : (
        <div className="grid gap-4 md:grid-cols-2">
          {sides.map(({ version, side }) => (
            <div key={version} className="min-w-0">
              <p className="mb-1 text-sm text-soft">{t('case.plan.version', { n: version ?? 0 })}</p>
              <Side words={words} part={part} pieces={side} />
            </div>
          ))}
        </div>
      )}
    </div>
  )
}

/** One version of the plan beside the one before. */
async function Version({ version: { number, before, by, on, parts } }: { version: VersionScreen }) {
  const words = { t: await getTranslations(), format: await formats() }
  const { t, format } = words
  return (
    <>
      <p className="mb-2 text-soft">{t('case.plan.by', { by, on: format.longDay(on) })}</p>
      {parts.map((one) => (
        <Part key={one.part} words={words} one={one} before={before} number={number} />
      ))}
    </>
  )
}

const titleOf = (t: T, { number, before }: VersionScreen) =>
  before === null ? t('case.plan.version', { n: number }) : t('case.plan.beside', { n: number, before })

/** The last version, on the page where it is discussed or judged. */
export async function LastVersion({ version }: { version: VersionScreen | null }) {
  const t = await getTranslations()
  if (!version) return null
  return (
    <Section title={t('case.plan.title')}>
      <Disclosure summary={titleOf(t, version)} open>
        <Version version={version} />
      </Disclosure>
    </Section>
  )
}

/** All versions of a plan, the last one open. */
export async function PlanVersions({ versions }: { versions: readonly VersionScreen[] }) {
  const t = await getTranslations()
  return versions.map((version, i) => (
    <Disclosure key={version.number} summary={titleOf(t, version)} open={i === 0}>
      <Version version={version} />
    </Disclosure>
  ))
}
