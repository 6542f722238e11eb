import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { StepsPanel, TurnsPanel } from '@/features/step/components/steps-panel'
import { Done, Story } from '@/features/step/components/story'
import { AtTable } from '@/features/tafel/components/at-table'
import { GoesOn } from '@/features/tafel/components/going-on'
import { TafelFacts } from '@/features/tafel/components/tafel-facts'
import { Agenda } from '@/features/tafel/components/tafel-parts'
import { TafelRail } from '@/features/tafel/components/tafel-rail'
import { TakeAlong } from '@/features/tafel/components/take-along'
import { getTafelScreen } from '@/features/tafel/queries'
import { formats } from '@/i18n/format'
import { paths } from '@/paths'
import { AppLink } from '@/ui/app-link'
import { Columns } from '@/ui/columns'
import { Notice } from '@/ui/notice'
import { PageTitle } from '@/ui/page-title'
import { Section } from '@/ui/section'
import { Title } from '@/ui/title'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ done?: string }> }

export default async function TafelPage({ params, searchParams }: Props) {
  const { id } = await params
  const tafel = await getTafelScreen(id)
  if (!tafel) notFound()
  const t = await getTranslations()
  const { longDay, time } = await formats()
  const title = tafel.session ? t('tafel.heading', { on: longDay(tafel.session.on) }) : tafel.number
  return (
    <>
      <Title text={title} />
      <PageTitle
        title={title}
        kicker={tafel.number}
        {...(tafel.session && { lead: `${time(tafel.session.at)} · ${tafel.session.place}` })}
      />
      <TafelRail tafel={tafel} />
      <TakeAlong id={id} stage={tafel.stage} />
      <Done step={(await searchParams).done} />
      <Columns
        aside={
          <Section title={t('case.tabs.timeline')}>
            <Story story={tafel.story} />
          </Section>
        }
      >
        {tafel.stage === 'inSession' && (
          <Notice tone="info">
            {t('session.going')} <AppLink href={paths.session(id)}>{t('session.follow')}</AppLink>
          </Notice>
        )}
        {tafel.goingOn && <GoesOn goingOn={tafel.goingOn} />}
        <TurnsPanel turns={tafel.turns} told={tafel.told} />
        <Agenda tafel={tafel} />
        <StepsPanel kind="tafel" id={id} steps={tafel.steps} />
        <AtTable tafel={tafel} />
        <TafelFacts tafel={tafel} />
      </Columns>
    </>
  )
}
