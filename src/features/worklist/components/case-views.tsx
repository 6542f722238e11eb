import { getTranslations } from 'next-intl/server'
import { keptOf } from '@/domain/worklist/saved-view'
import { paths } from '@/paths'
import { AppLink } from '@/ui/app-link'
import type { CasesScreen } from '../cases'
import { at } from './addresses'
import { askedNow } from './case-address'

/** So many views stand above the list; the others on their own page. */
const ABOVE = 8

const same = (one: object, other: object) =>
  new URLSearchParams(Object.entries(one).sort()).toString() ===
  new URLSearchParams(Object.entries(other).sort()).toString()

/** The saved views, and where this one can be saved. */
export async function Views(screen: CasesScreen) {
  const t = await getTranslations('selection.views')
  const asked = askedNow(screen)
  const now = keptOf(asked, screen.role, screen.today)
  return (
    <nav className="ui-views" aria-label={t('label')}>
      <ul>
        {screen.views.slice(0, ABOVE).map((view) => (
          <li key={view.id}>
            <AppLink
              href={at(paths.list('case'), view.asked)}
              aria-current={same(view.asked, now) ? 'true' : undefined}
            >
              <span dir="auto">{view.name}</span>
            </AppLink>
          </li>
        ))}
        <li>
          <AppLink href={at(paths.views, now)}>{t('manage')}</AppLink>
        </li>
      </ul>
    </nav>
  )
}
