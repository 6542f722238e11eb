import { headers } from 'next/headers'
import { getTranslations } from 'next-intl/server'
import { paths } from '@/paths'
import { AppLink } from '@/ui/app-link'
import { Help } from '@/ui/help'
import { FreshHelp } from './fresh-help'
import { helpAt } from './screen-help'

/** Help with the page that is open, at its edge. Who is not signed in is led to what anyone may read. */
export async function PageHelp({ visitor = false }: { visitor?: boolean }) {
  const t = await getTranslations('help')
  const at = (await headers()).get('x-path') ?? '/'
  const all = visitor ? paths.accessibility : paths.help
  const link = <AppLink href={all}>{t(visitor ? 'whomVisitor' : 'all')}</AppLink>
  return (
    <Help
      label={t('label')}
      title={t('ofPage')}
      closeLabel={t('close')}
      hotkey="?"
      keys={{
        title: t('keys.title'),
        items: [
          { keys: ['?'], does: t('keys.help') },
          { keys: ['Esc'], does: t('keys.close') },
        ],
      }}
      contact={{
        title: t('contact.title'),
        text: (
          <p>
            {t(visitor ? 'contact.visitor' : 'contact.short')} {link}
          </p>
        ),
      }}
    >
      <FreshHelp at={at} pending={t('pending')} failed={<p>{link}</p>}>
        {await helpAt(at)}
      </FreshHelp>
    </Help>
  )
}
