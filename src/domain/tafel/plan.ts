// When a tafel meets: once or in a series, on another day, or not at all.
import type { Context } from '../kernel/context'
import { count, day, optional, type Values } from '../kernel/field'
import type { Refusal } from '../kernel/step'
import { invitedTo } from './delegates'
import { seriesFrom } from './series'
import { agendaOf, type Tafel, tafelCompartments, tafelStep } from './session'
import { unsafeLink } from './video-link'

const when = { ...tafelCompartments.session.fields, on: day('future') }
const series = { everyWeeks: optional(count(1, 12)), times: optional(count(2, 26)) }

/** A series has two numbers: who fills in one of them meant both. */
function halfSeries({ everyWeeks, times }: Values<typeof series>): Refusal | null {
  if (everyWeeks && !times) return { reason: 'seriesNeedsTimes', field: 'times' }
  return times && !everyWeeks ? { reason: 'seriesNeedsWeeks', field: 'everyWeeks' } : null
}

const planned = (session: Values<typeof when>) => ({ write: { session }, due: { holdTafel: session.on } })

/** Who sat at the last tafel sits at the next one too, until somebody says otherwise. */
const seated = ({ lastDelegates = [] }: Context) => ({
  append: { delegates: lastDelegates.map((one) => ({ ...one, on: true })) },
})

/** Who was invited hears what becomes of it; nobody, before they were. */
const toInvited = (tafel: Tafel, context: Context) =>
  tafel.of.invitation ? { hears: invitedTo(tafel, context) } : {}

/** A tafel on one day, or a series from that day on. */
export const planTafel = tafelStep('planTafel', {
  input: { ...when, ...series },
  check: (_tafel, input) => halfSeries(input) ?? unsafeLink(input),
  apply: (_tafel, { everyWeeks, times, ...session }, context) => ({
    ...planned(session),
    ...seated(context),
    tells: { on: session.on },
    causes: seriesFrom(session.on, everyWeeks ?? 0, times ?? 1).map((on) => ({
      step: 'planNext',
      subjectId: null,
      input: { ...session, on },
    })),
  }),
})

/** A later tafel of the same series. */
export const planNext = tafelStep('planNext', {
  input: tafelCompartments.session.fields,
  apply: (_tafel, session, context) => ({
    ...planned(session),
    ...seated(context),
    tells: { on: session.on },
  }),
})

/** Another day, hour or place. The cases on its agenda go with it to another day. */
export const changeTafel = tafelStep('changeTafel', {
  input: when,
  check: (_tafel, input) => unsafeLink(input),
  apply: (tafel, session, context) => ({
    ...planned(session),
    ...toInvited(tafel, context),
    tells: { on: session.on },
    causes:
      session.on === tafel.of.session?.on
        ? []
        : agendaOf(tafel).map((item) => ({
            step: 'followTafel',
            subjectId: item.case,
            input: { tafelOn: session.on },
          })),
  }),
})

export const cancelTafel = tafelStep('cancelTafel', {
  input: {},
  blockedBy: [(tafel) => (agendaOf(tafel).length ? { reason: 'tafelHasItems' } : null)],
  apply: (tafel, _input, context) => toInvited(tafel, context),
})
