import { getTranslations } from 'next-intl/server'
import { paths } from '@/paths'
import { Button } from '@/ui/button'
import { ChoiceField } from '@/ui/choice-field'
import { EmptyState } from '@/ui/empty-state'
import { Section } from '@/ui/section'
import type { SeenScreen } from '../seen-queries'
import { Compartment } from './file-sections'

/** Another party to look through: a form that asks, without anything being sent. */
async function EyesChoice({ screen: { head, eyes, through } }: { screen: SeenScreen }) {
  const t = await getTranslations()
  const options = eyes.map(({ value, role, organisation }) => ({
    value,
    label: `${organisation} · ${t(`roles.${role}`)}`,
  }))
  return (
    <form method="get" action={paths.seen(head.id)} className="grid gap-4">
      <p>{t('seen.intro')}</p>
      <ChoiceField
        name="as"
        label={t('seen.choose')}
        options={options}
        emptyLabel={t('form.choose')}
        defaultValue={through?.value ?? ''}
      />
      <div>
        <Button type="submit">{t('seen.look')}</Button>
      </div>
    </form>
  )
}

async function Names({ title, names }: { title: string; names: readonly string[] }) {
  const t = await getTranslations()
  if (!names.length) return null
  return (
    <Section title={title}>
      <p>{names.map((name) => t(`compartments.${name}.title`)).join(' · ')}</p>
    </Section>
  )
}

/** The file through the eyes of another party. */
export async function SeenFile({ screen }: { screen: SeenScreen }) {
  const t = await getTranslations()
  const { eyes, through, compartments, theirs } = screen
  if (!eyes.length) return <EmptyState title={t('seen.nobodyTitle')}>{t('seen.nobody')}</EmptyState>
  const shared = compartments.filter((c) => c.shared)
  return (
    <div className="grid gap-6">
      <EyesChoice screen={screen} />
      {through && (
        <div>
          <h2 className="mb-4">
            {t('seen.heading', { organisation: through.organisation, role: t(`roles.${through.role}`) })}
          </h2>
          {shared.length + theirs.length === 0 && (
            <EmptyState title={t('seen.nothing')}>{t('seen.nothingHelp')}</EmptyState>
          )}
          {shared
            .filter((c) => c.rows.length)
            .map((c) => (
              <Compartment key={c.name} compartment={c} />
            ))}
          <Names
            title={t('file.stillEmpty')}
            names={shared.filter((c) => !c.rows.length).map((c) => c.name)}
          />
          <Names title={t('seen.theirs')} names={theirs} />
          <Names
            title={t('seen.notTheirs')}
            names={compartments.filter((c) => !c.shared).map((c) => c.name)}
          />
        </div>
      )}
    </div>
  )
}
