// Whatever somebody types: a clear message, nothing lost, and odd names that are somebody's name are simply shown.
import type { Page } from '@playwright/test'
import { leadsToField, type Messages, objects } from '../pages/objection'
import { type Answers, openStep, send, shows, signIn } from '../pages/page'
import { test } from '../pages/watched'
import { dwelling, profile, registration } from './answers'
import { at, fresh, register } from './client'

const bornLater = 'De datum van uitstroomgereed ligt voor de geboortedatum. Controleer beide datums.'
const neitherDay =
  'Vul in sinds wanneer de cliënt uitstroomgereed is. Is de cliënt nog niet zover? Vul dan in wanneer u dat verwacht.'
const notADay = (label: string) => `Schrijf bij ‘${label}’ een datum, bijvoorbeeld 1-2-2026.`
const huge = 'Lang verhaal. '.repeat(7_200)

/** One field at a time is wrong; the rest of the form is as it should be. */
async function eachWrong(
  page: Page,
  step: string,
  right: Answers,
  wrong: readonly [string, string, string][],
) {
  for (const [label, value, message] of wrong)
    await objects(page, step, { ...right, [label]: value }, { [label]: message })
}

test('registering a client: what is missing or cannot be is said at its field', async ({ browser }) => {
  // Nobody else tries the form as this person: what is being typed comes along as a draft, in every browser.
  const mentor = await signIn(browser, 'Henk-Jan Booij')
  const step = 'Cliënt aanmelden'
  await mentor.goto('/cases/new')
  const missing: Messages = {
    Voornaam: 'Vul ‘Voornaam’ in.',
    Achternaam: 'Vul ‘Achternaam’ in.',
    Geboortedatum: 'Vul ‘Geboortedatum’ in.',
    'Soort verblijf': 'Kies een antwoord bij ‘Soort verblijf’.',
    'Naam van de voorziening': 'Vul ‘Naam van de voorziening’ in.',
    Wet: 'Kies een antwoord bij ‘Wet’.',
  }
  const blank = { Voornaam: '   ', Achternaam: ' \t ', 'Verantwoordelijke gemeente': 'Gemeente Emmen' }
  await objects(mentor, step, blank, missing)
  await shows(mentor, step)
  await leadsToField(mentor, 'Geboortedatum', missing.Geboortedatum as string)
  const right = registration(`Foutstra-${fresh()}`)
  await eachWrong(mentor, step, right, [
    ['Geboortedatum', '31-2-2026', notADay('Geboortedatum')],
    ['Geboortedatum', '1-1-2090', 'Kies bij ‘Geboortedatum’ vandaag of een eerdere dag.'],
    [
      'Geboortedatum',
      '1-1-1850',
      'Controleer het jaar bij ‘Geboortedatum’. Kies een jaar tussen 1900 en 2100.',
    ],
  ])
  await eachWrong(mentor, step, { ...right, Geboortedatum: '3-5-1991' }, [
    ['Voornaam', 'n'.repeat(61), 'Maak ‘Voornaam’ korter. Er passen 60 tekens.'],
  ])
  await eachWrong(mentor, step, right, [
    ['Uitstroomgereed sinds', '1-1-1950', bornLater],
    ['Uitstroomgereed sinds', '', neitherDay],
  ])
  await eachWrong(mentor, step, right, [
    ['Achternaam', huge.trim(), 'Maak ‘Achternaam’ korter. Er passen 60 tekens.'],
  ])
  await send(mentor, step, right)
})

/** Numbers and amounts that are none. */
const noNumbers: readonly Answers[] = [
  { 'Minimaal aantal kamers': '-1', 'Hoogste huur per maand': '-612,45' },
  { 'Minimaal aantal kamers': '2,5', 'Hoogste huur per maand': '12,345' },
  { 'Minimaal aantal kamers': 'twee', 'Hoogste huur per maand': '<script>1</script>' },
]

