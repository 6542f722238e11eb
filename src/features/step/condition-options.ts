import 'server-only'
// The conditions that somebody can say something about, each in a line by which one knows it again.
import { getTranslations } from 'next-intl/server'
import type { Actor } from '@/domain/case/actor'
import type { Case } from '@/domain/case/case'
import { conditionsFor } from '@/domain/case/conditions'
import { codeKey } from '@/i18n/codes'
import { formats } from '@/i18n/format'

/** So many characters of a condition tell it from the others in a list. */
const BEGINNING = 80

/** Those that are open first; of one that has ended another word can still be said. */
export async function conditionOptions(
  kase: Case | null,
  actor: Actor,
): Promise<{ value: string; label: string }[]> {
  const t = await getTranslations()
  const { day } = await formats()
  const lines = kase ? conditionsFor(kase, actor) : []
  return lines
    .toSorted((a, b) => Number(b.open) - Number(a.open))
    .map(({ id, condition, conditionBy, dueOn }) => {
      const said = condition.length > BEGINNING ? `${condition.slice(0, BEGINNING)}…` : condition
      const by = conditionBy && t(codeKey('conditionBy', conditionBy))
      return { value: id, label: [said, by, dueOn && day(dueOn)].filter(Boolean).join(' · ') }
    })
}
