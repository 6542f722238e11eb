import { getTranslations } from 'next-intl/server'
import { paths } from '@/paths'
import { AppLink } from '@/ui/app-link'
import { Notice } from '@/ui/notice'
import { SubmitButton } from '@/ui/pending-button'
import { Progress } from '@/ui/progress'
import { Section } from '@/ui/section'
import { cancelImportAction } from '../actions'
import type { ImportScreen } from '../queries'
import { ThrowAway } from './preview'

/** How far it is. It goes on without anybody looking; who looks again sees how far by then. */
export async function Running({ its, counts }: ImportScreen) {
  const t = await getTranslations()
  const done = counts.done + counts.refused
  const total = done + counts.good
  const cancel = (
    <form action={cancelImportAction}>
      <input type="hidden" name="import" value={its.id} />
      <SubmitButton variant="secondary" pendingLabel={t('form.pending')}>
        {t('import.running.cancel')}
      </SubmitButton>
    </form>
  )
  return (
    <Section title={t('import.running.title')}>
      <Progress
        label={t('import.running.label')}
        value={done}
        max={total}
        text={t('import.running.text', { done, total })}
        cancel={cancel}
      />
      <p className="my-4">{t('import.running.help')}</p>
      <p>
        <AppLink href={paths.import(its.id, its.kind)}>{t('import.running.again')}</AppLink>
      </p>
    </Section>
  )
}

/** What came in and what stayed behind, with the file to correct it in. */
export async function Result({ its, counts }: ImportScreen) {
  const t = await getTranslations('import')
  const left = counts.wrong + counts.double + counts.refused + counts.good
  return (
    <>
      {its.state === 'stopped' && <Notice tone="warning">{t('result.stopped')}</Notice>}
      <Notice tone={counts.done ? 'success' : 'info'}>
        <p>{t(`of.${its.kind}.done`, { n: counts.done })}</p>
        <p>{t('result.left', { n: left })}</p>
      </Notice>
      <p className="mb-4 flex flex-wrap gap-4">
        <AppLink href={paths.list(its.kind)}>{t(`of.${its.kind}.list`)}</AppLink>
        {left > 0 && (
          <a className="ui-link" href={paths.importErrors(its.id, its.kind)} download>
            {t('result.errors')}
          </a>
        )}
      </p>
      <p className="mb-4 text-sm text-soft">
        {t('result.checksum')}: <code className="break-all">{its.checksum}</code>
      </p>
      <p className="mb-4">{t('result.keep')}</p>
      {its.state !== 'stopped' && <ThrowAway id={its.id} />}
    </>
  )
}