test('the woonprofiel: numbers, amounts and long texts that cannot be are said at their field', async ({
  browser,
}) => {
  const mentor = await signIn(browser, 'Roos Ottens')
  const step = 'Woonprofiel schrijven'
  const address = await register(mentor, `Profielstra-${fresh()}`)
  await at(mentor, address, 'writeProfile')
  const rooms = 'Schrijf bij ‘Minimaal aantal kamers’ een heel getal, bijvoorbeeld 3.'
  const rent = 'Schrijf bij ‘Hoogste huur per maand’ een bedrag, bijvoorbeeld 612,45.'
  const said = { 'Minimaal aantal kamers': rooms, 'Hoogste huur per maand': rent }
  for (const answers of noNumbers) await objects(mentor, step, { ...profile, ...answers }, said)
  const most = { 'Minimaal aantal kamers': '999999999', 'Hoogste huur per maand': '999.999.999,00' }
  await objects(
    mentor,
    step,
    { ...most, 'Cliënt akkoord op': 'morgen' },
    {
      'Minimaal aantal kamers': 'Vul bij ‘Minimaal aantal kamers’ 10 of minder in.',
      'Hoogste huur per maand': 'Vul bij ‘Hoogste huur per maand’ € 2.000,00 of minder in.',
      'Cliënt akkoord op': 'Kies bij ‘Cliënt akkoord op’ vandaag of een eerdere dag.',
    },
  )
  await objects(
    mentor,
    step,
    {
      'Minimaal aantal kamers': '2',
      'Hoogste huur per maand': '€ 650',
      'Cliënt akkoord op': '',
      Woonomgeving: huge,
    },
    { Woonomgeving: 'Maak ‘Woonomgeving’ korter. Er passen 2000 tekens.' },
  )
  await shows(mentor, step)
  await send(mentor, step, { Woonomgeving: 'Een rustige straat 🏡' })
})

test('a dwelling: what is missing, too much or impossible is said at its field', async ({ browser }) => {
  const officer = await signIn(browser, 'Gea Wolters')
  const step = 'Woning toevoegen'
  await officer.goto('/dwellings/new')
  const right = dwelling(fresh().slice(-6))
  const many = { 'Aantal kamers': '99', Verdieping: '-1', 'Kale huur per maand': '-1', Postcode: '' }
  await objects(
    officer,
    step,
    { ...right, ...many },
    {
      'Aantal kamers': 'Vul bij ‘Aantal kamers’ 12 of minder in.',
      Verdieping: 'Schrijf bij ‘Verdieping’ een heel getal, bijvoorbeeld 3.',
      'Kale huur per maand': 'Schrijf bij ‘Kale huur per maand’ een bedrag, bijvoorbeeld 612,45.',
      Postcode: 'Vul ‘Postcode’ in.',
    },
  )
  const beyond = { 'Kale huur per maand': '99.999.999,99', Huisnummer: '1'.repeat(13) }
  await objects(
    officer,
    step,
    { ...right, ...beyond, 'Beschikbaar vanaf': '31-2-2026' },
    {
      'Kale huur per maand': 'Vul bij ‘Kale huur per maand’ € 3.000,00 of minder in.',
      Huisnummer: 'Maak ‘Huisnummer’ korter. Er passen 12 tekens.',
      'Beschikbaar vanaf': notADay('Beschikbaar vanaf'),
    },
  )
  const postcode = 'Schrijf bij ‘Postcode’ een Nederlandse postcode, bijvoorbeeld 7811 AB.'
  await eachWrong(officer, step, right, [
    ['Postcode', 'ABCD 12', postcode],
    ['Straat', huge.trim(), 'Maak ‘Straat’ korter. Er passen 80 tekens.'],
  ])
  await shows(officer, step)
  await send(officer, step, right)
})

test('a tafel: a day or a time that cannot be is said at its field', async ({ browser }) => {
  const secretary = await signIn(browser, 'Sunita Ramdin')
  const step = 'Uitstroomtafel plannen'
  await secretary.goto('/tafels/new')
  const right = { Datum: '31-12-2099', Tijd: '9.30', Plaats: `Zaal ${fresh()}` }
  await objects(
    secretary,
    step,
    {},
    {
      Datum: 'Vul ‘Datum’ in.',
      Tijd: 'Vul ‘Tijd’ in.',
      Plaats: 'Vul ‘Plaats’ in.',
    },
  )
  await eachWrong(secretary, step, right, [
    ['Datum', '31-2-2026', notADay('Datum')],
    ['Datum', 'gisteren', 'Kies bij ‘Datum’ vandaag of een latere dag.'],
    ['Tijd', '25:00', 'Schrijf bij ‘Tijd’ een tijd, bijvoorbeeld 14:30.'],
    ['Plaats', huge.trim(), 'Maak ‘Plaats’ korter. Er passen 160 tekens.'],
    ['Toelichting', huge, 'Maak ‘Toelichting’ korter. Er passen 1000 tekens.'],
  ])
  await send(secretary, step, { Toelichting: '' })
  await openStep(secretary, 'Uitstroomtafel afzeggen')
  await send(secretary, 'Uitstroomtafel afzeggen')
})
