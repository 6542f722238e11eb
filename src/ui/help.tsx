import type { ReactNode } from 'react'
import { Drawer } from './drawer'
import { CircleQuestionMark } from './icons'

export type HelpTopic = { key: string; title: ReactNode; text: ReactNode }
type HelpKey = { keys: string[]; does: ReactNode }

type Props = {
  label: ReactNode
  title: ReactNode
  closeLabel: string
  /** What this page is for, in a few short pieces. */
  topics?: HelpTopic[]
  /** The same, from who knows better which page is open. */
  children?: ReactNode
  keys?: { title: ReactNode; items: HelpKey[] }
  /** Whom to ask when this does not help. */
  contact?: { title: ReactNode; text: ReactNode }
  hotkey?: string
}

function Keys({ title, items }: NonNullable<Props['keys']>) {
  return (
    <section>
      <h3>{title}</h3>
      <dl className="ui-keys">
        {items.map((item) => (
          <div key={item.keys.join(' ')}>
            <dt>
              {item.keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{item.does}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/** Short pieces of help, each under its own heading. */
export function HelpTopics({ topics }: { topics: HelpTopic[] }) {
  return (
    <div className="ui-help-topics">
      {topics.map((topic) => (
        <section key={topic.key}>
          <h3>{topic.title}</h3>
          <div>{topic.text}</div>
        </section>
      ))}
    </div>
  )
}

/** Help with the page that is open: what it is for, its keys, whom to ask. The same place on every page. */
export function Help({ label, title, closeLabel, topics = [], children, keys, contact, hotkey }: Props) {
  return (
    <Drawer
      beside
      variant="quiet"
      icon={<CircleQuestionMark size={20} aria-hidden />}
      label={label}
      title={title}
      closeLabel={closeLabel}
      {...(hotkey && { hotkey })}
    >
      <div className="ui-help-topics">
        {children ? <section>{children}</section> : null}
        {topics.length ? (
          <section>
            <HelpTopics topics={topics} />
          </section>
        ) : null}
        {keys ? <Keys {...keys} /> : null}
        {contact ? (
          <section>
            <h3>{contact.title}</h3>
            <div>{contact.text}</div>
          </section>
        ) : null}
      </div>
    </Drawer>
  )
}
