import { getTranslations } from 'next-intl/server'
import { caseForms } from '@/domain/worklist/case-view'
import { AppLink } from '@/ui/app-link'
import { address, type Selected } from './case-address'

/** The same selection as a list, a board, a month or an agenda. */
export async function Forms(selected: Selected) {
  const t = await getTranslations()
  return (
    <nav className="ui-forms" aria-label={t('selection.forms.label')}>
      <ul>
        {caseForms.map((form) => (
          <li key={form}>
            <AppLink
              href={address(selected, { view: { form } })}
              aria-current={selected.view.form === form ? 'true' : undefined}
            >
              {t(`selection.forms.${form}`)}
            </AppLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}
