import { ErrorSummary } from '@/ui/error-summary'
import { Title } from '@/ui/title'

export type WrongTexts = {
  /** Of the page, before anything is wrong. */
  title: string
  error: string
  summary: string
  refused: string
  signedOut: string
  signIn: string
  signInAt: string
}

type Props = {
  attempt: number
  reason: string | undefined
  /** Nobody is signed in any more. */
  signIn: boolean
  errors: { href: string; text: string }[]
  texts: WrongTexts
}

/** What went wrong, on top of the form and in the title of the tab. */
export function WhatIsWrong({ attempt, reason, signIn, errors, texts }: Props) {
  if (!errors.length && !reason) return <Title text={texts.title} />
  // Signing in happens in a second tab, so that nothing that was typed leaves this one.
  const notice = signIn ? (
    <>
      {reason}
      <a className="mt-1 block" href={texts.signInAt} target="_blank" rel="noopener">
        {texts.signIn}
      </a>
    </>
  ) : (
    reason
  )
  const said = errors.length
    ? { title: texts.summary, items: errors }
    : { title: signIn ? texts.signedOut : texts.refused, items: errors, notice }
  return (
    <>
      <Title text={texts.title} error={texts.error} />
      <ErrorSummary {...said} attempt={attempt} />
    </>
  )
}
