import { cookies } from 'next/headers'
import { getTranslations } from 'next-intl/server'
import { DensitySwitch, ThemeSwitch } from '@/ui/theme-switch'
import { preferAction } from '../actions'
import { densityOf, themeOf } from '../preferences'

/** How this person wants to see it: light or dark, roomy or compact. */
export async function Preferences() {
  const t = await getTranslations('app')
  const jar = await cookies()
  const theme = {
    legend: t('theme.legend'),
    light: t('theme.light'),
    dark: t('theme.dark'),
    system: t('theme.system'),
  }
  const density = {
    legend: t('density.legend'),
    comfortable: t('density.comfortable'),
    compact: t('density.compact'),
  }
  return (
    <div className="flex flex-wrap gap-x-6 gap-y-3">
      <ThemeSwitch current={themeOf(jar)} labels={theme} action={preferAction} />
      <DensitySwitch current={densityOf(jar)} labels={density} action={preferAction} />
    </div>
  )
}
