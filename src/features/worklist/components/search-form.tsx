'use client'
import { useActionState } from 'react'
import { AppLink } from '@/ui/app-link'
import { SubmitButton } from '@/ui/pending-button'
import { SearchField } from '@/ui/search-field'
import { searchAction } from '../actions'

type Props = { texts: { label: string; submit: string; pending: string; emergency: string } }

/** Looks for a case among those that I may see. */
export function SearchForm({ texts }: Props) {
  const [state, act] = useActionState(searchAction, { attempt: 0, typed: '', hits: [] })
  return (
    <search className="ui-print-hide mb-6 block">
      <form action={act}>
        <SearchField key={state.attempt} name="typed" label={texts.label} defaultValue={state.typed}>
          <SubmitButton variant="secondary" pendingLabel={texts.pending}>
            {texts.submit}
          </SubmitButton>
        </SearchField>
      </form>
      <div role="status">
        {state.message ? <p className="mt-3 font-semibold">{state.message}</p> : null}
        {state.emergency ? <AppLink href={state.emergency}>{texts.emergency}</AppLink> : null}
      </div>
      {state.hits.length > 0 && (
        <ul className="ui-hits">
          {state.hits.map((hit) => (
            <li key={hit.href}>
              <AppLink className="ui-link" href={hit.href}>
                <span dir="auto">{hit.name}</span>
              </AppLink>
              <span className="ui-num text-soft">
                {hit.number} · {hit.stage}
              </span>
            </li>
          ))}
        </ul>
      )}
    </search>
  )
}
