import { getTranslations } from 'next-intl/server'
import type { Holder } from '@/server/covenant'
import { Disclosure } from '@/ui/disclosure'
import { Facts } from '@/ui/facts'
import { Section } from '@/ui/section'
import type { HelpScreen } from '../queries'
import { screens, words } from '../screens'
import { Glossary, ScreenHelp } from './screen-help'

const mail = (address: string) => <a href={`mailto:${address}`}>{address}</a>

function People({ people, none }: { people: readonly Holder[]; none: string }) {
  if (!people.length) return none
  return (
    <ul>
      {people.map(({ name, email }) => (
        <li key={email}>
          <span dir="auto">{name}</span>, {mail(email)}
        </li>
      ))}
    </ul>
  )
}

/** Whom to ask, by name. */
export async function Contact({ screen }: { screen: HelpScreen }) {
  const t = await getTranslations()
  const none = t('help.contact.nobody')
  const items = [
    {
      term: t('help.contact.admins', { organisation: screen.organisation }),
      value: <People people={screen.admins} none={none} />,
      note: t('help.contact.adminsFor'),
    },
    {
      term: t('help.contact.coordinators'),
      value: <People people={screen.coordinators} none={none} />,
      note: t('help.contact.coordinatorsFor'),
    },
    {
      term: t('help.contact.address'),
      value: screen.helpContact ? mail(screen.helpContact) : none,
      note: t('help.contact.addressFor'),
    },
  ]
  return (
    <Section id="contact" title={t('help.contact.title')}>
      <Facts items={items} />
    </Section>
  )
}

/** The keys that do something everywhere. */
export async function Keys() {
  const t = await getTranslations('help.keys')
  const items = [
    { keys: '?', does: t('help') },
    { keys: 'Esc', does: t('close') },
    { keys: 'Tab', does: t('tab') },
    { keys: 'Enter', does: t('enter') },
  ]
  return (
    <Section title={t('title')}>
      <Facts items={items.map(({ keys, does }) => ({ term: keys, value: does }))} />
      <p className="mt-4 text-soft">{t('skip')}</p>
    </Section>
  )
}

/** What every word means, and the help of every screen. */
export async function AllHelp({ about }: { about: string | null }) {
  const t = await getTranslations('help')
  return (
    <>
      <Section id="words" title={t('glossary')}>
        <Glossary words={words} />
      </Section>
      <Section title={t('perScreen')}>
        <ul className="grid gap-1">
          {screens
            .filter(({ key }) => key !== about && key !== 'design')
            .map(({ key }) => (
              <li key={key}>
                <Disclosure summary={t(`screens.${key}.title`)}>
                  <ScreenHelp screen={key} />
                </Disclosure>
              </li>
            ))}
        </ul>
      </Section>
    </>
  )
}
