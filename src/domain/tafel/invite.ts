import { caseStep } from '../case/case'
import { ref } from '../kernel/field'

/** A party without a stake is asked to take part in one item: it reads what the table must know, and no name. */
export const inviteParty = caseStep('inviteParty', {
  input: { organisation: ref('organisation') },
  apply: (_kase, { organisation }) => ({
    relate: [{ part: 'guest', relation: 'invited', organisationId: organisation }],
  }),
})

/** The wijkteam or welzijn organisation of the neighbourhood comes to know whom it may meet, and what support there is. */
export const assignLocalTeam = caseStep('assignLocalTeam', {
  input: { localTeam: ref('localTeam') },
  apply: (_kase, { localTeam }) => ({
    relate: [{ part: 'localTeam', relation: 'assigned', organisationId: localTeam }],
  }),
})
