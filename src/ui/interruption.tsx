import { type ReactNode, useId } from 'react'

type Props = {
  title: ReactNode
  /** What will happen and for whom, in plain sentences. */
  children: ReactNode
  /** The act itself first, then the way back. */
  actions: ReactNode
  level?: 1 | 2
}

/** Stops someone before an act that is rare or cannot be taken back: a page of its own, with the act inside the panel. */
export function Interruption({ title, children, actions, level = 1 }: Props) {
  const id = useId()
  const Heading = level === 1 ? 'h1' : 'h2'
  return (
    <section className="ui-interruption" aria-labelledby={id}>
      <Heading id={id}>{title}</Heading>
      <div className="ui-interruption-text">{children}</div>
      <div className="ui-button-row">{actions}</div>
    </section>
  )
}
