import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Agreements } from '@/features/case/components/agreements'
import { Arrears } from '@/features/case/components/arrears'
import { CaseHeader } from '@/features/case/components/case-head'
import { Asked, People, Shielded } from '@/features/case/components/case-overview'
import { Conditions } from '@/features/case/components/conditions'
import { Stopped } from '@/features/case/components/consent-stopped'
import { Escalation } from '@/features/case/components/escalation'
import { Handovers } from '@/features/case/components/handover'
import { Decided } from '@/features/case/components/letter'
import { Positions } from '@/features/case/components/positions'
import { Criteria, IntakeTasks, Tracks } from '@/features/case/components/preparing'
import { OtherRegistrations } from '@/features/case/components/registrations'
import { Schedule } from '@/features/case/components/schedule'
import { Signals } from '@/features/case/components/signals'
import { type CaseScreen, getCaseScreen } from '@/features/case/queries'
import { OfferList } from '@/features/offer/components/offer-list'
import { StepsPanel, TurnsPanel } from '@/features/step/components/steps-panel'
import { Done, Story } from '@/features/step/components/story'
import { onNotes, onPapers, onTheLedger, paths } from '@/paths'
import type { OpenStep } from '@/server/open-steps'
import type { Told } from '@/server/story'
import { AppLink } from '@/ui/app-link'
import { Columns } from '@/ui/columns'
import { Section } from '@/ui/section'
import { Title } from '@/ui/title'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ done?: string }> }

async function Recent({ id, recent }: { id: string; recent: readonly Told[] }) {
  const t = await getTranslations('story')
  return (
    <Section title={t('recent')}>
      <Story story={recent} />
      <AppLink href={paths.timeline('case', id)}>{t('all')}</AppLink>
    </Section>
  )
}

/** Who can be called, and what happened last: not for who is here by an emergency alone. */
const Beside = ({ id, head, recent }: { id: string } & Pick<CaseScreen, 'head' | 'recent'>) => (
  <>
    <People head={head} />
    {!head.emergencies.only && <Recent id={id} recent={recent} />}
  </>
)

/** Steps that do not start from a page of their own. */
const elsewhereOf = (id: string): Readonly<Record<string, string>> => ({
  sendIntake: paths.check(id),
  ...Object.fromEntries(onTheLedger.map((step) => [step, paths.consents(id)])),
  ...Object.fromEntries(onPapers.map((step) => [step, paths.papers(id)])),
})

/** What this person can do, but for what is written beside the process: that has a page of its own. */
const Steps = ({ id, steps }: { id: string; steps: readonly OpenStep[] }) => (
  <StepsPanel
    kind="case"
    id={id}
    steps={steps.filter(({ name }) => !onNotes.includes(name))}
    leadsElsewhere={elsewhereOf(id)}
  />
)

/** Back to the table where this case is discussed, for who leads it. */
async function AtTable({ table }: { table: string | null }) {
  const t = await getTranslations('session')
  if (!table) return null
  return (
    <p className="mb-4">
      <AppLink href={paths.session(table)}>{t('backToTable')}</AppLink>
    </p>
  )
}

/** What goes on in the home, before what one can do about it. */
const AtHome = ({ id, screen, may }: { id: string; screen: CaseScreen; may: ReadonlySet<string> }) => (
  <>
    <Signals id={id} signals={screen.signals} may={may} />
    <Arrears arrears={screen.arrears} />
    <Escalation id={id} escalation={screen.escalation} />
  </>
)

export default async function CasePage({ params, searchParams }: Props) {
  const { id } = await params
  const screen = await getCaseScreen(id)
  if (!screen) notFound()
  const { head, turns, told, ahead, steps, preparing, decided, asked, stopped, offers, recent } = screen
  const may = new Set(steps.filter((s) => !s.refusal).map((s) => s.name))
  return (
    <>
      <Title text={head.number} />
      <CaseHeader head={head} tab="overview" />
      <Done step={(await searchParams).done} />
      <AtTable table={screen.table} />
      <Shielded head={head} may={may} />
      <Asked text={asked} />
      <Stopped stopped={stopped} />
      <Handovers pending={screen.handovers} />
      <OtherRegistrations registrations={screen.registrations} />
      <Columns aside={<Beside id={id} head={head} recent={recent} />}>
        <TurnsPanel turns={turns} told={told} ahead={ahead} />
        <AtHome id={id} screen={screen} may={may} />
        <IntakeTasks id={id} preparing={preparing} may={may} />
        {!head.emergencies.only && <Steps id={id} steps={steps} />}
        <Schedule schedule={screen.schedule} />
        <Criteria id={id} preparing={preparing} may={may} />
        <Decided id={id} decided={decided} />
        <Conditions id={id} lines={screen.conditions} may={may} />
        <Positions lines={screen.positions} />
        <OfferList offers={offers} by="client" />
        <Agreements id={id} lines={screen.agreements} />
        <Tracks id={id} preparing={preparing} may={may} />
      </Columns>
    </>
  )
}
