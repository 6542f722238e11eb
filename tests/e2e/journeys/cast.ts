import type { Browser, Page } from '@playwright/test'
import { signIn } from '../pages/page'

/** The people of the main job, each in a browser session of their own. */
export const castOf = async (browser: Browser) => ({
  mentor: await signIn(browser, 'Roos Ottens'),
  regisseur: await signIn(browser, 'Femke Bruinsma'),
  chair: await signIn(browser, 'Johan Wiggers'),
  secretary: await signIn(browser, 'Sunita Ramdin'),
  officer: await signIn(browser, 'Gea Wolters'),
})

export type Cast = Record<'mentor' | 'regisseur' | 'chair' | 'secretary' | 'officer', Page>
