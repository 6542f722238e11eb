// The main tasks in English: switched once, it stays, and no word of the screens is left in Dutch.
import { expect, type Page } from '@playwright/test'
import { fill, press, shows, signIn, summaryOf, visitor } from '../pages/page'
import { test } from '../pages/watched'
import { fresh } from './client'

/** Words that every Dutch screen has somewhere. Before a capital a small word is part of a name: Theo de Vries. */
const DUTCH = [
  /(?<!\p{L})(de|het|een|uw|niet|wordt|naar|vanaf|sinds|nog)(?= \p{Ll})/gu,
  /(?<!\p{L})(dossiers?|werklijst|woningen|cijfers|aanmelding|cliënt|begeleider|uitloggen|inloggen|vul|kies|zichtbaar|gegevens|overzicht|tijdlijn|terug|dagen?|januari|februari|maart|mei|juni|juli|augustus|oktober)(?!\p{L})/giu,
]

/** The page says its language, is accessible, and has no Dutch in it. */
async function isEnglish(page: Page, heading: string | RegExp) {
  await shows(page, heading)
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  // The button that leads back to Dutch names that language in its own words; names are what people are called.
  const text = (await page.locator('body').innerText()).replace(
    /Nederlands|Gemeente Emmen|Convenant [^\n]*/g,
    '',
  )
  expect(
    DUTCH.flatMap((words) => text.match(words) ?? []),
    await page.title(),
  ).toEqual([])
}

const registration = (family: string) => ({
  'First name': 'Noortje',
  'Last name': family,
  'Date of birth': '3 May 1991',
  'Kind of stay': 'Supported housing (BW)',
  'Name of the facility': 'The Linden',
  Law: 'Social Support Act (Wmo)',
  'Ready to move on since': '3 March 2024',
  'Responsible municipality': 'Gemeente Emmen',
})

test('a client is registered and found in English', async ({ browser }) => {
  const family = `Englishman-${fresh()}`
  const mentor = await signIn(browser, 'Roos Ottens')
  await mentor.getByRole('button', { name: 'English' }).first().click()
  await isEnglish(mentor, 'Work list')
  await mentor.getByRole('link', { name: 'Cases' }).first().click()
  await isEnglish(mentor, 'Cases')
  await mentor.getByRole('link', { name: 'Register a new client' }).click()
  await press(mentor, 'Register a client', { 'First name': 'Noortje' })
  await expect(summaryOf(mentor)).toContainText('Fill in ‘Last name’.')
  await expect(summaryOf(mentor)).toContainText('Choose an answer at ‘Responsible municipality’.')
  await isEnglish(mentor, 'Register a client')
  await press(mentor, 'Register a client', registration(family))
  await expect(mentor.getByText('Done: Register a client.')).toBeVisible()
  await isEnglish(mentor, new RegExp(family))
  await expect(mentor.getByText('Ready to move on since')).toBeVisible()
  await expect(mentor.getByText('3 March 2024')).toBeVisible()
  await mentor.getByRole('link', { name: 'Details', exact: true }).click()
  await isEnglish(mentor, new RegExp(family))
  await expect(mentor.getByText('03-05-1991')).toBeVisible()
  await mentor.goto('/nowhere')
  await isEnglish(mentor, 'This page does not exist')
  await mentor.getByRole('button', { name: 'Nederlands' }).first().click()
  await expect(mentor.locator('html')).toHaveAttribute('lang', 'nl')
})

test('an amount in English is written and read with a point, and the sign-in page speaks it too', async ({
  browser,
}) => {
  const nobody = await visitor(browser)
  await nobody.goto('/login?next=/dwellings/new')
  await nobody.getByRole('button', { name: 'English' }).click()
  await expect(nobody.locator('html')).toHaveAttribute('lang', 'en')
  await shows(nobody, 'Sign in to Thuistafel')
  const officer = await signIn(browser, 'Gea Wolters')
  await officer.getByRole('button', { name: 'English' }).first().click()
  await expect(officer.locator('html')).toHaveAttribute('lang', 'en')
  await officer.goto('/dwellings/new')
  await fill(officer, {
    Street: 'Weiersstraat',
    'House number': fresh().slice(-6),
    Postcode: '7811ab',
    Municipality: 'Gemeente Emmen',
    'Kind of home': 'Gallery flat',
    'Number of rooms': '2',
    Floor: '1',
    Lift: 'Yes',
    Accessibility: 'Without stairs or doorsteps (step-free)',
    'Basic rent per month': '€612.50',
    'Available from': 'today',
  })
  await press(officer, 'Add a home')
  await expect(officer.getByText('Done: Add a home.')).toBeVisible()
  await expect(officer.getByText('€612.50').filter({ visible: true }).first()).toBeVisible()
  await expect(officer.getByRole('heading', { level: 1, name: /, 7811 AB$/ })).toBeVisible()
})
