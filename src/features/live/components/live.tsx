'use client'
import { usePathname, useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import { listen } from './listen'

type Props = {
  /** The address that is listened to. */
  at: string
  /** The cookie that says that nobody is at it. */
  unattended: string
  texts: { updated: string; changed: string; see: string }
}

/** In milliseconds: by then a request that we made is on its way; and so long what changed is what one sent oneself. */
const [SENT, OWN] = [300, 5_000]

const field = (name: string) => document.querySelector<HTMLInputElement>(`main [name=${name}]`)
/** A page with the form of a step: whoever types there loses nothing. */
const hasForm = () => field('key')
const shownVersion = () => field('version')?.value
const shown = () => document.getElementById('main')?.textContent ?? ''

function leave() {
  document.body.hidden = true
  location.reload()
}

/** What the page said when it was asked again. */
let before = ''

/** Until when what changed is no news. */
let own = 0
const sends = () => {
  own = performance.now() + OWN
}

type Say = (what: string) => void

/** Looks again when something changed, and beside a form only says so; goes when the access of its reader ended. */
function useWord({ at, unattended }: Props, path: string, say: Say) {
  const { refresh } = useRouter()
  useEffect(() => {
    const keep = (seconds: number) => {
      // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is too young for the browsers of our readers
      document.cookie = `${unattended}=1;path=/;samesite=strict;max-age=${seconds}`
    }
    const hear = (word: string) => {
      if (word === 'over' && hasForm()) return stop()
      if (word === 'ended' || word === 'over') return leave()
      if (word === 'changed' && hasForm()) return performance.now() > own && say(path)
      // Nobody is at it: the session must not live on by it.
      before = shown()
      keep(5)
      refresh()
      setTimeout(keep, SENT, 0)
    }
    const stop = listen(at, path, shownVersion, hear)
    addEventListener('submit', sends, true)
    return () => {
      stop()
      removeEventListener('submit', sends, true)
      before = ''
      say('')
    }
  }, [path, at, unattended, refresh, say])
}

/** Keeps the page that is open up to date, and says what came in. */
export function Live(props: Props) {
  const { texts } = props
  const path = usePathname()
  const [said, say] = useState('')
  useWord(props, path, say)
  // A page that comes again brings this along: it is said only when it can be seen.
  useEffect(() => {
    if (!before || before === shown()) return
    before = ''
    say(new Date().toTimeString().slice(0, 5))
  })
  const news = said === path
  return (
    <div role="status" className="ui-live">
      {said && (
        <p key={said} className={news ? 'ui-live-news' : ''}>
          {news ? texts.changed : texts.updated.replace('{at}', said)}{' '}
          {news && (
            <a
              href={path.replace(/\/(steps|candidates|consents|check).*/, '')}
              target="_blank"
              rel="noreferrer"
            >
              {texts.see}
            </a>
          )}
        </p>
      )}
    </div>
  )
}
