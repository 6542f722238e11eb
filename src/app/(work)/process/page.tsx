import { getTranslations } from 'next-intl/server'
import { Agreed, Process } from '@/features/process/components/process-told'
import { getProcessScreen } from '@/features/process/queries'
import { PageTitle } from '@/ui/page-title'
import { Title } from '@/ui/title'

export default async function ProcessPage() {
  const t = await getTranslations('process')
  const screen = await getProcessScreen()
  return (
    <>
      <Title text={t('title')} />
      <PageTitle title={t('title')} kicker={screen.covenant} lead={t('lead')} />
      <Agreed screen={screen} />
      <nav aria-label={t('jump')} className="ui-print-hide mt-6">
        <ul className="ui-footer-links">
          {screen.processes.map(({ kind }) => (
            <li key={kind}>
              <a href={`#${kind}`}>{t(`kinds.${kind}`)}</a>
            </li>
          ))}
        </ul>
      </nav>
      {screen.processes.map((told) => (
        <Process key={told.kind} told={told} />
      ))}
    </>
  )
}
