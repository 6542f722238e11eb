import { getTranslations } from 'next-intl/server'
import type { Role } from '@/domain/case/actor'
import { formats } from '@/i18n/format'
import { Section } from '@/ui/section'
import { Tag } from '@/ui/tag'
import type { Keeping, OpenedTask, StageTold, StepTold } from '../queries'

type T = Awaited<ReturnType<typeof getTranslations>>
type Line = readonly [label: string, text: string]

const rolesOf = (t: T, roles: readonly Role[]) => roles.map((role) => t(`roles.${role}`))

const taskSaid = (t: T, { task, role, days }: OpenedTask) =>
  t('process.task', {
    role: t(`roles.${role}`),
    task: t(`tasks.${task}.label`),
    term: days === null ? t('process.byDate') : t('process.days', { n: days }),
  })

const byItself = (step: StepTold) => step.causedBy.length > 0 || step.causedByTerm !== null

/** What is told of a step, as far as there is something to tell. */
async function linesOf(kind: string, step: StepTold): Promise<Line[]> {
  const t = await getTranslations()
  const { list } = await formats()
  const after = step.causedByTerm
  const quoted = (names: readonly string[]) => list(names.map((name) => `‘${name}’`))
  const said: readonly (readonly [string, readonly unknown[], string])[] = [
    ['causedBy', step.causedBy, quoted(step.causedBy.map((name) => t(`steps.${name}.label`)))],
    [
      'causedByTerm',
      after ? [after] : [],
      after
        ? t('process.byTerm', {
            task: quoted(after.tasks.map((task) => t(`tasks.${task}.label`))),
            n: after.days,
          })
        : '',
    ],
    ['who', byItself(step) ? [] : step.by, list(rolesOf(t, step.by))],
    ['writes', step.writes, step.writes.map((name) => t(`compartments.${name}.title`)).join(' · ')],
    ['leads', step.to, quoted(step.to.map((stage) => t(`stages.${kind}.${stage}`)))],
    ['next', step.opens, step.opens.map((task) => taskSaid(t, task)).join(' · ')],
    ['hears', step.notifies, list(rolesOf(t, step.notifies))],
  ]
  return said.flatMap(([label, there, text]) =>
    there.length ? [[t(`process.${label}`), text] as const] : [],
  )
}

async function Step({ kind, step }: { kind: string; step: StepTold }) {
  const t = await getTranslations()
  const lines = await linesOf(kind, step)
  return (
    <li>
      <h4 className="flex flex-wrap items-center gap-2 font-semibold">
        {t(`steps.${step.name}.label`)}
        {byItself(step) && (
          <Tag tone="neutral" icon={false}>
            {t('process.byItself')}
          </Tag>
        )}
        {step.grave && <Tag tone="warning">{t('process.grave')}</Tag>}
        {step.off && <Tag tone="danger">{t('process.off')}</Tag>}
      </h4>
      <ul>
        {lines.map(([label, text]) => (
          <li key={label}>
            <span className="text-soft">{label}:</span> {text}
          </li>
        ))}
      </ul>
    </li>
  )
}

/** What is described and kept up to date: by whom, until when. */
async function Kept({ kind, keeping }: { kind: string; keeping: readonly Keeping[] }) {
  const t = await getTranslations()
  const { list } = await formats()
  if (!keeping.length) return null
  return (
    <li>
      <h4 className="font-semibold">{t('process.keeps')}</h4>
      <ul>
        {keeping.map(({ by, until, steps }) => (
          <li key={`${by} ${until}`}>
            <span className="text-soft">
              {t('process.keepsWho', { who: list(rolesOf(t, by)), stage: t(`stages.${kind}.${until}`) })}
            </span>{' '}
            {steps.map((name) => t(`steps.${name}.label`)).join(' · ')}
          </li>
        ))}
      </ul>
    </li>
  )
}

/** One stage: what it is for, and its steps in order. */
export async function Stage({ kind, at, told }: { kind: string; at: number; told: StageTold }) {
  const t = await getTranslations()
  const { stage, steps, keeping } = told
  const name = t(`stages.${kind}.${stage}`)
  return (
    <Section
      id={`${kind}-${stage}`}
      level={3}
      title={kind === 'case' ? t('process.stage', { at, stage: name }) : name}
    >
      {t.has(`process.about.${kind}.${stage}`) && (
        <p className="mb-6 text-soft">{t(`process.about.${kind}.${stage}`)}</p>
      )}
      {steps.length + keeping.length ? (
        <ol className="ui-told">
          {steps.map((step) => (
            <Step key={step.name} kind={kind} step={step} />
          ))}
          <Kept kind={kind} keeping={keeping} />
        </ol>
      ) : (
        <p>{t('process.end')}</p>
      )}
    </Section>
  )
}
