import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { people } from './samples'

export const groups = [
  'face',
  'buttons',
  'fields',
  'choices',
  'form',
  'table',
  'lists',
  'board',
  'record',
  'messages',
  'overlays',
  'waiting',
  'paper',
] as const

/** Parts that belong together, under one heading. */
export async function Group({ id, children }: { id: (typeof groups)[number]; children: ReactNode }) {
  const t = await getTranslations('design.groups')
  return (
    <section id={id} className="mb-12" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`} className="mb-4 font-serif text-xl">
        {t(id)}
      </h2>
      <div className="grid gap-x-10 gap-y-6 xl:grid-cols-2">{children}</div>
    </section>
  )
}

type State =
  | 'default'
  | 'filled'
  | 'help'
  | 'optional'
  | 'error'
  | 'long'
  | 'rtl'
  | 'blocked'
  | 'empty'
  | 'pending'
  | 'hover'
  | 'sorted'
  | 'selected'
  | 'wide'
  | 'confidential'
  | 'grave'
  | 'main'
  | 'other'
  | 'filtered'

type Props = {
  state: State | readonly State[]
  /** Takes the whole width of the page. */
  full?: boolean
  children: ReactNode
}

/** One part in one state, with the name of that state above it. */
export async function Sample({ state, full, children }: Props) {
  const t = await getTranslations('design.states')
  return (
    <div className={full ? 'min-w-0 xl:col-span-2' : 'min-w-0'}>
      <p className="mb-2 max-w-none border-line border-b pb-1 text-sm text-soft">
        {[state]
          .flat()
          .map((one) => t(one))
          .join(' · ')}
      </p>
      {children}
    </div>
  )
}

/** A name that is written from right to left. */
export function RtlName() {
  return (
    <span dir="auto" lang="ar">
      {people.rtl}
    </span>
  )
}
