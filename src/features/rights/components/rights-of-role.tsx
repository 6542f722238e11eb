import { getTranslations } from 'next-intl/server'
import { formats } from '@/i18n/format'
import { paths } from '@/paths'
import { Button } from '@/ui/button'
import { ChoiceField } from '@/ui/choice-field'
import { Facts } from '@/ui/facts'
import { Section } from '@/ui/section'
import { Tag } from '@/ui/tag'
import type { Part, RightsScreen } from '../queries'
import type { Block, Mine, When } from '../who-sees'
import { capital, Sayings, small, titleOf, whenSaid } from './sayings'

/** Whose rights to look at: a form that only asks, so it works everywhere. */
export async function RoleForm({ role, own, roles }: Pick<RightsScreen, 'role' | 'own' | 'roles'>) {
  const t = await getTranslations()
  const options = roles.map((value) => {
    const name = t(`roles.${value}`)
    return { value, label: value === own ? t('rights.ownRole', { role: name }) : name }
  })
  return (
    <form action={paths.rights} className="ui-print-hide flex flex-wrap items-end gap-x-4">
      <div className="min-w-0 grow basis-64 sm:max-w-[24rem]">
        <ChoiceField name="role" label={t('rights.role')} options={options} defaultValue={role} />
      </div>
      <div className="mb-6">
        <Button type="submit" variant="primary">
          {t('rights.show')}
        </Button>
      </div>
    </form>
  )
}

/** Where on the page a block stands. */
const anchorOf = (kind: string, when: When | null) =>
  when ? [kind, when.says, ...when.stages, ...(when.consent ? ['consent'] : [])].join('-') : `${kind}-never`

/** The whole answer in a few lines, each with the way to its details. */
async function InShort({ part: { kind, blocks } }: { part: Part }) {
  const t = await getTranslations()
  const { list } = await formats()
  const items = blocks.map((block) => ({
    term: capital(whenSaid(t, list, kind, block.when)),
    value:
      block.when === null && blocks.length === 1
        ? t('rights.everything')
        : block.objects.map((object) => titleOf(t, kind, object)).join(' · '),
    note: (
      <a href={`#${anchorOf(kind, block.when)}`}>{t(block.when ? 'rights.whoElse' : 'rights.whoDoes')}</a>
    ),
  }))
  return (
    <Section title={t('rights.inShort')}>
      <Facts items={items} />
    </Section>
  )
}

/** Facts of which the same is to be said, beside what there is to say. */
async function Told({ groups, own }: { groups: readonly Mine[]; own: boolean }) {
  const t = await getTranslations()
  const [first] = groups
  if (!first) return null
  return (
    <li className="grid gap-x-6 gap-y-2 border-line border-b py-3 last:border-b-0 sm:grid-cols-[minmax(10rem,18rem)_minmax(0,1fr)]">
      <div>
        <ul className="font-semibold">
          {groups.map(({ kind, object }) => (
            <li key={object}>{titleOf(t, kind, object)}</li>
          ))}
        </ul>
        {first.mine.writes && (
          <p className="mt-1">
            <Tag tone="info" icon={false}>
              {t(own ? 'rights.youWrite' : 'rights.writesToo')}
            </Tag>
          </p>
        )}
      </div>
      <Sayings of={first} />
    </li>
  )
}

async function BlockSection({ kind, block, own }: { kind: string; block: Block; own: boolean }) {
  const t = await getTranslations()
  const { list } = await formats()
  const when = whenSaid(t, list, kind, block.when)
  return (
    <Section
      id={anchorOf(kind, block.when)}
      title={t('rights.block', { kind: t(`rights.kinds.${kind}`), when })}
    >
      <ul className="-my-3">
        {block.alike.map((groups) => (
          <Told key={groups[0]?.object} groups={groups} own={own} />
        ))}
      </ul>
    </Section>
  )
}

const caseOf = (parts: readonly Part[]) => parts.find(({ kind }) => kind === 'case') as Part

async function Standing({ screen: { group, parts, role } }: { screen: RightsScreen }) {
  const t = await getTranslations()
  const { relations } = caseOf(parts)
  const sentences = relations.length
    ? relations.map((as) => t(`rights.standing.${group}.${as}`))
    : [t('rights.nothing'), t(`rights.instead.${role}`)]
  return <p className="text-lg">{sentences.join(' ')}</p>
}

/** What one role sees and does not see, of cases first. */
export async function RightsOfRole({ screen }: { screen: RightsScreen }) {
  const t = await getTranslations()
  const { role, own, parts } = screen
  const name = small(t(`roles.${role}`))
  return (
    <>
      <div className="mb-6 grid gap-1">
        <h2 className="text-xl">{t(role === own ? 'rights.asOwn' : 'rights.asOther', { role: name })}</h2>
        <Standing screen={screen} />
      </div>
      <InShort part={caseOf(parts)} />
      {parts.flatMap(({ kind, blocks }) =>
        blocks.map((block) => (
          <BlockSection
            key={`${kind} ${JSON.stringify(block.when)}`}
            kind={kind}
            block={block}
            own={role === own}
          />
        )),
      )}
    </>
  )
}
