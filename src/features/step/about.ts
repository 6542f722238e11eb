// What the address of a form says that it is about.
import { z } from 'zod'
import type { RefTo } from '@/domain/kernel/field'
import type { Step } from '@/domain/kernel/step'

const isId = (asked: unknown) => z.uuid().safeParse(asked).success

/** What is asked only where there are several of it. */
export const ofSeveral: readonly RefTo[] = ['signal', 'condition']
/** What an address can say that a step is about. */
const beside: readonly RefTo[] = ['note', ...ofSeveral]

/** Of what an address asks, the codes that this step knows, and which note, signal or condition it is about: it holds nothing else of a form. */
export const codesIn = (
  step: Step,
  asked: Readonly<Record<string, unknown>>,
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(step.input).flatMap(([name, field]) =>
      (field.kind === 'code' && field.codes.includes(String(asked[name]))) ||
      (field.kind === 'ref' && beside.includes(field.to) && isId(asked[name]))
        ? [[name, String(asked[name])]]
        : [],
    ),
  )
