'use client'
import { useActionState } from 'react'
import { ChoiceField, type ChoiceOption } from '@/ui/choice-field'
import { ErrorSummary } from '@/ui/error-summary'
import { Facts } from '@/ui/facts'
import { Notice } from '@/ui/notice'
import { SubmitButton } from '@/ui/pending-button'
import { Section } from '@/ui/section'
import { TextField } from '@/ui/text-field'
import { Title } from '@/ui/title'
import { answerByLinkAction } from '../actions'
import type { AnswerState } from '../by-link'

export type Choices = Readonly<Record<'words' | 'reasons' | 'helpers', ChoiceOption[]>>
export type Texts = Record<
  | 'title'
  | 'error'
  | 'failed'
  | 'code'
  | 'codeHelp'
  | 'look'
  | 'home'
  | 'several'
  | 'severalHelp'
  | 'word'
  | 'why'
  | 'whyHelp'
  | 'helped'
  | 'choose'
  | 'optional'
  | 'onlyNo'
  | 'send'
  | 'pending'
  | 'done'
  | 'doneHelp',
  string
>

const start: AnswerState = { attempt: 0, values: {}, wrong: [], home: null, several: false, done: false }

type Begin = (name: string) => { name: string; defaultValue: string; error?: string }

/** What the client is asked about the home that stands above it. */
function Questions({ begin, texts, choices }: { begin: Begin; texts: Texts; choices: Choices }) {
  return (
    <>
      <input type="hidden" name="sent" value="yes" />
      <ChoiceField {...begin('word')} label={texts.word} options={choices.words} />
      <ChoiceField
        {...begin('reason')}
        label={texts.why}
        help={texts.whyHelp}
        options={choices.reasons}
        emptyLabel={texts.choose}
        optional={texts.onlyNo}
      />
      <ChoiceField
        {...begin('helped')}
        label={texts.helped}
        options={choices.helpers}
        optional={texts.optional}
      />
    </>
  )
}

/** What is asked first. */
function Code({ begin, texts }: { begin: Begin; texts: Texts }) {
  const field = { label: texts.code, help: texts.codeHelp, inputMode: 'numeric', width: 'short' } as const
  return <TextField {...begin('code')} {...field} autoComplete="off" />
}

type WrongProps = Pick<AnswerState, 'wrong' | 'attempt'> & { texts: Texts }

function Wrong({ wrong, attempt, texts }: WrongProps) {
  if (!wrong.length) return null
  const items = wrong.map(({ name, text }) => ({ href: `#field-${name}`, text }))
  return (
    <>
      <Title text={texts.title} error={texts.error} />
      <ErrorSummary title={texts.failed} items={items} attempt={attempt} />
    </>
  )
}

type Props = { token: string; texts: Texts; choices: Choices }

/** The form of this moment: for the code, or for the answer with the code unseen. */
function Asked({ token, texts, choices, state, act }: Props & { state: AnswerState; act: Act }) {
  const { attempt, values, wrong, home } = state
  const begin: Begin = (name) => {
    const error = wrong.find((one) => one.name === name)?.text
    return { name, defaultValue: values[name] ?? '', ...(error && { error }) }
  }
  return (
    <form action={act} noValidate className="ui-form">
      <Wrong wrong={wrong} attempt={attempt} texts={texts} />
      <input type="hidden" name="token" value={token} />
      {home && <input type="hidden" name="code" value={values.code ?? ''} />}
      <div key={attempt} className="contents">
        {home ? (
          <Questions begin={begin} texts={texts} choices={choices} />
        ) : (
          <Code begin={begin} texts={texts} />
        )}
      </div>
      <div>
        <SubmitButton pendingLabel={texts.pending}>{home ? texts.send : texts.look}</SubmitButton>
      </div>
    </form>
  )
}

type Act = (form: FormData) => void

/** First the code, then the home with the question, then thanks. */
export function AnswerForm(props: Props) {
  const { texts } = props
  const [state, act] = useActionState(answerByLinkAction, start)
  if (state.done)
    return (
      <Notice tone="success" title={texts.done}>
        {texts.doneHelp}
      </Notice>
    )
  return (
    <>
      {state.home && (
        <div role="status">
          <Section title={texts.home}>
            {state.several && (
              <Notice tone="info" title={texts.several}>
                <p>{texts.severalHelp}</p>
              </Notice>
            )}
            <Facts items={[...state.home]} />
          </Section>
        </div>
      )}
      <Asked {...props} state={state} act={act} />
    </>
  )
}
