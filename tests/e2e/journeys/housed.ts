// A client from a sent aanmelding to a home of their own, quickly.
import type { Page } from '@playwright/test'
import { addressOf, openStep, send } from '../pages/page'
import { decision, dwelling, signed } from './answers'
import type { Cast } from './cast'
import { does, planTafel, putOn } from './client'

/** The town where this client comes to live: a home there, and no other, fits. */
export type Town = { readonly gemeente: string; readonly postcode: string }

const adopt = ['adoptList', 'Besluiten vaststellen', {}] as const

/** Chair and secretary open the tafel, the chair records these decisions, and both adopt the list. */
async function decide(
  { chair, secretary }: Pick<Cast, 'chair' | 'secretary'>,
  tafel: string,
  decisions: readonly (readonly [address: string, answers: typeof decision])[],
) {
  const seats = { Gemeente: true, Corporatie: true, Zorgaanbieder: true } as const
  await does(chair, tafel, [
    'openTafel',
    'Uitstroomtafel openen',
    { ...seats, 'Namen van de aanwezigen': 'Johan, Sunita, Femke' },
  ])
  for (const [address, answers] of decisions)
    await does(chair, address, ['proposeDecision', 'Besluit vastleggen', answers])
  await does(chair, tafel, adopt)
  await does(secretary, tafel, adopt)
}

/** From a sent aanmelding to looking for a home in this town. */
export async function admit(cast: Cast, address: string, mark: string, { gemeente }: Town) {
  await does(cast.regisseur, address, ['acceptIntake', 'Aanmelding is compleet', {}])
  const tafel = await planTafel(cast.secretary, `Tafel ${mark}`)
  await putOn(cast.regisseur, address, `Tafel ${mark}`)
  await decide(cast, tafel, [[address, { ...decision, Gemeente: gemeente }]])
}

/** Brings in a dwelling in this town; its address. */
export async function bringIn(officer: Page, houseNumber: string, town: Town): Promise<string> {
  await officer.goto('/dwellings/new')
  const facts = { ...dwelling(houseNumber), Gemeente: town.gemeente, Postcode: town.postcode }
  await send(officer, 'Woning toevoegen', facts)
  return addressOf(officer)
}

/** The corporation offers a home in this town to the first in its order; provider and client take it. */
export async function offerHome({ officer, mentor }: Cast, address: string, mark: string, town: Town) {
  await bringIn(officer, mark.slice(-6), town)
  await officer
    .getByRole('link', { name: /voorstellen$/ })
    .first()
    .click()
  await send(officer, 'Woning aanbieden')
  const offer = addressOf(officer)
  await mentor.goto(address)
  await mentor.getByRole('link', { name: new RegExp(mark.slice(-6)) }).click()
  await openStep(mentor, 'Aanbod aannemen')
  await send(mentor, 'Aanbod aannemen')
  const start = { 'Soort contract': 'Op naam, met driepartijenovereenkomst', 'Huur begint op': 'vandaag' }
  await does(officer, offer, ['confirmOffer', 'Aanbod bevestigen', start])
}

/** Everyone signs, the plan is made, the key is handed over. */
export async function moveIn({ officer, mentor }: Cast, address: string) {
  const plan = { Doelen: 'Landen', Afspraken: 'Elke week', 'Getekend op': 'vandaag' }
  await does(mentor, address, [
    'writePlan',
    'Begeleidingsplan maken',
    { ...plan, 'Mate van begeleiding': 'Midden' },
  ])
  await does(officer, address, ['signLease', 'Huurovereenkomst tekenen', signed])
  await does(officer, address, ['signTripartiteLandlord', 'Driepartijenovereenkomst tekenen', signed])
  await does(mentor, address, ['signGuidance', 'Begeleidingsovereenkomst tekenen', signed])
  const withClient = 'Driepartijenovereenkomst tekenen met cliënt'
  await does(mentor, address, ['signTripartiteProvider', withClient, signed])
  await does(officer, address, ['handOverKey', 'Sleutel geven', { 'Sleutel gegeven op': 'vandaag' }])
}
