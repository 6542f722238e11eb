import { notFound, redirect } from 'next/navigation'
import { getPaperToSign } from '@/features/case/agreement-queries'
import { Moves } from '@/features/case/components/moves'
import { PaperToSign } from '@/features/case/components/paper-to-sign'
import { LastVersion } from '@/features/case/components/plan-versions'
import { Replaces } from '@/features/case/components/replaced'
import { Stops } from '@/features/case/components/stops'
import { getMoves } from '@/features/case/moves'
import { getLastVersion } from '@/features/case/plan-queries'
import { getReplaced } from '@/features/case/replaced'
import { getStops } from '@/features/case/stops'
import { StepPage } from '@/features/step/components/step-page'
import { Done } from '@/features/step/components/story'
import { getStepScreen } from '@/features/step/queries'
import { PlacesLink } from '@/features/time-outs/components/places'
import { onPapers, onTheLedger, onTimeOuts, paths } from '@/paths'

type Props = {
  params: Promise<{ id: string; step: string }>
  searchParams: Promise<Record<string, unknown>>
}

export default async function CaseStepPage({ params, searchParams }: Props) {
  const { id, step } = await params
  const asked = await searchParams
  const screen = await getStepScreen('case', id, step, asked)
  if (!screen) notFound()
  // A consent is asked with its own text, for one organisation: on the ledger.
  if (onTheLedger.includes(step)) redirect(paths.consents(id))
  // A paper comes with its file, and is withdrawn from among the others.
  if (onPapers.includes(step)) redirect(screen.file ? paths.addPaper(id) : paths.papers(id))
  return (
    <StepPage screen={screen} title={screen.number}>
      <Done step={String(asked.done ?? '')} />
      <Stops lines={await getStops(id, step)} />
      <Moves moves={await getMoves(id, step)} />
      <PaperToSign id={id} screen={screen.refusal ? null : await getPaperToSign(id, step)} />
      <LastVersion version={await getLastVersion(id, step)} />
      <Replaces replaced={await getReplaced(id, step)} />
      {onTimeOuts.includes(step) && <PlacesLink />}
    </StepPage>
  )
}
