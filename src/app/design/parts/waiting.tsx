import { getTranslations } from 'next-intl/server'
import { Button, LinkButton } from '@/ui/button'
import { Interruption } from '@/ui/interruption'
import { Progress } from '@/ui/progress'
import { Sample } from './group'

/** Work that takes a while, and the stop before what cannot be taken back. */
export async function Waiting() {
  const t = await getTranslations('design.wait')
  return (
    <>
      <Sample state="pending">
        <Progress
          label={t('label')}
          value={64}
          max={120}
          text={t('text')}
          cancel={<Button variant="secondary">{t('stop')}</Button>}
        />
      </Sample>
      <Sample state="grave">
        <Interruption
          level={2}
          title={t('stopTitle')}
          actions={
            <>
              <Button variant="danger">{t('stopYes')}</Button>
              <LinkButton href="#waiting" variant="quiet">
                {t('stopNo')}
              </LinkButton>
            </>
          }
        >
          <p>{t('stopText')}</p>
          <p>{t('stopOnce')}</p>
        </Interruption>
      </Sample>
    </>
  )
}
