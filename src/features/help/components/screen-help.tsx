import { getTranslations } from 'next-intl/server'
import { paths } from '@/paths'
import { AppLink } from '@/ui/app-link'
import { HelpTopics } from '@/ui/help'
import { screenAt, screenOf, type Word } from '../screens'

/** Words with what they mean. */
export async function Glossary({ words }: { words: readonly Word[] }) {
  const t = await getTranslations('help')
  return (
    <dl className="grid gap-2">
      {words.map((word) => (
        <div key={word}>
          <dt className="font-semibold">{t(`words.${word}.term`)}</dt>
          <dd className="max-w-[68ch]">{t(`words.${word}.means`)}</dd>
        </div>
      ))}
    </dl>
  )
}

/** The help of one screen: what can be done there, what happens after, what its words mean. */
export async function ScreenHelp({ screen }: { screen: string }) {
  const t = await getTranslations('help')
  const words = screenOf(screen)?.words ?? []
  const topics = [
    { key: 'can', title: t('topics.can'), text: <p>{t(`screens.${screen}.can`)}</p> },
    { key: 'next', title: t('topics.next'), text: <p>{t(`screens.${screen}.next`)}</p> },
    ...(words.length ? [{ key: 'words', title: t('topics.words'), text: <Glossary words={words} /> }] : []),
  ]
  return <HelpTopics topics={topics} />
}

/** The help of the screen at an address. */
export async function helpAt(address: string) {
  const t = await getTranslations('help')
  const screen = screenAt(address)
  if (screen) return <ScreenHelp screen={screen.key} />
  return (
    <p>
      <AppLink href={paths.help}>{t('all')}</AppLink>
    </p>
  )
}

/** The same for who is on a page already and goes on to another. */
export const helpAsked = (form: FormData) => helpAt(form instanceof FormData ? String(form.get('at')) : '')
