import type { ReactNode } from 'react'
import { Check } from './icons'

type Stage = {
  key: string
  label: ReactNode
  state: 'done' | 'current' | 'next' | 'skipped'
  note?: ReactNode
}

type Props = {
  label: string
  stages: Stage[]
  /** What is read out for a stage that is behind us, still to come, or never came. */
  stateLabels?: { done: string; next: string; skipped: string }
}

function Step({ stage, spoken }: { stage: Stage; spoken?: string }) {
  return (
    <li
      className={`ui-stage ui-stage-${stage.state}`}
      aria-current={stage.state === 'current' ? 'step' : undefined}
    >
      <span>
        {stage.state === 'done' ? (
          <Check className="mr-1 inline" size={15} strokeWidth={2.5} aria-hidden />
        ) : null}
        {stage.label}
        {spoken ? <span className="sr-only"> ({spoken})</span> : null}
        {stage.note ? <span className="ui-stage-note">{stage.note}</span> : null}
      </span>
    </li>
  )
}

/** Where it stands: the sill lies under the stage of now. */
export function StageRail({ label, stages, stateLabels }: Props) {
  const at = stages.findIndex((stage) => stage.state === 'current')
  const now = stages[at]
  return (
    <div>
      {now ? (
        <p className="ui-stage-here" aria-hidden>
          <span>
            <strong>{now.label}</strong>
            {now.note ? <span className="ui-stage-note">{now.note}</span> : null}
          </span>
          <span className="ui-num text-soft">
            {at + 1} / {stages.length}
          </span>
        </p>
      ) : null}
      <ol className="ui-stages" aria-label={label}>
        {stages.map((stage) => (
          <Step
            key={stage.key}
            stage={stage}
            spoken={stage.state === 'current' ? undefined : stateLabels?.[stage.state]}
          />
        ))}
      </ol>
    </div>
  )
}
