// What people fill in about access: who comes and goes, who is away, and who reads in an emergency.
import { addDays } from '@/domain/kernel/days'
import type { Inputs } from './world'

export const access: Inputs = {
  giveAccess: () => ({ name: 'Ilse Nieuw', email: 'ilse.nieuw@voorbeeld.example', role: 'regisseur' }),
  reportAbsence: ({ today }) => ({
    awayFrom: today,
    awayUntil: addDays(today, 14),
    standIn: null,
  }),
  changeUntil: ({ today }) => ({ until: addDays(today, 90) }),
  endAccess: () => ({ reason: 'uitDienst' }),
  breakGlass: () => ({
    reason: 'crisis',
    why: 'De cliënt staat op het dak en wil springen',
    caseNumber: 'TT-2026-0001',
  }),
  reviewEmergency: () => ({ outcome: 'justified', findings: 'Er was echt gevaar, en er is weinig gelezen' }),
}
