'use client'
import { usePathname, useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import { listen, stayWhileGone, whenAnswered } from './listen'

type Props = {
  /** The address that is listened to. */
  at: string
  /** The cookie that says that nobody is at it. */
  unattended: string
  texts: { updated: string; changed: string; see: string }
}

/** In milliseconds: by then a request that we made is on its way; the page came again; what changed is not what one sent oneself. */
const [SENT, CAME, OWN] = [300, 1_500, 5_000]
/** The time of the Netherlands, as all other times on the page. */
const now = () => new Date().toLocaleTimeString('nl-NL', { timeZone: 'Europe/Amsterdam', timeStyle: 'short' })

const field = (name: string) => document.querySelector<HTMLInputElement>(`main [name=${name}]`)
/** A page with the form of a step: whoever types there loses nothing. */
const hasForm = () => field('key')
const shownVersion = () => field('version')?.value
const shown = () => document.getElementById('main')?.textContent ?? ''

/** Until when what changed is no news; and until when whoever signs out is on their way to the page that says so. */
let [own, out] = [0, 0]
const sends = ({ target }: Event) => {
  own = performance.now() + OWN
  if ((target as HTMLElement).matches('[data-leaves]')) out = own
}

/** Goes, unless they are on their way already: then only if they did not come there. */
function leave() {
  const [late, at] = [out - performance.now(), location.pathname]
  if (late > 0) return setTimeout(() => at === location.pathname && leave(), late)
  document.body.hidden = true
  location.reload()
}

type Say = (what: string) => void

/** Looks again when something changed, and beside a form only says so; goes when the access of its reader ended. */
function useWord({ at, unattended }: Props, path: string, say: Say) {
  const { refresh } = useRouter()
  useEffect(() => {
    let timer = 0
    let stopAsking = () => {}
    const keep = (seconds: number) => {
      // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is too young for the browsers of our readers
      document.cookie = `${unattended}=1;path=/;samesite=strict;max-age=${seconds}`
    }
    const look = () => {
      // Nobody is at it: the session must not live on by it.
      keep(5)
      refresh()
      setTimeout(keep, SENT, 0)
      // Said only when it can be seen.
      const before = shown()
      clearTimeout(timer)
      timer = window.setTimeout(() => before === shown() || say(now()), CAME)
    }
    const hear = (word: string) => {
      if (word === 'over' && hasForm()) return stop()
      if (word === 'ended' || word === 'over') return leave()
      if (word !== 'gone' && hasForm()) return performance.now() > own && say(path)
      stopAsking()
      // Whoever says what changed is there, as long as there is a connection at all: asked first, everybody would look later.
      if (word !== 'missed' && navigator.onLine) look()
      else stopAsking = whenAnswered(at, look)
    }
    const stop = listen(at, path, shownVersion, hear)
    addEventListener('submit', sends, true)
    return () => {
      stop()
      stopAsking()
      removeEventListener('submit', sends, true)
      clearTimeout(timer)
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
  useEffect(() => stayWhileGone(props.at), [props.at])
  const news = said === path
  return (
    <div role="status" className="ui-live">
      {said && (
        <p key={said} className={news ? 'ui-live-news' : ''}>
          {news ? `${texts.changed} ` : texts.updated.replace('{at}', said)}
          {news && (
            <a href={path.split('/', 3).join('/')} target="_blank" rel="noreferrer">
              {texts.see}
            </a>
          )}
        </p>
      )}
    </div>
  )
}
