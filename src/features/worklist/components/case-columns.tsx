import { getTranslations } from 'next-intl/server'
import { columnsFor } from '@/domain/worklist/case-view'
import { paths } from '@/paths'
import { FilterForm, FilterTicks } from '@/ui/filters'
import type { CasesScreen } from '../cases'
import { without } from './addresses'
import { askedNow } from './case-address'

/** The headings of the columns that one can choose. */
export async function columnNames() {
  const list = await getTranslations('list')
  const own = await getTranslations('selection.columns')
  return {
    number: list('number'),
    stage: list('stage'),
    waiting: list('ready'),
    turn: list('turn'),
    since: own('since'),
    mentor: own('mentor'),
    due: list('due'),
  }
}

/** Which columns the list has, of what this person may see, and how close its lines are. */
export async function ChooseColumns(screen: CasesScreen) {
  const t = await getTranslations('selection.columns')
  const list = await getTranslations('list')
  const names = await columnNames()
  const { columns, dense } = screen.view
  if (screen.view.form !== 'list') return null
  return (
    <FilterForm
      action={paths.list('case')}
      summary={t('choose')}
      submit={list('show')}
      kept={{ view: 'list', ...without(askedNow(screen), 'columns', 'dense') }}
    >
      <FilterTicks
        name="columns"
        label={t('legend')}
        values={columns}
        options={columnsFor(screen.role).map((value) => ({ value, label: names[value] }))}
      />
      <FilterTicks
        name="dense"
        label={t('density')}
        values={dense ? ['yes'] : []}
        options={[{ value: 'yes', label: t('dense') }]}
      />
    </FilterForm>
  )
}
