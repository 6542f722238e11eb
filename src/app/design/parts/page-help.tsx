import { getTranslations } from 'next-intl/server'
import { Help } from '@/ui/help'

/** The help of this very page. */
export async function PageHelp() {
  const t = await getTranslations('design.help')
  return (
    <Help
      label={t('label')}
      title={t('title')}
      closeLabel={t('close')}
      hotkey="?"
      topics={[{ key: 'what', title: t('what'), text: <p>{t('whatText')}</p> }]}
      keys={{
        title: t('keys'),
        items: [
          { keys: ['?'], does: t('keyHelp') },
          { keys: ['Esc'], does: t('keyClose') },
        ],
      }}
      contact={{ title: t('contact'), text: <p>{t('contactText')}</p> }}
    />
  )
}
