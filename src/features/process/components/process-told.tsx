import { getTranslations } from 'next-intl/server'
import { FlowDiagram } from '@/ui/flow-diagram'
import { Notice } from '@/ui/notice'
import { Section } from '@/ui/section'
import type { ProcessScreen, ProcessTold } from '../queries'
import { Stage } from './process-steps'

type T = Awaited<ReturnType<typeof getTranslations>>

/** A way from stage to stage, in words. */
function wayOf(t: T, kind: string, { from, to, steps }: ProcessTold['arrows'][number]) {
  const names = steps.map((name) => t(`steps.${name}.label`)).join(', ')
  const stage = (name: string) => t(`stages.${kind}.${name}`)
  if (from === 'new') return t('process.begins', { to: stage(to), steps: names })
  if (from === to) return t('process.stays', { from: stage(from), steps: names })
  return t('process.way', { from: stage(from), to: stage(to), steps: names })
}

async function Drawing({ told: { kind, stages, arrows } }: { told: ProcessTold }) {
  const t = await getTranslations()
  const at = (name: string) => stages.findIndex(({ stage }) => stage === name)
  return (
    <Section title={t('process.ways')} level={3}>
      <FlowDiagram
        nodes={stages.map(({ stage }) => ({ key: stage, label: t(`stages.${kind}.${stage}`) }))}
        arrows={arrows.map(({ from, to, steps }) => ({
          from: from === 'new' ? null : from,
          to,
          labels: steps.map((name) => t(`steps.${name}.label`)),
        }))}
        words={arrows.toSorted((a, b) => at(a.from) - at(b.from)).map((arrow) => wayOf(t, kind, arrow))}
        wordsLabel={t('process.waysWords')}
      />
    </Section>
  )
}

/** Which terms these are, and which steps this covenant does without. */
export async function Agreed({ screen: { version, off } }: { screen: ProcessScreen }) {
  const t = await getTranslations()
  return (
    <Notice tone="info">
      {version !== null && <p>{t('process.terms', { n: version })}</p>}
      <p>
        {off.length
          ? t('process.without', { steps: off.map((name) => t(`steps.${name}.label`)).join(', ') })
          : t('process.allUsed')}
      </p>
    </Notice>
  )
}

/** One process: its drawing, and below it every stage. */
export async function Process({ told }: { told: ProcessTold }) {
  const t = await getTranslations()
  return (
    <section id={told.kind} aria-labelledby={`title-${told.kind}`} className="mt-10">
      <h2 id={`title-${told.kind}`} className="text-xl">
        {t(`process.kinds.${told.kind}`)}
      </h2>
      <p className="mt-1 mb-4 text-soft">{t(`process.kindAbout.${told.kind}`)}</p>
      <Drawing told={told} />
      {told.stages.map((stage, i) => (
        <Stage key={stage.stage} kind={told.kind} at={i + 1} told={stage} />
      ))}
    </section>
  )
}
