import { getTranslations } from 'next-intl/server'
import type { Asked } from '@/domain/worklist/work-filter'
import { getCasesScreen } from '@/features/worklist/cases'
import { Export } from '@/features/worklist/components/case-export'
import { Forms } from '@/features/worklist/components/case-forms'
import { Views } from '@/features/worklist/components/case-views'
import { Cases, Choose, Stages } from '@/features/worklist/components/cases'
import { SearchForm } from '@/features/worklist/components/search-form'
import { paths } from '@/paths'
import { AppLink } from '@/ui/app-link'
import { LinkButton } from '@/ui/button'
import { PageTitle } from '@/ui/page-title'
import { Title } from '@/ui/title'

type Props = { searchParams: Promise<Asked> }

export default async function CasesPage({ searchParams }: Props) {
  const t = await getTranslations()
  const screen = await getCasesScreen(await searchParams)
  const search = {
    label: t('cases.search'),
    submit: t('cases.find'),
    pending: t('form.pending'),
    emergency: t('emergency.entry'),
  }
  return (
    <>
      <Title text={t('cases.title')} />
      <PageTitle
        title={t('cases.title')}
        {...(screen.mayOpen && {
          actions: (
            <>
              <LinkButton href={paths.open('case')}>{t('cases.new')}</LinkButton>
              <LinkButton href={paths.imports()}>{t('import.of.case.title')}</LinkButton>
            </>
          ),
        })}
      />
      <SearchForm texts={search} />
      <div className="ui-filter-bar">
        <Forms {...screen} />
        <Views {...screen} />
      </div>
      <Stages {...screen} />
      <Choose {...screen} />
      <Cases screen={screen} />
      <Export {...screen} />
      {screen.mayBreakGlass && (
        <p className="ui-print-hide mt-8">
          <AppLink href={paths.open('emergency')}>{t('emergency.entry')}</AppLink>
        </p>
      )}
    </>
  )
}
