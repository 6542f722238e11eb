// The tasks around a tafel: its agenda and invitation, one case in session, the list that two people adopt, and afterwards.
import { type Browser, expect, type Page } from '@playwright/test'
import { castOf } from '../e2e/journeys/cast'
import { does, fresh, planTafel, putOn } from '../e2e/journeys/client'
import { seat, waitingCases } from '../e2e/journeys/meeting'
import { addressOf, panelOf, send } from '../e2e/pages/page'
import { test } from '../e2e/pages/watched'
import { within } from './budget'

const DATA = process.env.TASKS_DATA ?? '.data/pg-tasks'

/** A tafel of today in which eight cases fit, with its three parties, and more than twenty cases that wait. */
async function planned(browser: Browser) {
  const [mark, cast] = [fresh(), await castOf(browser)]
  const cases = await waitingCases(21, mark, DATA)
  await cast.secretary.goto('/tafels/new')
  const when = { Datum: 'vandaag', Tijd: '9:30', Plaats: `Taken ${mark}`, 'Aantal minuten': '120' }
  await send(cast.secretary, 'Uitstroomtafel plannen', when)
  const tafel = addressOf(cast.secretary)
  for (const one of [
    ['Gemeente', 'Femke Bruinsma'],
    ['Corporatie', 'Gea Wolters'],
    ['Zorgaanbieder', 'Milan Perić'],
  ])
    await seat(cast.secretary, tafel, one)
  return { ...cast, mark, cases, tafel }
}
type Planned = Awaited<ReturnType<typeof planned>>

/** The secretary takes what is proposed, and invites. */
async function agendaOf({ secretary: page, tafel }: Planned) {
  await page.goto('/')
  await within('an agenda of eight, and the invitation', page, { presses: 14, seconds: 90 }, async (hand) => {
    await hand.open('Uitstroomtafels', 'Uitstroomtafels')
    await hand.press(page.locator(`main a[href="${tafel}"]`).first(), panelOf(page))
    await hand.open('Agenda maken', /^Agenda van/)
    await expect(page.locator('input[name=case]:checked')).toHaveCount(8)
    await hand.press(
      page.getByRole('button', { name: 'Op de agenda zetten' }),
      page.getByText('Dit kan bij 8 van 8.'),
    )
    await hand.press(page.getByRole('button', { name: /\(8\)$/ }), page.getByText('Bij 8 dossiers gedaan.'))
    await hand.open('Terug naar de agenda', /^Agenda van/)
    await hand.open('Terug naar de uitstroomtafel', /^Uitstroomtafel/)
    await hand.open('Afgevaardigden uitnodigen', 'Afgevaardigden uitnodigen', panelOf(page))
    await hand.send('Afgevaardigden uitnodigen')
  })
}

/** What stands on the agenda: number and address of each, in its order. */
async function onAgenda(page: Page, tafel: string) {
  await page.goto(`${tafel}/agenda`)
  const links = page.locator('table').first().locator('tbody a[href^="/cases/"]')
  return links.evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''))
}

async function moves({ secretary: page, tafel }: Planned, last: string) {
  await page.goto(`${tafel}/agenda`)
  const row = page.locator('tr', { has: page.locator(`a[href="${last}"]`) })
  await within('a case to another place', page, { presses: 2, seconds: 10 }, (hand) =>
    hand.press(row.getByRole('button', { name: /^Eerst: dossier/ }), row.getByText(/^1\. /)),
  )
}

async function saysWhere({ mentor: page, regisseur, secretary, cases, mark }: Planned) {
  const address = cases.at(-1)?.address ?? ''
  await planTafel(secretary, `Later ${mark}`, '+2w')
  await putOn(regisseur, address, `Later ${mark}`)
  await page.goto(address)
  await within('a position', page, { presses: 4, seconds: 30 }, async (hand) => {
    await hand.open('Standpunt geven', 'Standpunt geven', panelOf(page))
    await hand.choose('Standpunt', 'Steunt het')
    await hand.type('Waarom', 'Hij is er klaar voor.')
    await hand.send('Standpunt geven')
  })
}

/** From the case in hand, until one is back at the table. */
async function decidesOne({ chair: page, tafel }: Planned) {
  await page.goto(`${tafel}/session`)
  await page.getByRole('button', { name: 'Eerste dossier' }).click()
  await expect(page.getByText('1 van 8')).toBeVisible()
  await within('one case: decided, with who and when', page, { presses: 6, seconds: 40 }, async (hand) => {
    await hand.open('Besluit vastleggen', 'Besluit vastleggen')
    await hand.choose('Uitkomst', 'Aangehouden')
    await hand.type('Uiterlijk op', '+2w')
    await hand.choose('Wie gaat verder', 'De zorgaanbieder')
    await hand.type('Uitleg voor de cliënt', 'Wij missen nog een brief.')
    await hand.type('Motivering', 'Bewijs ontbreekt.')
    await hand.send('Besluit vastleggen')
    await hand.open('Terug naar de tafel', /^Aan tafel/)
  })
}

async function adopts(page: Page, who: string, tafel: string) {
  await page.goto(tafel)
  await within(`the list, by the ${who}`, page, { presses: 3, seconds: 15 }, async (hand) => {
    await hand.open('Besluiten vaststellen', 'Besluiten vaststellen', panelOf(page))
    await hand.send('Besluiten vaststellen')
  })
}

async function corrects({ chair, secretary }: Planned, address: string) {
  await chair.goto(address)
  await within('a correction', chair, { presses: 4, seconds: 45 }, async (hand) => {
    await hand.open('Besluit corrigeren', 'Besluit corrigeren', panelOf(chair))
    await hand.type('Uitleg voor de cliënt', 'Wij zien dat u zelf een woning vindt.')
    await hand.type('Wat er niet klopte', 'De uitleg was te kort.')
    await hand.send('Besluit corrigeren')
  })
  await secretary.goto(address)
  await within('a correction that is confirmed', secretary, { presses: 3, seconds: 15 }, async (hand) => {
    await hand.open('Correctie vaststellen', 'Correctie vaststellen', panelOf(secretary))
    await hand.send('Correctie vaststellen')
  })
}

test('a chair and a secretary make an agenda, hold the table and finish its list', async ({ browser }) => {
  test.setTimeout(420_000)
  const p = await planned(browser)
  await agendaOf(p)
  const [first] = await onAgenda(p.secretary, p.tafel)
  const last = (await onAgenda(p.secretary, p.tafel)).at(-1) as string
  await saysWhere(p)
  await moves(p, last)
  const opening = {
    Gemeente: true,
    Corporatie: true,
    Zorgaanbieder: true,
    'Namen van de aanwezigen': 'Allen',
  } as const
  await does(p.chair, p.tafel, ['openTafel', 'Uitstroomtafel openen', opening])
  await decidesOne(p)
  const said = {
    Uitkomst: 'Afgewezen',
    'Reden van afwijzen': 'Kan zelf een woning vinden',
    'Uitleg voor de cliënt': 'Nee.',
    Motivering: 'Zo.',
  }
  for (const address of (await onAgenda(p.secretary, p.tafel)).slice(1))
    await does(p.chair, address, ['proposeDecision', 'Besluit vastleggen', said])
  await adopts(p.chair, 'chair', p.tafel)
  await adopts(p.secretary, 'secretary', p.tafel)
  await corrects(p, first as string)
  await within('the minutes', p.secretary, { presses: 2, seconds: 10 }, (hand) =>
    hand.open(/^Verslag van de uitstroomtafel/, /^Verslag van de uitstroomtafel/),
  )
})
