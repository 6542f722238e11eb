import { getTranslations } from 'next-intl/server'
import { paths } from '@/paths'
import { Button } from '@/ui/button'
import type { CasesScreen } from '../cases'
import { EXPORTED } from '../taken-lines'
import { askedNow } from './case-address'

/** The selection as a file, and what that means for the journal. */
export async function Export(screen: CasesScreen) {
  const t = await getTranslations('selection.export')
  if (!screen.shown.list?.page.rows.length) return null
  return (
    <form method="post" action={paths.casesExport} className="ui-print-hide mt-6">
      {Object.entries(askedNow(screen)).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button type="submit">{t('submit')}</Button>
      <p className="mt-2 text-sm text-soft">{t('help', { n: EXPORTED })}</p>
    </form>
  )
}
