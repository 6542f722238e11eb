// From the first word about a client to an intake that is accepted, and clients from a file.
import { aRow } from '../from-file'
import { type Input, line, type Stage } from '../line'
import { TODAY } from '../region'
import { described, emmen, kase, paperIn } from './parts'

const other = line(TODAY, 'other')
/** Somebody else named, and no longer: a secret address, until it is secret no longer. */
export const shieldedForAWhile = [
  other('describeSafety', 'mentor', { threat: 'stalking', secrecy: 'geheim' }),
  other('namePerson', 'mentor', ({ by }) => ({ person: by('regisseur').membershipId })),
  other('namePerson', 'mentor', ({ by }) => ({ person: by('zorgLead').membershipId })),
  other('unnamePerson', 'mentor', ({ by }) => ({ person: by('zorgLead').membershipId })),
  other('describeSafety', 'mentor', { threat: 'geen', secrecy: 'beschermd' }),
  other('endShield', 'regisseur'),
]

/** The note or task that was written last. */
const lastNote = async ({ r }: Stage): Promise<Input> => {
  const [row] = await r.kernel<{ noteId: string }>(
    `SELECT note_id AS "noteId" FROM case_notes ORDER BY seq DESC LIMIT 1`,
  )
  return { noteId: row?.noteId }
}
const toRegisseur = ({ by }: Stage): Input => ({ forWhom: by('regisseur').membershipId })
/** A note that is corrected, a task that is done, and one that comes back. */
export const writtenAbout = [
  kase('writeNote', 'mentor'),
  kase('correctNote', 'mentor', lastNote),
  kase('giveTask', 'mentor', toRegisseur),
  kase('finishTask', 'regisseur', lastNote),
  kase('giveTask', 'mentor', toRegisseur),
  kase('handTaskBack', 'regisseur', lastNote),
  kase('withdrawTask', 'mentor', lastNote),
]

export const intake = [
  kase('openCase', 'mentor', emmen),
  ...described.map((step) => kase(step, 'mentor')),
  kase('takeBackRow', 'mentor', async ({ r }) => {
    const [row] = await r.kernel<{ id: string }>('SELECT id FROM case_members ORDER BY seq DESC LIMIT 1')
    return { row: row?.id }
  }),
  kase('requestSpoed', 'mentor'),
  kase('decideSpoed', 'regisseur'),
  kase('withdrawPaper', 'mentor', paperIn('income')),
  kase('describeBinding', 'mentor', ({ r }) => ({ originMunicipality: r.organisations.emmen })),
  kase('recordConsent', 'mentor', ({ r }) => ({ recipient: r.organisations.domesta })),
  kase('withdrawConsent', 'regisseur', ({ r }) => ({ recipient: r.organisations.domesta })),
  ...writtenAbout,
  kase('sendIntake', 'mentor'),
  kase('askMore', 'regisseur'),
  kase('sendIntake', 'mentor'),
  kase('acceptIntake', 'regisseur'),
  other('openCase', 'mentor', emmen),
  ...shieldedForAWhile,
  other('withdrawCase', 'mentor'),
]

/** Four clients from a file: of one it is not known that they are where it says. */
export const imported = (
  [
    ['confirmForTafel', 'tafel'],
    ['confirmAdmitted', 'matching'],
    ['confirmHoused', 'aftercare'],
    ['declineImported', 'tafel'],
  ] as const
).flatMap(([step, stated]) => {
  const one = line(TODAY, step)
  return [{ ...one('openCase', 'mentor', emmen), fromFile: aRow(stated) }, one(step, 'regisseur')]
})
