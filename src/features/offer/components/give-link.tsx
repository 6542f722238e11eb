import { getTranslations } from 'next-intl/server'
import { Notice } from '@/ui/notice'
import { Title } from '@/ui/title'
import { getLinkOut } from '../queries'
import { GiveLinkForm } from './give-link-form'

/** What happens, in its order, before a link is made; and that another one is out. */
async function Before({ offer }: { offer: string }) {
  const t = await getTranslations('byLink')
  const out = await getLinkOut(offer)
  return (
    <div className="print:hidden">
      <ol className="mb-4 grid max-w-[68ch] list-decimal gap-2 pl-5">
        {(['first', 'second', 'third', 'fourth'] as const).map((step) => (
          <li key={step}>{t(`how.${step}`)}</li>
        ))}
      </ol>
      {out && <Notice tone="info">{t('out', out)}</Notice>}
    </div>
  )
}

/** What this step has instead of a form: it makes a link. */
export async function GiveLink({ offer }: { offer: string }) {
  const t = await getTranslations()
  return (
    <>
      <Title text={t('steps.giveLink.label')} />
      <Before offer={offer} />
      <GiveLinkForm
        offer={offer}
        texts={{
          make: t('byLink.make'),
          again: t('byLink.again'),
          pending: t('form.pending'),
          link: t('byLink.link'),
          linkHelp: t('byLink.linkHelp'),
          code: t('byLink.codeToTell'),
          codeHelp: t('byLink.codeHelp'),
          once: t('byLink.once'),
          print: t('byLink.print'),
          onPaper: t('byLink.onPaper'),
        }}
      />
    </>
  )
}
