import { getTranslations } from 'next-intl/server'
import type { DemoPerson } from '@/server/sign-in'
import { Button } from '@/ui/button'
import { Disclosure } from '@/ui/disclosure'
import { Section } from '@/ui/section'
import { demoAction } from '../actions'

/** The parts of the main job, in the order in which they come up. */
const parts = ['mentor', 'regisseur', 'chair', 'secretary', 'officer']

/** One person for each part, of the organisations with most people in this covenant. */
function castOf(people: readonly DemoPerson[]): DemoPerson[] {
  const size = (p: DemoPerson) => people.filter((other) => other.organisation === p.organisation).length
  const single = (p: DemoPerson) => people.filter((other) => other.account_id === p.account_id).length === 1
  return parts.flatMap((role) =>
    people
      .filter((p) => p.role === role && single(p))
      .sort((a, b) => size(b) - size(a))
      .slice(0, 1),
  )
}

async function PersonButtons({
  people,
  withOrganisation = false,
}: {
  people: readonly DemoPerson[]
  withOrganisation?: boolean
}) {
  const t = await getTranslations()
  return (
    <ul className="flex flex-wrap gap-2">
      {people.map((p) => (
        <li key={p.account_id + p.role}>
          <Button type="submit" variant="secondary" name="account" value={p.account_id}>
            {t('login.demoAs', { name: p.name, role: t(`roles.${p.role}`) })}
            {withOrganisation && `, ${p.organisation}`}
          </Button>
        </li>
      ))}
    </ul>
  )
}

/** The fictional people of the demo, to sign in as by one click; nothing on any other installation. */
export async function DemoPeople({ people, next }: { people: readonly DemoPerson[]; next: string }) {
  const t = await getTranslations('login')
  if (!people.length) return null
  const covenants = [...Map.groupBy(people, (p) => p.covenant)]
  return (
    <Section title={t('demoTitle')}>
      <form action={demoAction} className="grid gap-6">
        <input type="hidden" name="next" value={next} />
        <div className="grid gap-3">
          <p>{t('demoLead')}</p>
          <PersonButtons people={castOf(covenants[0]?.[1] ?? [])} withOrganisation />
        </div>
        {covenants.map(([covenant, members]) => (
          <div key={covenant} className="grid gap-2">
            <h3 className="font-semibold">{covenant}</h3>
            {[...Map.groupBy(members, (p) => p.organisation)].map(([organisation, its]) => (
              <Disclosure key={organisation} summary={organisation}>
                <PersonButtons people={its} />
              </Disclosure>
            ))}
          </div>
        ))}
      </form>
    </Section>
  )
}
