import { getTranslations } from 'next-intl/server'
import { passed } from '@/domain/case/stages'
import { COUNTED } from '@/domain/kernel/paging'
import { CaseList } from '@/features/worklist/components/case-list'
import { getCasesScreen } from '@/features/worklist/queries'
import { paths } from '@/paths'
import { AppLink } from '@/ui/app-link'
import { LinkButton } from '@/ui/button'
import { PageTitle } from '@/ui/page-title'
import { TabsNav } from '@/ui/tabs-nav'
import { Title } from '@/ui/title'

type Props = { searchParams: Promise<{ stage?: string; after?: string }> }

export default async function CasesPage({ searchParams }: Props) {
  const t = await getTranslations()
  const asked = await searchParams
  const { lines, stage, counts, mayOpen, next } = await getCasesScreen(asked.stage, asked.after)
  const list = paths.list('case')
  const running = passed.filter((s) => s !== 'closed').reduce((n, s) => n + (counts[s] ?? 0), 0)
  const said = (n: number) => (n >= COUNTED ? `${COUNTED}+` : String(n))
  const tabs = [
    { href: list, label: `${t('cases.running')} (${said(running)})`, current: !stage },
    ...passed
      .filter((s) => counts[s])
      .map((s) => ({
        href: `${list}?stage=${s}`,
        label: `${t(`stages.case.${s}`)} (${said(counts[s] ?? 0)})`,
        current: stage === s,
      })),
  ]
  return (
    <>
      <Title text={t('cases.title')} />
      <PageTitle
        title={t('cases.title')}
        {...(mayOpen && { actions: <LinkButton href={paths.open('case')}>{t('cases.new')}</LinkButton> })}
      />
      <TabsNav label={t('cases.filter')} items={tabs} />
      <CaseList lines={lines} />
      {next && (
        <AppLink href={`${list}?${new URLSearchParams({ ...(stage && { stage }), after: next })}`}>
          {t('cases.next')}
        </AppLink>
      )}
    </>
  )
}
