'use client'
import { type ReactNode, useActionState } from 'react'
import { paths } from '@/paths'
import { SubmitButton } from '@/ui/pending-button'
import { takeTogetherAction } from '../actions'
import { freshTogether, type TogetherState } from '../together-state'
import { type Control, FieldControl, type FieldTexts } from './field-control'
import { WhatIsWrong, type WrongTexts } from './what-is-wrong'

type One = { readonly id: string; readonly version: number; readonly key: string }
type Texts = FieldTexts & WrongTexts & Record<'pending' | 'submit' | 'results' | 'undo', string>
type Props = {
  step: string
  on: readonly One[]
  names: Readonly<Record<string, string>>
  controls: readonly Control[]
  texts: Texts
  /** The look at what it would do; it makes place for what was done. */
  children: ReactNode
}

/** What became of each case, and the way back where there is one. */
function Results({
  state,
  names,
  step,
  texts,
}: Pick<Props, 'names' | 'step' | 'texts'> & { state: TogetherState }) {
  return (
    <section aria-label={texts.results}>
      <p role="status" className="mb-3 font-semibold">
        {state.said}
      </p>
      <ul className="ui-hits mb-4">
        {state.results?.map(({ id, text }, at) => (
          <li key={id ?? at}>
            {id && (
              <a className="ui-link" href={paths.subject('case', id)}>
                <span dir="auto">{names[id]}</span>
              </a>
            )}
            <span className="text-soft">{text}</span>
          </li>
        ))}
      </ul>
      <input type="hidden" name="step" value={step} />
      {state.back?.map((back) => (
        <input key={back.id} type="hidden" name="back" value={JSON.stringify(back)} />
      ))}
      {state.back?.length ? (
        <SubmitButton variant="secondary" pendingLabel={texts.pending} name="intent" value="undo">
          {texts.undo}
        </SubmitButton>
      ) : null}
    </section>
  )
}

type AskingProps = Pick<Props, 'step' | 'on' | 'controls' | 'texts'> & { state: TogetherState }

/** What is asked once for all of them. */
function Asking({ state, step, on, controls, texts }: AskingProps) {
  return (
    <div className="ui-form mt-6">
      <input type="hidden" name="step" value={step} />
      {on.map((one) => (
        <input key={one.id} type="hidden" name="on" value={JSON.stringify(one)} />
      ))}
      {controls.map((c) => {
        const [error, typed] = [state.fields[c.name], state.typed[c.name]]
        const known = { ...(error && { error }), ...(typed && { typed }) }
        return <FieldControl key={`${c.name} ${state.attempt}`} control={c} texts={texts} {...known} />
      })}
      <div className="ui-button-row">
        <SubmitButton pendingLabel={texts.pending}>{texts.submit}</SubmitButton>
      </div>
    </div>
  )
}

/** The form of one step on several cases. */
export function TogetherForm({ step, on, names, controls, texts, children }: Props) {
  const [state, act] = useActionState(takeTogetherAction, freshTogether)
  const errors = controls.flatMap(({ name }) => {
    const text = state.fields[name]
    return text ? [{ href: `#field-${name}`, text }] : []
  })
  return (
    <form action={act} noValidate>
      <WhatIsWrong
        attempt={state.attempt}
        reason={state.reason}
        signIn={false}
        errors={errors}
        texts={texts}
      />
      {state.results ? (
        <Results state={state} names={names} step={step} texts={texts} />
      ) : (
        <>
          {children}
          {on.length > 0 && <Asking state={state} step={step} on={on} controls={controls} texts={texts} />}
        </>
      )}
    </form>
  )
}
