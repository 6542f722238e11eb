// Whether a client and a dwelling fit: the verdicts of all rules. None of them decides for people.
import type { Verdict } from '../norm/letting'
import { agreedOf } from './agreed'
import type { Judged, Rule } from './judged'
import { blocking, support, warning } from './rules'
import type { Ground, Home, Seeker } from './sides'

export type { Ground, Home, Seeker } from './sides'

/** `warn` rules never exclude. `shown` are values of the home itself:
 * a landlord who does not know the client yet may see nothing of the other side. */
export type RuleResult = {
  readonly rule: string
  readonly verdict: Verdict
  readonly warns: boolean
  readonly shown: Readonly<Record<string, string | number>>
}

/** The same with what of both sides was compared: for whoever may read both. */
export type Explained = RuleResult & Pick<Judged, 'compared' | 'slack' | 'norm'>

type Judging = { readonly seeker: Seeker; readonly home: Home; readonly ground: Ground }

const judge = ({ seeker, home, ground }: Judging, rules: Readonly<Record<string, Rule>>, warns: boolean) =>
  Object.entries(rules).map(([rule, judged]): Explained => {
    const { shown = {}, ...found } = judged(seeker, home, ground)
    return { ...found, rule, warns, shown }
  })

/** The rules that the covenant adds, of one kind; none where it adds none. */
function agreed({ seeker, home, ground }: Judging, rule: string, warns: boolean): Explained[] {
  const rows = ground.rules.matching?.agreed.filter((row) => row.warns === warns) ?? []
  const found = agreedOf(rows, { seeker, home, today: ground.today })
  return found ? [{ ...found, rule, warns, shown: {} }] : []
}

/** Whether who supports the client can do so there, as strictly as the covenant says; none where it does not ask. */
function supported({ seeker, home, ground }: Judging, as: 'warns' | 'blocks'): Explained[] {
  if (ground.rules.matching?.support !== as) return []
  return [{ ...support(seeker, home, ground), rule: 'support', warns: as === 'warns', shown: {} }]
}

/** Every rule with what it compared, in a fixed order. Rents in euro cents. Not for who may not read both sides. */
export function explain(seeker: Seeker, home: Home, ground: Ground): Explained[] {
  const judging = { seeker, home, ground }
  return [
    ...judge(judging, blocking, false),
    ...agreed(judging, 'agreed', false),
    ...supported(judging, 'blocks'),
    ...judge(judging, warning, true),
    ...agreed(judging, 'advised', true),
    ...supported(judging, 'warns'),
  ]
}

/** Every rule's verdict for one client and one dwelling, in a fixed order, with values of the home alone; for a landlord see `forLandlord`. */
export const fit = (seeker: Seeker, home: Home, ground: Ground): RuleResult[] =>
  explain(seeker, home, ground).map(({ rule, verdict, warns, shown }) => ({ rule, verdict, warns, shown }))
