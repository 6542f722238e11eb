// Which form a draft is of, and the page on which one goes on with it.
import type { SubjectKind } from '@/domain/kernel/subject'
import { onPapers, onTheLedger, paths } from '@/paths'

type Place = { kind: SubjectKind; subjectId: string | null; step: string; about: string }

/** What the page settled of a form, or its address asked, as one text: two forms of one step on one subject are not each other's draft. */
export const aboutOf = (fixed: Readonly<Record<string, string>>) =>
  new URLSearchParams(Object.entries(fixed).sort()).toString()

/** The address of the page with this form. */
export function pageOf({ kind, subjectId, step, about }: Place): string {
  const fixed = new URLSearchParams(about)
  const settled = (name: string) => encodeURIComponent(fixed.get(name) ?? '')
  if (onTheLedger.includes(step) && subjectId)
    return paths.consent(subjectId, settled('recipient'), settled('categories'))
  if (onPapers.includes(step) && subjectId)
    return paths.addPaper(subjectId, settled('paperType'), settled('replaces'))
  if (fixed.has('candidate')) return paths.candidate(settled('dwelling'), settled('candidate'))
  const page = subjectId ? paths.step(kind, subjectId, step) : paths.open(kind)
  return about ? `${page}?${about}` : page
}
