import type { ReactNode } from 'react'
import { AppLink } from './app-link'
import { Facts } from './facts'
import { Section } from './section'

export type AnswerGroup = {
  title: string
  changeHref?: string
  changeLabel?: string
  items: { term: string; value: ReactNode }[]
}

function Change({ group }: { group: AnswerGroup }) {
  if (!group.changeHref || !group.changeLabel) return null
  return (
    <AppLink className="ui-task-link text-base" href={group.changeHref}>
      {group.changeLabel}
      <span className="sr-only"> {group.title}</span>
    </AppLink>
  )
}

/** Everything that was answered, before it is sent. */
export function CheckAnswers({ groups }: { groups: AnswerGroup[] }) {
  return (
    <>
      {groups.map((group) => (
        <Section key={group.title} title={group.title} aside={<Change group={group} />}>
          <Facts items={group.items} />
        </Section>
      ))}
    </>
  )
}
