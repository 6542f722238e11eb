import type { ReactNode } from 'react'
import { Lock } from './icons'

type Props = {
  title: ReactNode
  number: ReactNode
  facts: { term: string; value: ReactNode }[]
  tags: ReactNode
  confidential?: ReactNode
  /** Of the heading: the record is the page, unless it is shown among other things. */
  level?: 1 | 3
}

/** Whose record this is, on every page of it and on every printed sheet. First thing in main. */
export function IdentityBar({ title, number, facts, tags, confidential, level = 1 }: Props) {
  const Heading = level === 1 ? 'h1' : 'h3'
  return (
    <div className="ui-identity">
      {confidential ? (
        <p className="ui-identity-confidential max-w-none">
          <Lock size={14} aria-hidden />
          <span>{confidential}</span>
        </p>
      ) : null}
      <div className="ui-identity-row">
        <div className="ui-identity-who">
          <Heading>
            <span dir="auto" className="wrap-break-word">
              {title}
            </span>{' '}
            <span className="ui-num ml-1 whitespace-nowrap font-normal text-base text-soft">{number}</span>
          </Heading>
          {tags}
        </div>
        <dl className="flex flex-wrap gap-x-6 gap-y-0.5">
          {facts.map((fact) => (
            <div key={fact.term} className="flex flex-wrap gap-x-1.5 text-sm">
              <dt className="text-soft">{fact.term}</dt>
              <dd className="ui-num font-semibold">{fact.value}</dd>
            </div>
          ))}
        </dl>
      </div>
    </div>
  )
}
