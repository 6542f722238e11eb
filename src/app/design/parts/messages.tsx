import { getTranslations } from 'next-intl/server'
import { Notice } from '@/ui/notice'
import { Tag } from '@/ui/tag'
import { Sample } from './group'

const tones = ['neutral', 'info', 'success', 'warning', 'danger', 'confidential'] as const

/** A state is a word with a shape; a message is a sentence. */
export async function Messages() {
  const t = await getTranslations('design.messages')
  return (
    <>
      <Sample full state="default">
        <p className="flex max-w-none flex-wrap gap-2">
          {tones.map((tone) => (
            <Tag key={tone} tone={tone}>
              {t(`tag.${tone}`)}
            </Tag>
          ))}
        </p>
      </Sample>
      <Sample state="default">
        <Notice tone="info">{t('info')}</Notice>
        <Notice tone="success">{t('success')}</Notice>
      </Sample>
      <Sample state={['error', 'long']}>
        <Notice tone="warning">{t('warning')}</Notice>
        <Notice tone="danger" title={t('danger')}>
          <p>{t('more')}</p>
        </Notice>
      </Sample>
    </>
  )
}
