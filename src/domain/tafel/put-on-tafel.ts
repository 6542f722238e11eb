import { type Case, caseStep } from '../case/case'
import { day, ref } from '../kernel/field'
import type { Refusal } from '../kernel/step'
import { waitsOn } from '../kernel/subject'
import { keptOff } from './agenda'

const notReady = (kase: Case): Refusal | null =>
  keptOff(kase.of.agenda?.tafel ?? null, {
    provider: waitsOn(kase, 'supplyMore'),
    board: waitsOn(kase, 'answerEscalation'),
  })
const isOn = (kase: Case): Refusal | null => (kase.of.agenda?.tafel ? null : { reason: 'notOnTafel' })

/** The case goes on the agenda of one uitstroomtafel; its day is read from that tafel. */
export const putOnTafel = caseStep('putOnTafel', {
  input: { tafel: ref('tafel') },
  blockedBy: [notReady],
  check: (_kase, { tafel }, { tafelDays, today }) => {
    const on = tafelDays?.[tafel]
    if (!on) return { reason: 'tafelNotOpen', field: 'tafel' }
    return on < today ? { reason: 'tafelPast', field: 'tafel' } : null
  },
  apply: (kase, { tafel }, { tafelDays }) => {
    const tafelOn = tafelDays?.[tafel] as string
    return {
      write: { agenda: { tafel, tafelOn } },
      due: { decide: tafelOn },
      tells: { tafelOn },
      causes: [
        { step: 'addItem', subjectId: tafel, input: { case: kase.spine.id, number: kase.spine.number } },
      ],
    }
  },
})

/** The case comes off the agenda again, before the tafel began. */
export const takeOffTafel = caseStep('takeOffTafel', {
  input: {},
  blockedBy: [isOn],
  apply: (kase) => ({
    write: { agenda: { tafel: null, tafelOn: null } },
    causes: [
      {
        step: 'dropItem',
        subjectId: kase.of.agenda?.tafel as string,
        input: { case: kase.spine.id, number: kase.spine.number },
      },
    ],
  }),
})

/** The tafel moved to another day, and the case with it. */
export const followTafel = caseStep('followTafel', {
  input: { tafelOn: day() },
  apply: (_kase, { tafelOn }) => ({
    write: { agenda: { tafelOn } },
    due: { decide: tafelOn },
    tells: { tafelOn },
  }),
})

/** What the tafel still missed has come in: the case can be put on a next one, and its clock runs again. */
export const supplyForTafel = caseStep('supplyForTafel', {
  input: {},
  blockedBy: [(kase) => (waitsOn(kase, 'supplyMore') ? null : { reason: 'nothingAsked' })],
  apply: () => ({}),
})
