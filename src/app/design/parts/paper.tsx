import { getTranslations } from 'next-intl/server'
import { PrintButton } from '@/ui/print-button'
import { SignatureLines } from '@/ui/signature-lines'
import { Sample } from './group'

/** What comes on paper. */
export async function Paper() {
  const t = await getTranslations('design.paper')
  return (
    <>
      <Sample state="default">
        <p className="mb-4">{t('text')}</p>
        <PrintButton>{t('print')}</PrintButton>
      </Sample>
      <Sample state="default">
        <SignatureLines labels={[t('sign'), t('signDay'), t('signature')]} />
      </Sample>
    </>
  )
}
