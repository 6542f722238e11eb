// What a covenant agrees about time: how long everyone has, who hears when it has passed, and what follows by itself.
import { z } from 'zod'

const workingDays = z.int().min(0).max(520)

/** Terms of tasks in working days, unless the name says otherwise. None is law: a covenant file may change each of them. */
export const terms = z
  .strictObject({
    finishIntake: workingDays.default(10),
    checkIntake: workingDays.default(5),
    supplyMore: workingDays.default(10),
    putOnTafel: workingDays.default(10),
    decide: workingDays.default(2),
    adoptList: workingDays.default(2),
    findDwelling: workingDays.default(65),
    agreeOffer: workingDays.default(1),
    agreeSwap: workingDays.default(2),
    informClient: workingDays.default(2),
    answerOffer: workingDays.default(3),
    judgeRefusal: workingDays.default(3),
    weighRefusals: workingDays.default(5),
    offerNext: workingDays.default(2),
    confirmOffer: workingDays.default(5),
    sign: workingDays.default(10),
    answerSignal: workingDays.default(1),
    actOnSignal: workingDays.default(10),
    answerArrears: workingDays.default(5),
    adviseOmklap: workingDays.default(10),
    offerDebtHelp: workingDays.default(20),
    weighSupport: workingDays.default(5),
    approveScaling: workingDays.default(2),
    answerObjection: workingDays.default(10),
    weighRung: workingDays.default(5),
    decideOmklap: workingDays.default(20),
    reviewEmergency: workingDays.default(5),
    decideSpoed: workingDays.default(1),
    answerHandover: workingDays.default(5),
  })
  .prefault({})

/**
 * Who hears that a task is not done, after how many working days beyond its last day; and how many working days before that
 * day whoever holds it is reminded (0: not). None of it is law.
 */
export const ladder = z
  .strictObject({
    remind: workingDays.default(2),
    holder: workingDays.min(1).default(1),
    standIn: workingDays.min(1).default(2),
    lead: workingDays.min(1).default(3),
    coordinator: workingDays.min(1).default(5),
  })
  .refine(
    ({ holder, standIn, lead, coordinator }) => holder <= standIn && standIn <= lead && lead <= coordinator,
    'a higher rung comes no sooner than a lower one',
  )
  .prefault({})

/**
 * The steps that follow by themselves once a term has passed: after how many working days beyond its last day. What is not
 * named does not happen: people act, or nobody does. The law has none of it. docs/decisions/0037.
 */
export const consequences = z
  .strictObject({
    returnIntake: workingDays.min(1).optional(),
    lapseHandover: workingDays.min(1).optional(),
    lapseMove: workingDays.min(1).optional(),
    signalByItself: workingDays.min(1).optional(),
    letOfferExpire: workingDays.min(1).optional(),
    rungPassed: workingDays.min(1).optional(),
  })
  .prefault({})
