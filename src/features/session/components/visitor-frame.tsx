import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { paths } from '@/paths'
import { AppLink } from '@/ui/app-link'
import { Button } from '@/ui/button'
import { VisitorShell } from '@/ui/visitor-shell'
import { preferAction } from '../actions'
import { Preferences } from './preferences'

/** What someone may read who is not signed in. */
const open = ['privacy', 'accessibility'] as const

async function Language() {
  const t = await getTranslations('app')
  const other = (await getLocale()) === 'nl' ? 'en' : 'nl'
  return (
    <form action={preferAction}>
      <Button type="submit" variant="quiet" name="language" value={other}>
        {t('language')}
      </Button>
    </form>
  )
}

/** The frame of pages that need no sign-in: our name, the other language, and what anyone may read. */
export async function VisitorFrame({ help, children }: { help?: ReactNode; children: ReactNode }) {
  const t = await getTranslations('app')
  return (
    <VisitorShell
      brand={t('name')}
      brandHref={paths.work}
      skipLabel={t('skip')}
      tools={
        <>
          {help}
          <Language />
        </>
      }
      footer={
        <>
          <nav aria-label={t('about.label')}>
            <ul className="ui-footer-links">
              {open.map((page) => (
                <li key={page}>
                  <AppLink href={paths[page]}>{t(`about.${page}`)}</AppLink>
                </li>
              ))}
            </ul>
          </nav>
          <Preferences />
        </>
      }
    >
      {children}
    </VisitorShell>
  )
}
