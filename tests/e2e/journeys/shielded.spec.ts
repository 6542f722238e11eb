// A secret address: the case is shielded at once, named people read it, everyone else meets an alias.
import { expect, type Page } from '@playwright/test'
import { send, shows, signIn } from '../pages/page'
import { test } from '../pages/watched'
import { at, choose, does, fresh, register } from './client'

const family = `Schuilstra-${fresh()}`
const geheim = { Dreiging: 'Stalking', 'Geheim adres': 'Geheim adres' }

/** A page, and the data behind it, without a word that tells whose case it is. */
async function saysNothing(page: Page, address: string, words: readonly string[]) {
  for (const after of [
    '',
    '/file',
    '/timeline',
    '/seen',
    '/check',
    '/steps/describeIdentity',
    '/steps/namePerson',
  ])
    for (const headers of [{}, { RSC: '1' }] as Record<string, string>[]) {
      const body = await (await page.request.get(address + after, { headers })).text()
      for (const word of words) expect(body, `${after} says ${word}`).not.toContain(word)
    }
}

test('a mentor shields a case and names the case manager; a colleague meets an alias', async ({
  browser,
}) => {
  const mentor = await signIn(browser, 'Roos Ottens')
  const address = await register(mentor, family)
  await does(mentor, address, ['describeSafety', 'Veiligheid beschrijven', geheim])
  await expect(mentor.getByText('Afgeschermd dossier: alleen Roos Ottens leest dit.')).toBeVisible()
  await expect(mentor.getByText(/Nog niemand genoemd bij: .*Gemeente Emmen/)).toBeVisible()
  await shows(mentor, new RegExp(family))

  await at(mentor, address, 'namePerson')
  await choose(mentor, 'Persoon', 'Femke Bruinsma')
  await send(mentor, 'Iemand noemen die meeleest')
  await expect(mentor.getByText(/alleen Roos Ottens en Femke Bruinsma lezen dit/)).toBeVisible()

  const regisseur = await signIn(browser, 'Femke Bruinsma')
  await regisseur.goto(address)
  await shows(regisseur, new RegExp(family))

  const colleague = await signIn(browser, 'Stefan Tuin')
  await colleague.goto(address)
  await shows(colleague, /^[A-Z][a-z]+ \d{3} /)
  await expect(colleague.getByText('Afgeschermd dossier. U leest het onder een schuilnaam.')).toBeVisible()
  await saysNothing(colleague, address, [family, 'Noortje', 'Roos Ottens'])
  await colleague.goto('/cases')
  await colleague.getByRole('searchbox').fill(family)
  await colleague.getByRole('search').getByRole('button').click()
  await expect(colleague.getByRole('search').getByRole('status')).not.toBeEmpty()
  await expect(colleague.getByRole('search').locator('li')).toHaveCount(0)
})
