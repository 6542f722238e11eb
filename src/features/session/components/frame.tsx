import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import type { Actor } from '@/domain/case/actor'
import { formats } from '@/i18n/format'
import { paths } from '@/paths'
import { today } from '@/server/clock'
import { roomPath, roomsOf } from '@/server/rooms'
import { AppLink } from '@/ui/app-link'
import { Button } from '@/ui/button'
import { Search } from '@/ui/icons'
import type { NavItem } from '@/ui/nav-links'
import { Shell } from '@/ui/shell'
import { leaveAction, preferAction } from '../actions'
import { Preferences } from './preferences'

async function Account({ actor, several }: { actor: Actor; several: boolean }) {
  const t = await getTranslations()
  const other = (await getLocale()) === 'nl' ? 'en' : 'nl'
  return (
    <div className="grid gap-3">
      <p>
        <strong dir="auto">{actor.name}</strong>
        <br />
        {t(`roles.${actor.role}`)}, {actor.organisationName}
        <br />
        <span className="text-soft">{actor.covenantName}</span>
      </p>
      <AppLink href={paths.mailChoices}>{t('mailChoice.title')}</AppLink>
      {several && <a href={paths.chooseMembership}>{t('app.switch')}</a>}
      <form action={preferAction}>
        <Button type="submit" variant="quiet" name="language" value={other}>
          {t('app.language')}
        </Button>
      </form>
      <form action={leaveAction} data-leaves>
        <Button type="submit" variant="quiet">
          {t('app.signOut')}
        </Button>
      </form>
    </div>
  )
}

/** The way to everything: a palette where there are scripts, else the page of the search. */
async function SearchButton() {
  const t = await getTranslations('search')
  const palette = {
    at: paths.searchResults,
    label: t('label'),
    hint: t('hint'),
    failed: t('failed'),
    close: t('close'),
  }
  return (
    <a
      className="ui-button ui-button-quiet"
      href={paths.search}
      aria-keyshortcuts="Control+K Meta+K"
      data-palette={JSON.stringify(palette)}
    >
      <Search size={20} aria-hidden />
      <span>{t('title')}</span>
    </a>
  )
}

/** The pages that explain the house. */
const about = ['help', 'rights', 'process', 'covenant', 'privacy', 'accessibility'] as const

/** At the foot of every page: what explains the house, and how one wants to see it. */
async function Foot() {
  const t = await getTranslations('app')
  return (
    <div className="flex flex-wrap items-center justify-between gap-4">
      <div className="grid gap-2">
        <nav aria-label={t('about.label')}>
          <ul className="ui-footer-links">
            {about.map((page) => (
              <li key={page}>
                <AppLink href={paths[page]}>{t(`about.${page}`)}</AppLink>
              </li>
            ))}
          </ul>
        </nav>
        <span>{t('footer')}</span>
      </div>
      <Preferences />
    </div>
  )
}

type Props = {
  actor: Actor
  several: boolean
  demo: boolean
  bell?: ReactNode
  help?: ReactNode
  children: ReactNode
}

/** The frame around every page of someone who is signed in: the rooms of their role, and who they are now. */
export async function Frame({ actor, several, demo, bell, help, children }: Props) {
  const t = await getTranslations('app')
  const { longDay } = await formats()
  const nav = roomsOf(actor.role).map((room): NavItem => ({ href: roomPath(room), label: t(`nav.${room}`) }))
  return (
    <Shell
      brand={t('name')}
      brandHref={paths.work}
      nav={nav}
      account={<Account actor={actor} several={several} />}
      skipLabel={t('skip')}
      menuLabel={t('menu')}
      bell={bell}
      help={help}
      search={<SearchButton />}
      {...(demo && { banner: t('demo') })}
      footer={<Foot />}
      printNote={t('printed', { name: actor.name, on: longDay(today()) })}
    >
      {children}
    </Shell>
  )
}
