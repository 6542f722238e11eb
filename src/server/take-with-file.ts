import 'server-only'
// A step whose form brings a file: the file is kept first, so that no record ever speaks of bytes that are not there.
import type { Actor } from '@/domain/case/actor'
import { blocked } from '@/domain/kernel/step'
import { asActor } from './db/as-actor'
import { load } from './db/load'
import { cleaned, cleanedPhoto, files, keep } from './files/receive'
import { faults } from './files/sniff'
import { contextFor, type Outcome, type Request } from './run-step'
import { takeStep } from './take-step'

/** Whether this person could take the step now: for whoever could not, no file is looked into. */
const open = ({ step, subjectId, today }: Request, actor: Actor) =>
  asActor(actor, async (tx) => {
    const subject = subjectId && (await load(tx, actor.role, step.kind, subjectId))
    return !!subject && !blocked(step, subject, await contextFor(tx, actor, step, subject, today))
  })

/** One of the fields of the form holds it: the browser sends the others empty. */
const chosen = (sent: readonly unknown[]): File | null =>
  sent.find((value): value is File => value instanceof File && value.size > 0) ?? null

/**
 * Takes a step with the file that came with its form. Refused: the file is given up again. Where it is not known whether the
 * step was taken (an error is thrown), the file stays, and the worker tidies it up when no paper speaks of it.
 */
export async function takeWithFile(request: Request, sent: readonly unknown[]): Promise<Outcome> {
  const { subjectId, actor } = request
  if (!subjectId || !(await open(request, actor))) return takeStep(request)
  const clean = await (request.step.file === 'picture' ? cleanedPhoto : cleaned)(chosen(sent))
  if ('fault' in clean) return { refusal: faults[clean.fault] }
  const file = await keep(subjectId, clean)
  const outcome = await takeStep({ ...request, file })
  if ('refusal' in outcome) await files().remove(file.id)
  return outcome
}
