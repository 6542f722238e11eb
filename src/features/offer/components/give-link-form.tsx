'use client'
import { useActionState } from 'react'
import { Notice } from '@/ui/notice'
import { SubmitButton } from '@/ui/pending-button'
import { PrintButton } from '@/ui/print-button'
import { Section } from '@/ui/section'
import { giveLinkAction } from '../actions'

type Texts = Record<
  'make' | 'again' | 'pending' | 'link' | 'linkHelp' | 'code' | 'codeHelp' | 'once' | 'print' | 'onPaper',
  string
>

/** Makes the link, and shows it with its code this once. On paper stands the link alone: the code is told. */
export function GiveLinkForm({ offer, texts }: { offer: string; texts: Texts }) {
  const [{ given, wrong }, act] = useActionState(giveLinkAction, { attempt: 0 })
  return (
    <>
      {wrong && <Notice tone="danger">{wrong}</Notice>}
      {given && (
        <div role="status" className="ui-print-alone">
          <Section title={texts.link}>
            <div className="grid gap-4">
              <p className="wrap-anywhere rounded-xs border border-line bg-sunk p-3 text-lg">{given.link}</p>
              <p>
                {given.until} {texts.linkHelp}
              </p>
              <p className="hidden print:block">{texts.onPaper}</p>
              <div>
                <PrintButton variant="secondary">{texts.print}</PrintButton>
              </div>
            </div>
          </Section>
          <div className="print:hidden">
            <Section title={texts.code}>
              <p className="ui-num text-2xl">{given.code}</p>
              <p className="mt-2">{texts.codeHelp}</p>
            </Section>
            <Notice tone="warning">{texts.once}</Notice>
          </div>
        </div>
      )}
      <form action={act} className="mt-4 print:hidden">
        <input type="hidden" name="offer" value={offer} />
        <SubmitButton variant={given ? 'secondary' : 'primary'} pendingLabel={texts.pending}>
          {given ? texts.again : texts.make}
        </SubmitButton>
      </form>
    </>
  )
}
