'use client'
import { useActionState } from 'react'
import { AppLink } from '@/ui/app-link'
import { SubmitButton } from '@/ui/pending-button'
import { SearchField } from '@/ui/search-field'
import { findEarlierAction } from '../actions'

type Props = { texts: { label: string; submit: string; pending: string } }

/** Looks for an earlier registration of one's own organisation. */
export function FindEarlier({ texts }: Props) {
  const [state, act] = useActionState(findEarlierAction, { attempt: 0, typed: '', found: [] })
  return (
    <search className="mb-6 block">
      <form action={act}>
        <SearchField key={state.attempt} name="typed" label={texts.label} defaultValue={state.typed}>
          <SubmitButton variant="secondary" pendingLabel={texts.pending}>
            {texts.submit}
          </SubmitButton>
        </SearchField>
      </form>
      <div role="status">{state.message ? <p className="mt-3 font-semibold">{state.message}</p> : null}</div>
      {state.found.length > 0 && (
        <ul className="ui-hits">
          {state.found.map((one) => (
            <li key={one.href}>
              <AppLink className="ui-link" href={one.href}>
                <span dir="auto">{one.name}</span>
              </AppLink>
              <span className="ui-num text-soft">{one.about}</span>
            </li>
          ))}
        </ul>
      )}
    </search>
  )
}
