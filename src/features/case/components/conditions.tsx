import { getTranslations } from 'next-intl/server'
import { codeKey } from '@/i18n/codes'
import { formats } from '@/i18n/format'
import { paths } from '@/paths'
import { AppLink } from '@/ui/app-link'
import { Section } from '@/ui/section'
import { Tag, type TagTone } from '@/ui/tag'
import type { ConditionShown } from '../conditions'

type Words = { t: Awaited<ReturnType<typeof getTranslations>>; day: (on: string) => string }

const toneOf = ({ open, late, said }: ConditionShown): TagTone => {
  if (open) return late ? 'danger' : 'warning'
  return said?.state === 'met' ? 'success' : 'danger'
}

/** How it stands, in a few words. */
function stateOf({ t, day }: Words, { open, late, dueOn, said }: ConditionShown) {
  if (!open && said) return t(`case.conditions.${said.state}`)
  if (!dueOn) return t('case.conditions.open')
  return t(late ? 'case.conditions.late' : 'case.conditions.by', { on: day(dueOn) })
}

/** What was said of it last, by whom, and why. */
const Said = ({ words: { t, day }, said }: { words: Words; said: NonNullable<ConditionShown['said']> }) => (
  <>
    <p className="mt-1 text-soft">{t('case.conditions.said', { by: said.by, on: day(said.on) })}</p>
    {said.why && (
      <p className="mt-1 whitespace-pre-line" dir="auto">
        {said.why}
      </p>
    )}
  </>
)

type LineProps = { words: Words; line: ConditionShown; href: string | null }
const Line = ({ words, line, href }: LineProps) => (
  <li>
    <p className="whitespace-pre-line" dir="auto">
      {line.condition}
    </p>
    <p className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1">
      <Tag tone={toneOf(line)}>{stateOf(words, line)}</Tag>
      {line.conditionBy && (
        <span className="text-soft">{words.t(codeKey('conditionBy', line.conditionBy))}</span>
      )}
      {href && <AppLink href={href}>{words.t('case.conditions.report')}</AppLink>}
    </p>
    {line.said && <Said words={words} said={line.said} />}
  </li>
)

type Props = { id: string; lines: readonly ConditionShown[]; may: ReadonlySet<string> }

/** What must still be done for the decision: each condition with who sees to it, by when, and what became of it. */
export async function Conditions({ id, lines, may }: Props) {
  if (!lines.length) return null
  const t = await getTranslations()
  const { day } = await formats()
  const report = `${paths.step('case', id, 'reportCondition')}?conditionRow=`
  const hrefOf = (line: ConditionShown) =>
    line.open && line.mine && may.has('reportCondition') ? `${report}${line.id}` : null
  return (
    <Section title={t('compartments.conditions.title')}>
      <ul className="grid gap-4">
        {lines.map((line) => (
          <Line key={line.id} words={{ t, day }} line={line} href={hrefOf(line)} />
        ))}
      </ul>
    </Section>
  )
}
