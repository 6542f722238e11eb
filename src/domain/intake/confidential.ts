// What only the provider keeps, or shares in a sentence of its own: health, relapse, history, network, costs.
import { caseStep } from '../case/case'
import { compartments as c } from '../case/compartments'
import { longText, optional } from '../kernel/field'

export const describeHealth = caseStep('describeHealth', {
  input: { ...c.health.fields, summary: optional(c.addictionSummary.fields.summary) },
  apply: (_kase, { summary, ...health }) => ({
    write: { health, ...(summary && { addictionSummary: { summary } }) },
  }),
})

export const describeRelapse = caseStep('describeRelapse', {
  input: { ...c.relapsePlan.fields, ...c.relapseSummary.fields },
  apply: (_kase, { signs, helps, crisisContact, whoToCall, when }) => ({
    write: { relapsePlan: { signs, helps, crisisContact }, relapseSummary: { whoToCall, when } },
  }),
})

export const addHousingHistory = caseStep('addHousingHistory', {
  input: c.housingHistory.fields,
  apply: (_kase, row) => ({ append: { housingHistory: [row] } }),
})

export const recordCriminal = caseStep('recordCriminal', {
  input: { note: longText() },
  apply: (_kase, criminal) => ({ write: { criminal } }),
})

export const scoreZrm = caseStep('scoreZrm', {
  input: c.zrm.fields,
  apply: (_kase, score) => ({ append: { zrm: [score] } }),
})

export const addNetwork = caseStep('addNetwork', {
  input: c.network.fields,
  apply: (_kase, row) => ({ append: { network: [row] } }),
})

export const recordCosts = caseStep('recordCosts', {
  input: c.costs.fields,
  apply: (_kase, costs) => ({ write: { costs } }),
})

/**
 * The number is sealed before it is stored; only the care provider and the gemeente have a task for it (Wmo 2015, Wabb).
 * That somebody else was registered under it is told, so that the two parties talk; who or where that is, is not.
 */
export const recordBsn = caseStep('recordBsn', {
  input: c.bsn.fields,
  apply: (_kase, bsn, { bsnKnown = false }) => ({ write: { bsn, bsnCheck: { known: bsnKnown } } }),
})
