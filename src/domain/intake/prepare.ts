// What the aanmelding says about the start in the home: whom to ask, the days, the contract that is proposed, and the word of both.
import { caseStep } from '../case/case'
import { compartments as c } from '../case/compartments'

/** Who is the contact for this client, and who when they are away. */
export const describeParties = caseStep('describeParties', {
  input: c.parties.fields,
  check: (_kase, { deputyName, deputyPhone }) =>
    deputyPhone && !deputyName ? { reason: 'deputyNeedsName', field: 'deputyName' } : null,
  apply: (_kase, parties) => ({ write: { parties } }),
})

export const describeDayActivity = caseStep('describeDayActivity', {
  input: c.dayActivity.fields,
  apply: (_kase, dayActivity) => ({ write: { dayActivity } }),
})

/** The provider proposes, the table decides: only the forms that the covenant knows. */
export const proposeContract = caseStep('proposeContract', {
  input: c.contractProposal.fields,
  choices: ({ rules }) => ({ form: rules.contractForms }),
  apply: (_kase, contractProposal) => ({ write: { contractProposal } }),
})

export const describeStart = caseStep('describeStart', {
  input: c.startNeeds.fields,
  apply: (_kase, startNeeds) => ({ write: { startNeeds } }),
})

/** Client and provider declare it in their own time: that the client was told comes before either signs (AVG art. 13). */
export const recordStatement = caseStep('recordStatement', {
  input: c.statement.fields,
  check: (_kase, { informedOn, clientSignedOn, providerSignedOn }) =>
    providerSignedOn < informedOn
      ? { reason: 'signedBeforeInformed', field: 'providerSignedOn' }
      : clientSignedOn && clientSignedOn < informedOn
        ? { reason: 'signedBeforeInformed', field: 'clientSignedOn' }
        : null,
  apply: (_kase, statement) => ({ write: { statement } }),
})
