import { getTranslations } from 'next-intl/server'
import { LinkButton } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { Drawer } from '@/ui/drawer'
import { Menu } from '@/ui/menu'
import { Audience } from '@/ui/section'
import { Sample } from './group'
import { PageHelp } from './page-help'
import { ToastSample } from './toast-sample'

async function Dialogs() {
  const t = await getTranslations('design')
  return (
    <div className="flex flex-wrap items-start gap-3">
      <Dialog label={t('over.dialog')} title={t('over.dialogTitle')} closeLabel={t('over.close')}>
        <p className="mb-4">{t('over.dialogText')}</p>
        <LinkButton href="#overlays" variant="primary">
          {t('over.dialog')}
        </LinkButton>
      </Dialog>
      <Dialog
        danger
        variant="danger"
        label={t('over.danger')}
        title={t('over.danger')}
        closeLabel={t('over.close')}
      >
        <p className="mb-4">{t('over.dangerText')}</p>
        <LinkButton href="#overlays" variant="danger">
          {t('over.danger')}
        </LinkButton>
      </Dialog>
    </div>
  )
}

async function Drawers() {
  const t = await getTranslations('design')
  return (
    <div className="flex flex-wrap items-start gap-3">
      <Drawer label={t('over.drawer')} title={t('over.drawer')} closeLabel={t('over.close')}>
        <p className="mb-4">{t('over.drawerText')}</p>
        <Audience
          label={t('record.visible')}
          parties={[
            { kind: 'circle', label: t('face.provider') },
            { kind: 'square', label: t('face.gemeente') },
          ]}
        />
      </Drawer>
      <PageHelp />
    </div>
  )
}

/** What opens over a page. Each also works without JavaScript, but for the passing message. */
export async function Overlays() {
  const t = await getTranslations('design')
  return (
    <>
      <Sample state={['default', 'grave']}>
        <Dialogs />
      </Sample>
      <Sample state="default">
        <Drawers />
      </Sample>
      <Sample state={['default', 'blocked']}>
        <Menu
          label={t('over.menu')}
          items={[
            { key: 'assign', label: t('table.assign'), href: '#overlays' },
            { key: 'decide', label: t('list.stepBlocked'), blocked: true },
            { key: 'close', label: t('list.stepGrave'), href: '#overlays', danger: true },
          ]}
        />
      </Sample>
      <Sample state="default">
        <ToastSample
          texts={{
            show: t('over.toast'),
            archived: t('over.archived'),
            undo: t('over.undo'),
            undone: t('over.undone'),
            close: t('over.close'),
          }}
        />
      </Sample>
    </>
  )
}
