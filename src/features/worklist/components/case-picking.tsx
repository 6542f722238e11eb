import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { spreadsWork } from '@/domain/worklist/spread'
import { paths } from '@/paths'
import { AppLink } from '@/ui/app-link'
import { Button } from '@/ui/button'
import { SelectionBar } from '@/ui/table-select'
import type { CasesScreen } from '../cases'
import { at } from './addresses'
import { address, askedNow } from './case-address'

/** Whether rows are being picked: only for who can do something with several at once. */
export const picks = ({ picking, together }: CasesScreen) => picking && together.length > 0

/** Around the list: the way to picking rows, and what can be done with those that are picked. */
export async function Picking({ screen, children }: { screen: CasesScreen; children: ReactNode }) {
  const t = await getTranslations()
  if (!screen.together.length) return <>{children}</>
  const begin = at(paths.list('case'), { ...askedNow(screen), pick: 'yes' })
  if (!screen.picking)
    return (
      <>
        {children}
        <p className="ui-print-hide mt-3">
          <AppLink href={begin}>{t('selection.together.begin')}</AppLink>
        </p>
      </>
    )
  return (
    <form method="get" action={paths.together}>
      <p className="mb-3">
        {t('selection.together.help')}{' '}
        <AppLink href={address(screen)}>{t('selection.together.stop')}</AppLink>
      </p>
      {children}
      <SelectionBar label={t('selection.together.picked')}>
        {screen.together.map((step) => (
          <Button key={step} type="submit" variant="secondary" name="step" value={step}>
            {t(`selection.together.steps.${step}`)}
          </Button>
        ))}
        {spreadsWork(screen.role) && (
          <Button type="submit" variant="secondary" name="spread" value="yes">
            {t('selection.spread.offer')}
          </Button>
        )}
      </SelectionBar>
    </form>
  )
}
