import { getTranslations } from 'next-intl/server'
import { FilterChips, FilterDay, FilterForm, FilterSelect } from '@/ui/filters'
import { ItemList } from '@/ui/item-list'
import { Pager } from '@/ui/pager'
import { StepList } from '@/ui/step-list'
import { Tag } from '@/ui/tag'
import { TaskList } from '@/ui/task-list'
import { Sample } from './group'
import { offer, towns } from './samples'

async function Tasks() {
  const t = await getTranslations('design.list')
  return (
    <TaskList
      items={[
        { key: 'income', label: t('income'), href: '#lists', status: t('ready') },
        { key: 'debts', label: t('debts'), href: '#lists', status: <Tag tone="warning">{t('open')}</Tag> },
        { key: 'consent', label: t('consent'), href: '#lists', status: <Tag tone="info">{t('seen')}</Tag> },
        { key: 'sending', label: t('sending'), status: t('notYet'), hint: t('notYetHelp') },
      ]}
    />
  )
}

async function Offers() {
  const t = await getTranslations('design.list')
  const one = { title: offer.address, href: '#lists', meta: offer.number }
  return (
    <ItemList
      items={[
        { key: 'a', ...one, status: <Tag tone="success">{t('accepted')}</Tag> },
        { key: 'b', ...one, detail: t('refusedWhy'), status: <Tag tone="neutral">{t('refused')}</Tag> },
      ]}
    />
  )
}

/** Asking for part of a list: what is chosen stands there, and goes away by one press. */
async function Filters() {
  const t = await getTranslations('design.list')
  const chips = [
    { key: 'late', label: t('late'), href: '#lists', on: true },
    { key: 'town', label: towns[2], href: '#lists', on: false },
  ]
  return (
    <>
      <FilterForm action="/design#lists" summary={t('filter')} submit={t('show')} kept={{}}>
        <FilterSelect
          name="filter-town"
          label={t('town')}
          value=""
          all={t('allTowns')}
          options={towns.map((town) => ({ value: town, label: town }))}
        />
        <FilterDay name="filter-from" label={t('from')} value="" />
      </FilterForm>
      <FilterChips
        label={t('chosen')}
        items={chips}
        removes={t('removes')}
        clear={{ href: '#lists', label: t('clear') }}
      />
      <Pager
        label={t('pages')}
        count={t('count')}
        previous={{ href: '#lists', label: t('previous') }}
        next={{ href: '#lists', label: t('next') }}
      />
    </>
  )
}

/** Parts of a job, things with a state, what can be done now, and asking for part of a list. */
export async function Lists() {
  const t = await getTranslations('design.list')
  return (
    <>
      <Sample state={['default', 'blocked']}>
        <Tasks />
      </Sample>
      <Sample state="default">
        <Offers />
      </Sample>
      <Sample state={['main', 'blocked', 'grave']}>
        <StepList
          emptyText={t('noSteps')}
          items={[
            { key: 'main', label: t('stepMain'), href: '#lists', main: true },
            { key: 'other', label: t('stepOther'), href: '#lists' },
            { key: 'blocked', label: t('stepBlocked'), reason: t('stepWhy') },
            { key: 'grave', label: t('stepGrave'), href: '#lists', danger: true },
          ]}
        />
      </Sample>
      <Sample state="filtered">
        <Filters />
      </Sample>
      <Sample state="empty">
        <StepList items={[]} emptyText={t('noSteps')} />
        <ItemList items={[]} empty={<p className="text-soft">{t('noOffers')}</p>} />
      </Sample>
    </>
  )
}
