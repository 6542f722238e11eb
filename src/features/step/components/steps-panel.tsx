import { getTranslations } from 'next-intl/server'
import type { SubjectKind } from '@/domain/kernel/subject'
import type { Ahead } from '@/domain/notices/consequence'
import { formats } from '@/i18n/format'
import { paths } from '@/paths'
import type { ToldRung } from '@/server/notices/terms'
import type { OpenStep, OpenTurn } from '@/server/open-steps'
import { AppLink } from '@/ui/app-link'
import { Disclosure } from '@/ui/disclosure'
import { Section } from '@/ui/section'
import { StepList } from '@/ui/step-list'
import { Tag } from '@/ui/tag'

type Props = {
  kind: SubjectKind
  id: string
  steps: readonly OpenStep[]
  leadsElsewhere?: Readonly<Record<string, string>>
}

/** What this person can do now: open steps as links, the others greyed with the reason. */
export async function StepsPanel({ kind, id, steps, leadsElsewhere = {} }: Props) {
  const t = await getTranslations()
  const { inWords } = await formats()
  const itemOf = ({ name, refusal, grave }: OpenStep) => ({
    key: name,
    label: t(`steps.${name}.label`),
    ...(refusal
      ? { reason: t(`refusals.${refusal.reason}`, inWords(refusal.values)) }
      : { href: leadsElsewhere[name] ?? paths.step(kind, id, name) }),
    ...(grave && { danger: true }),
  })
  const rank = ({ refusal, answers, moves, grave }: OpenStep) =>
    refusal ? 4 : grave ? 3 : answers ? (moves ? 0 : 1) : 2
  const ordered = [...steps].sort((a, b) => rank(a) - rank(b))
  const main = ordered.find((s) => rank(s) < 2)
  const acts = ordered
    .filter((s) => !s.amends)
    .map((s) => ({ ...itemOf(s), ...(s === main && { main: true }) }))
  const amends = ordered.filter((s) => s.amends && !s.refusal).map(itemOf)
  return (
    <Section title={t('panel.steps')}>
      <StepList items={acts} emptyText={t('panel.noSteps')} />
      {amends.length > 0 && (
        <Disclosure summary={t('panel.amend', { n: amends.length })}>
          <ul className="grid gap-2">
            {amends.map(({ key, label, ...item }) => (
              <li key={key}>{'href' in item && <AppLink href={item.href as string}>{label}</AppLink>}</li>
            ))}
          </ul>
        </Disclosure>
      )}
    </Section>
  )
}

/** Who was told of the term of a task, and when. */
async function Told({ told }: { told: readonly ToldRung[] }) {
  const t = await getTranslations('panel')
  const { longDay, list } = await formats()
  if (!told.length) return null
  const each = told.map(({ rung, on }) => t('toldOn', { who: t(`rungs.${rung}`), on: longDay(on) }))
  return <span className="text-soft">{t('told', { each: list(each) })}</span>
}

type Turns = { turns: readonly OpenTurn[]; told: readonly ToldRung[]; ahead?: readonly Ahead[] }

/** Whose turn it is, since when and until when, who was told that it is late, and what follows if nobody answers. */
export async function TurnsPanel({ turns, told, ahead = [] }: Turns) {
  const t = await getTranslations()
  const { longDay } = await formats()
  if (!turns.length) return null
  return (
    <Section title={t('panel.turns')}>
      <ul className="grid gap-3">
        {turns.map(({ task, role, holder, since, dueOn, pausedOn, overdue, mine }) => (
          <li key={task} className="grid gap-1">
            <span className="flex flex-wrap items-center gap-2">
              <strong>{mine ? t(`tasks.${task}.label`) : t(`tasks.${task}.waits`, { holder })}</strong>
              {mine && <Tag tone="info">{t('panel.yours')}</Tag>}
              {overdue && <Tag tone="danger">{t('panel.overdue')}</Tag>}
              {pausedOn && <Tag tone="neutral">{t('panel.paused')}</Tag>}
            </span>
            <span className="text-soft">
              {t('panel.sinceUntil', {
                role: t(`roles.${role}`),
                holder,
                since: longDay(since),
                until: longDay(dueOn),
              })}
            </span>
            {ahead
              .filter((one) => one.task === task)
              .map(({ step, on }) => (
                <span key={step}>{t(`panel.ahead.${step}`, { on: longDay(on), holder })}</span>
              ))}
            <Told told={told.filter((one) => one.task === task)} />
          </li>
        ))}
      </ul>
    </Section>
  )
}
