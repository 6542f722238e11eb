import { getTranslations } from 'next-intl/server'
import { reaches } from '@/domain/worklist/saved-view'
import { paths } from '@/paths'
import type { SavedView } from '@/server/work-views'
import { ChoiceField } from '@/ui/choice-field'
import { Disclosure } from '@/ui/disclosure'
import { type Item, ItemList } from '@/ui/item-list'
import { Notice } from '@/ui/notice'
import { SubmitButton } from '@/ui/pending-button'
import { Section } from '@/ui/section'
import { Tag } from '@/ui/tag'
import { TextField } from '@/ui/text-field'
import { keepViewAction, openFirstAction, removeViewAction } from '../actions'
import type { ViewsScreen } from '../views'
import { at } from './addresses'

/** Its name and who reads it; of a view that is there already, under its id. */
async function Fields({ view, error }: { view?: SavedView; error?: string }) {
  const t = await getTranslations('selection.views')
  const own = view ? `-${view.id}` : ''
  return (
    <>
      <TextField
        name={`name${own}`}
        label={t('name')}
        help={t('nameHelp')}
        defaultValue={view?.name ?? ''}
        autoComplete="off"
        {...(error && { error })}
      />
      <ChoiceField
        name={`reach${own}`}
        label={t('reach')}
        defaultValue={view?.reach ?? 'own'}
        options={reaches.map((value) => ({ value, label: t(`reaches.${value}`) }))}
      />
    </>
  )
}

async function Keep({ screen }: { screen: ViewsScreen }) {
  const t = await getTranslations()
  const { selection, wrong } = screen
  if (!selection) return null
  return (
    <Section title={t('selection.views.keep')}>
      <form action={keepViewAction} className="ui-form">
        <input type="hidden" name="selection" value={new URLSearchParams(selection).toString()} />
        <Fields {...(wrong === 'name' && { error: t('selection.views.wrong.name') })} />
        <div className="ui-button-row">
          <SubmitButton pendingLabel={t('form.pending')}>{t('selection.views.submit')}</SubmitButton>
        </div>
      </form>
    </Section>
  )
}

type PressProps = { action: (form: FormData) => Promise<void>; id: string; label: string; name: string }

/** One press of a button about one view. */
async function Press({ action, id, label, name }: PressProps) {
  const t = await getTranslations('form')
  return (
    <form action={action}>
      <input type="hidden" name="view" value={id} />
      <SubmitButton variant="secondary" pendingLabel={t('pending')}>
        {label}
        <span className="sr-only">: {name}</span>
      </SubmitButton>
    </form>
  )
}

/** Another name, or other readers. */
async function Change({ view }: { view: SavedView }) {
  const t = await getTranslations()
  return (
    <Disclosure summary={t('selection.views.change')}>
      <form action={keepViewAction} className="ui-form">
        <input type="hidden" name="view" value={view.id} />
        <Fields view={view} />
        <div className="ui-button-row">
          <SubmitButton pendingLabel={t('form.pending')}>{t('selection.views.save')}</SubmitButton>
        </div>
      </form>
    </Disclosure>
  )
}

async function itemOf(view: SavedView, removable: boolean): Promise<Item> {
  const t = await getTranslations()
  const { id, name, own, first } = view
  return {
    key: id,
    title: <span dir="auto">{name}</span>,
    href: at(paths.list('case'), view.asked),
    meta: first && <Tag tone="info">{t('selection.views.first')}</Tag>,
    detail: (
      <>
        {t(`selection.views.reaches.${view.reach}`)}
        {own ? '' : `, ${t('selection.views.by', { name: view.by })}`}
      </>
    ),
    status: (
      <>
        <div className="flex flex-wrap gap-2">
          <Press
            action={openFirstAction}
            id={first ? '' : id}
            name={name}
            label={t(first ? 'selection.views.notFirst' : 'selection.views.makeFirst')}
          />
          {removable && (
            <Press action={removeViewAction} id={id} name={name} label={t('selection.views.remove')} />
          )}
        </div>
        {own && <Change view={view} />}
      </>
    ),
  }
}

/** The views that one can open, what can be done with them, and the selection to save. */
export async function SavedViews({ screen }: { screen: ViewsScreen }) {
  const t = await getTranslations('selection.views')
  const { mine, shared, said, wrong } = screen
  return (
    <>
      {said && <Notice tone="success">{t(`said.${said}`)}</Notice>}
      {wrong && (wrong !== 'name' || !screen.selection) && (
        <Notice tone="warning">{t(`wrong.${wrong}`)}</Notice>
      )}
      <Keep screen={screen} />
      <Section title={t('mine')}>
        <ItemList
          items={await Promise.all(mine.map((view) => itemOf(view, true)))}
          empty={<p className="text-soft">{t('none')}</p>}
        />
      </Section>
      {shared.length > 0 && (
        <Section title={t('shared')}>
          <ItemList items={await Promise.all(shared.map((view) => itemOf(view, screen.tidies)))} />
        </Section>
      )}
    </>
  )
}
