'use client'
// When something broke the catalogue may be broken too: these few texts come along in both languages.
import en from '@/i18n/en/failures.json'
import nl from '@/i18n/nl/failures.json'
// Not the button or the title themselves, and no list of addresses: this stands by on every page, and must weigh little.
import { buttonClass } from '@/ui/button-class'
import { Title } from '@/ui/title'

export type Failure = { error: Error & { digest?: string }; retry: () => void }

/** Of a choice that somebody made earlier, when no page came that knows it. */
export const chosen = (name: string) =>
  globalThis.document && RegExp(`(?:^|; )${name}=(\\w+)`).exec(document.cookie)?.[1]

/** The language of the page that broke; of a page that never came, the one that was chosen before. */
const textsHere = () =>
  (globalThis.document?.documentElement.lang || chosen('language')) === 'en' ? en.failures : nl.failures

/** A defect: whose fault it is, what is safe, a way on, and the number that stands in the log. */
export default function Failed({ error, retry }: Failure) {
  const texts = textsHere()
  return (
    <>
      <Title text={texts.title} />
      <div className="ui-page-title mb-8 max-w-[68ch]">
        <span className="ui-sill mb-3" />
        <h1>{texts.title}</h1>
        <p className="mt-2 text-lg text-soft">{texts.fault}</p>
      </div>
      <div className="ui-button-row">
        <button type="button" className={buttonClass('primary')} onClick={() => retry()}>
          {texts.retry}
        </button>
        <a className={buttonClass('secondary')} href="/">
          {texts.work}
        </a>
      </div>
      {error.digest && (
        <p className="mt-6">
          {texts.keeps} <strong className="whitespace-nowrap">{error.digest}</strong>
        </p>
      )}
    </>
  )
}
