'use client'
import { useActionState } from 'react'
import { AppLink } from '@/ui/app-link'
import { SubmitButton } from '@/ui/pending-button'
import { SearchField } from '@/ui/search-field'
import { findAction } from '../actions'
import type { SaidGroup } from '../find-said'

type Props = { texts: { label: string; submit: string; pending: string; emergency: string } }

const Group = ({ group: { key, label, lines } }: { group: SaidGroup }) => (
  <section aria-labelledby={`found-${key}`} className="mt-6">
    <h2 id={`found-${key}`} className="text-lg">
      {label}
    </h2>
    <ul className="ui-hits">
      {lines.map((line) => (
        <li key={line.key}>
          {line.href ? (
            <AppLink className="ui-link" href={line.href}>
              <span dir="auto">{line.title}</span>
            </AppLink>
          ) : (
            <span dir="auto" className="font-semibold">
              {line.title}
            </span>
          )}
          <span className="ui-num text-soft">{line.detail}</span>
        </li>
      ))}
    </ul>
  </section>
)

/** Looks for anything that I may see, and shows it by kind. */
export function FindForm({ texts }: Props) {
  const [state, act] = useActionState(findAction, { attempt: 0, typed: '', groups: [] })
  return (
    <search className="block">
      <form action={act} className="ui-print-hide">
        <SearchField key={state.attempt} name="typed" label={texts.label} defaultValue={state.typed}>
          <SubmitButton variant="primary" pendingLabel={texts.pending}>
            {texts.submit}
          </SubmitButton>
        </SearchField>
      </form>
      <div role="status">
        {state.message ? <p className="mt-3 font-semibold">{state.message}</p> : null}
        {state.emergency ? <AppLink href={state.emergency}>{texts.emergency}</AppLink> : null}
      </div>
      {state.groups.map((group) => (
        <Group key={group.key} group={group} />
      ))}
    </search>
  )
}
