// What a tafel asks of its chair or secretary now.

type Meeting = { readonly stage: string; readonly on: string; readonly waiting: readonly string[] }

const adopting = ['adoptAsChair', 'adoptAsSecretary']

/** The step that is due: to hold a tafel whose day has come, or to adopt its list. `waiting`: the tasks that wait on this person. */
export function tafelWork({ stage, on, waiting }: Meeting, today: string): 'openTafel' | 'adoptList' | null {
  if (stage === 'planned') return on <= today ? 'openTafel' : null
  return stage === 'inSession' && waiting.some((task) => adopting.includes(task)) ? 'adoptList' : null
}

/** Whether a next case would be more than the covenant finds enough, and for how many there is room. */
export const roomOn = (items: number, most: number) => Math.max(0, most - items)
