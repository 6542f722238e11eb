// What a task may cost, and what it cost.
import { expect, type Page } from '@playwright/test'
import { Hand } from './hand'

export type Budget = { readonly presses: number; readonly seconds: number }

/** Does a task from the page that is open and prints what it cost; reading and what was done before do not count. */
export async function within(
  task: string,
  page: Page,
  budget: Budget,
  act: (hand: Hand) => Promise<void>,
): Promise<void> {
  const hand = new Hand(page)
  await act(hand)
  const cost = `${hand.presses} of ${budget.presses} presses, ${hand.seconds.toFixed(0)} of ${budget.seconds} s (${hand.system.toFixed(1)} s of the system)`
  console.log(`    ${task}: ${cost}`)
  expect(hand.presses, cost).toBeLessThanOrEqual(budget.presses)
  expect(hand.seconds, cost).toBeLessThanOrEqual(budget.seconds)
}
