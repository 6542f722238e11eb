// What a signal says, for who may read that: what it is about, how soon, and how it was answered.
import type { Case } from '../case/case'
import type { Signal } from './signal-course'

/** What it is about, as a code of its list; null where this reader knows only that it is there. */
export function aboutOf(
  { of }: Pick<Case, 'of'>,
  { id, silent }: Signal,
): { list: string; code: string } | null {
  if (silent) return { list: 'silentTask', code: silent }
  const home = of.signals?.find(({ signal }) => signal === id)
  if (home) return { list: 'signalAbout', code: home.about }
  const care = of.careSignals?.find(({ signal }) => signal === id)
  return care ? { list: 'careAbout', code: care.about } : null
}

/** The words of a signal and of its answer, as far as they are this reader's. */
export function wordsOf({ of }: Pick<Case, 'of'>, { id }: Signal) {
  const said = [...(of.signals ?? []), ...(of.careSignals ?? [])].find(({ signal }) => signal === id)
  const answer = [...(of.signalAnswers ?? []), ...(of.careAnswers ?? [])].find(({ signal }) => signal === id)
  return {
    text: said?.text ?? null,
    acute: said?.urgency === 'acuut',
    answer: answer?.answer ?? null,
    agreed: answer?.agreed ?? null,
  }
}
