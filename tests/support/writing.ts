// What colleagues and partners write to each other in the stories of the tests.
import { addDays } from '@/domain/kernel/days'
import { actors } from './actors'
import { noteNumber } from './notes'
import type { Inputs } from './world'

export const writing: Inputs = {
  writeNote: () => ({ noteText: 'Belt liever niet voor tien uur', audience: 'own' }),
  correctNote: () => ({ noteId: noteNumber(1), noteText: 'Belt liever niet voor elf uur' }),
  giveTask: ({ today }) => ({
    noteText: 'Wilt u de inschrijving nakijken?',
    forWhom: actors.regisseur.membershipId,
    dueOn: addDays(today, 7),
  }),
  finishTask: () => ({ noteId: noteNumber(2) }),
  handTaskBack: () => ({ noteId: noteNumber(3), remark: 'Dit is aan de begeleider' }),
  withdrawTask: () => ({ noteId: noteNumber(3) }),
}
