import { getTranslations } from 'next-intl/server'
import { Button, ButtonRow, LinkButton } from '@/ui/button'
import { Sample } from './group'

/** The main one first and once; the grave one apart; never switched off. */
export async function Buttons() {
  const t = await getTranslations('design.buttons')
  return (
    <>
      <Sample state={['default', 'hover']}>
        <ButtonRow>
          <Button variant="primary">{t('primary')}</Button>
          <Button>{t('secondary')}</Button>
          <Button variant="quiet">{t('quiet')}</Button>
        </ButtonRow>
      </Sample>
      <Sample state="grave">
        <Button variant="danger">{t('danger')}</Button>
      </Sample>
      <Sample state="pending">
        <Button variant="primary" pending>
          {t('pending')}
        </Button>
      </Sample>
      <Sample state={['long', 'other']}>
        <ButtonRow>
          <Button>{t('long')}</Button>
          <LinkButton href="/">{t('link')}</LinkButton>
        </ButtonRow>
      </Sample>
    </>
  )
}
