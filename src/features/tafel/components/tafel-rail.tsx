import { getTranslations } from 'next-intl/server'
import { formats } from '@/i18n/format'
import { Notice } from '@/ui/notice'
import { StageRail } from '@/ui/stage-rail'
import type { TafelScreen } from '../queries'

type Props = { tafel: TafelScreen }

/** That it was moved to another day, from when and by whom: while people may still come on the wrong one. */
async function Moved({ tafel: { moves, stage } }: Props) {
  const last = moves.at(-1)
  if (!last || (stage !== 'planned' && stage !== 'inSession')) return null
  const t = await getTranslations('tafel')
  const { longDay } = await formats()
  const who = [last.person, last.organisation].filter(Boolean).join(', ')
  return (
    <Notice tone="warning">
      {t('moved', { from: longDay(last.from), to: longDay(last.to), who, on: longDay(last.on) })}
    </Notice>
  )
}

/** How far the tafel is, each stage with its day; and that it was postponed. */
export async function TafelRail({ tafel }: Props) {
  const t = await getTranslations()
  const { shortDay } = await formats()
  const stages = tafel.rail.map(({ stage, state, on }) => ({
    key: stage,
    label: t(`tafel.way.${stage}`),
    state,
    ...(on && { note: shortDay(on) }),
  }))
  const stateLabels = {
    done: t('case.stageDone'),
    next: t('case.stageNext'),
    skipped: t('case.stageSkipped'),
  }
  return (
    <>
      <StageRail label={t('tafel.rail')} stages={stages} stateLabels={stateLabels} />
      <Moved tafel={tafel} />
    </>
  )
}
