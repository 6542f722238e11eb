import 'server-only'
// What a person presses under a proposal. It is kept with how long they looked; the offer itself is a step of its own.
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { answers, isReason } from '@/domain/matching/run/decided'
import { paths } from '@/paths'
import { asActor } from '@/server/db/as-actor'
import { answerProposal, proposedFor } from '@/server/matching/answer'
import { currentActor } from '@/server/session'
import { linesToAnswer } from './queries'

const said = z.object({
  run: z.uuid(),
  subject: z.uuid(),
  on: z.enum(['case', 'dwelling']),
  answer: z.enum(answers),
  reason: z.string().nullable().catch(null),
  shown: z.coerce.number().catch(0),
})

const secondsSince = (shown: number) => (shown > 0 ? (Date.now() - shown) / 1000 : 0)

/** Back to where it was asked, with the form open where a reason is missing; an officer who agrees goes on to the offer. */
export async function answer(form: FormData) {
  const actor = await currentActor()
  const { data } = said.safeParse(Object.fromEntries(form))
  if (!data) redirect(paths.work)
  const { reason } = data
  const back = data.on === 'case' ? paths.homes(data.subject) : paths.subject('dwelling', data.subject)
  if (!isReason(data.answer, reason)) redirect(`${back}?without=${data.answer}#answer`)
  const proposed = await asActor(actor, async (tx) => {
    const done = await answerProposal(tx, { ...data, reason, seconds: secondsSince(data.shown) })
    return done && data.on === 'dwelling' ? proposedFor(tx, actor, data.subject) : null
  })
  redirect(proposed && data.answer === 'accepted' ? paths.candidate(data.subject, proposed.pseudonym) : back)
}

/** Agrees to all proposals of one's own clients in which no rule asks for a closer look. */
export async function agreeToAll(form: FormData) {
  const actor = await currentActor()
  const shown = z.coerce.number().catch(0).parse(form.get('shown'))
  await asActor(actor, async (tx) => {
    const { run, cases } = await linesToAnswer(tx, actor)
    const seconds = secondsSince(shown) / Math.max(1, cases.length)
    for (const subject of cases)
      if (run) await answerProposal(tx, { run, subject, answer: 'accepted', reason: null, seconds })
  })
  redirect(paths.matching)
}
