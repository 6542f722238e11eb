// What people fill in once the table has decided.
import { organisations } from './actors'
import type { Inputs } from './world'

const [emmen] = organisations.gemeente

export const afterwards: Inputs = {
  addCondition: () => ({ condition: 'Post laten lezen', conditionBy: 'gemeente', conditionOn: '2026-03-03' }),
  reportCondition: () => ({ conditionState: 'met' }),
  answerEscalation: () => ({ boardAnswer: 'De gemeente betaalt het eerste jaar mee' }),
  correctDecision: () => ({
    municipality: emmen.id,
    priority: 'normaal',
    contractForm: 'driepartijen',
    clientText: 'U mag verhuizen binnen Emmen.',
    motivation: 'Alles is op orde, ook de huur',
    corrects: 'De voorrang was verkeerd overgenomen',
  }),
}
