// What a tafel asks of its chair or secretary now.

type Meeting = { readonly stage: string; readonly on: string; readonly waiting: readonly string[] }

const adopting = ['adoptAsChair', 'adoptAsSecretary']

type Due = 'openTafel' | 'adoptList' | 'closeTafel' | null

/** The step that is due: to hold a tafel whose day has come, to adopt its list, to close it. `waiting`: the tasks that wait on this person. */
export function tafelWork({ stage, on, waiting }: Meeting, today: string): Due {
  if (stage === 'planned') return on <= today ? 'openTafel' : null
  if (stage === 'adopted') return waiting.includes('closeTafel') ? 'closeTafel' : null
  return stage === 'inSession' && waiting.some((task) => adopting.includes(task)) ? 'adoptList' : null
}

/** Whether a next case would be more than the covenant finds enough, and for how many there is room. */
export const roomOn = (items: number, most: number) => Math.max(0, most - items)
