import { getTranslations } from 'next-intl/server'
import type { SubjectKind } from '@/domain/kernel/subject'
import type { Ahead } from '@/domain/notices/consequence'
import { formats } from '@/i18n/format'
import { paths } from '@/paths'
import type { ToldRung } from '@/server/notices/terms'
import type { OpenStep, OpenTurn } from '@/server/open-steps'
import { AppLink } from '@/ui/app-link'
import { Disclosure } from '@/ui/disclosure'
import { glued } from '@/ui/glued'
import { Section } from '@/ui/section'
import { type NextStep, StepList } from '@/ui/step-list'
import { Tag } from '@/ui/tag'

type Props = {
  kind: SubjectKind
  id: string
  steps: readonly OpenStep[]
  leadsElsewhere?: Readonly<Record<string, string>>
}

/** More steps than this that nobody waits for stand as links beside each other; of those that cannot be done yet, folded. */
const MANY = 4
/** Beside what is waited for few are many. */
const MANY_BESIDES = 1

type Item = NextStep & { readonly answers: boolean; readonly amends: boolean }

const Links = ({ items }: { items: readonly Item[] }) => (
  <ul className="ui-step-links">
    {items.map(({ key, label, href }) => (
      <li key={key}>{href && <AppLink href={href}>{label}</AppLink>}</li>
    ))}
  </ul>
)

/** The main one first, of which the last day comes first; then what else is waited for, then what can be done, then what cannot be done yet. */
const rank = ({ href, main, answers }: Item) => (!href ? 3 : main ? 0 : answers ? 1 : 2)

/** Where each step stands: among the buttons, as a link beside others, below these where it is grave or cannot be done yet, or folded. */
function arrange(items: readonly Item[]) {
  const acts = items.filter(({ amends }) => !amends)
  const many = acts.some(({ href, answers }) => href && answers) ? MANY_BESIDES : MANY
  const free = acts.filter(({ href, answers, danger }) => href && !answers && !danger)
  const blocked = acts.filter(({ href, answers }) => !href && !answers)
  const aside = free.length > many ? free : []
  const later = blocked.length > MANY ? blocked : []
  const rest = acts.filter((item) => !aside.includes(item) && !later.includes(item))
  const below = aside.length ? rest.filter(({ danger, href }) => danger || !href) : []
  const buttons = rest.filter((item) => !below.includes(item)).sort((one, other) => rank(one) - rank(other))
  return { buttons, aside, below, later, amends: items.filter(({ amends, href }) => amends && href) }
}

async function itemsOf({ kind, id, steps, leadsElsewhere = {} }: Props): Promise<Item[]> {
  const t = await getTranslations()
  const { inWords } = await formats()
  const asked = steps.filter((s) => s.answers && !s.amends && !s.refusal)
  const first = asked.toSorted((one, other) => (one.dueOn ?? '').localeCompare(other.dueOn ?? ''))
  const main = asked.find((s) => s.moves) ?? first[0]
  return steps.map(({ name, refusal, grave, answers, amends }) => ({
    ...{ key: name, label: t(`steps.${name}.label`), answers, amends },
    ...(refusal
      ? { reason: t(`refusals.${refusal.reason}`, inWords(refusal.values)) }
      : { href: leadsElsewhere[name] ?? paths.step(kind, id, name) }),
    // What is waited for is no danger, also where it cannot be undone: its form says so.
    ...(grave && !answers && { danger: true }),
    ...(name === main?.name && { main: true }),
  }))
}

/** What is waited for and what can be done as buttons; of many other steps, links; what cannot be done yet, with the reason. */
export async function StepsPanel(props: Props) {
  const t = await getTranslations('panel')
  const { buttons, aside, below, later, amends } = arrange(await itemsOf(props))
  return (
    <Section title={t('steps')}>
      {(buttons.length > 0 || !aside.length) && <StepList items={buttons} emptyText={t('noSteps')} />}
      {aside.length > 0 && buttons.length > 0 && <h3 className="ui-step-also">{t('also')}</h3>}
      {aside.length > 0 && <Links items={aside} />}
      {below.length > 0 && <StepList items={below} emptyText={null} />}
      {later.length > 0 && (
        <Disclosure summary={t('later', { n: later.length })}>
          <StepList items={later} emptyText={null} />
        </Disclosure>
      )}
      {amends.length > 0 && (
        <Disclosure summary={t('amend', { n: amends.length })}>
          <Links items={amends} />
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
      <ul className="ui-turns">
        {turns.map(({ task, role, holder, since, dueOn, pausedOn, overdue, mine }) => (
          <li key={task} className="grid gap-1">
            <span className="flex flex-wrap items-center gap-2">
              <strong>{mine ? t(`tasks.${task}.label`) : t(`tasks.${task}.waits`, { holder })}</strong>
              {mine && <Tag tone="info">{t('panel.yours')}</Tag>}
              {overdue && <Tag tone="danger">{t('panel.overdue')}</Tag>}
              {pausedOn && <Tag tone="neutral">{t('panel.paused')}</Tag>}
            </span>
            <span className="text-soft">
              {glued(
                t('panel.sinceUntil', {
                  role: t(`roles.${role}`),
                  holder,
                  since: longDay(since),
                  until: longDay(dueOn),
                }),
              )}
            </span>
            {ahead
              .filter((one) => one.task === task)
              .map(({ step, on }) => (
                <span key={step} className="text-sm text-soft">
                  {t(`panel.ahead.${step}`, { on: longDay(on), holder })}
                </span>
              ))}
            <Told told={told.filter((one) => one.task === task)} />
          </li>
        ))}
      </ul>
    </Section>
  )
}
