// A case that goes to another provider and another gemeente.
import { line, type Stage } from '../line'
import { TODAY } from '../region'
import { emmen } from './parts'

const passed = line(TODAY, 'passed')
/** Where those work to whom a case is handed over. */
export const takers = { mentor: 'leger-des-heils', regisseur: 'borger-odoorn' } as const
const taker = line(TODAY, 'passed', true)
const toProvider = ({ r }: Stage) => ({ to: r.organisations[takers.mentor] })
const toGemeente = ({ r }: Stage) => ({ to: r.organisations[takers.regisseur] })
/** Somebody whose provider and gemeente become others; each said no, and each was asked in vain, once. */
export const handover = [
  passed('openCase', 'mentor', (stage) => ({ ...emmen(stage), birthDate: '2006-06-20' })),
  passed('describeYouth', 'mentor'),
  passed('proposeMove', 'regisseur', toGemeente),
  taker('declineMove', 'regisseur'),
  passed('proposeMove', 'regisseur', toGemeente),
  passed('stopMove', 'regisseur'),
  passed('proposeMove', 'regisseur', toGemeente),
  passed('prepareMove', 'mentor'),
  ...['indicatie', 'schulden', 'inschrijving'].map((moveItem) =>
    passed('prepareMove', 'regisseur', { moveItem }),
  ),
  taker('acceptMove', 'regisseur'),
  passed('proposeHandover', 'mentor', toProvider),
  taker('declineHandover', 'mentor'),
  passed('proposeHandover', 'mentor', toProvider),
  passed('stopHandover', 'mentor'),
  passed('proposeHandover', 'mentor', toProvider),
  taker('acceptHandover', 'mentor'),
]
