import 'server-only'
// When somebody wants to hear by mail, kept for the person: in whatever role they work.
import { type MailChoice, mailChoice, usualChoice } from '@/domain/notices/choice'
import type { Tx } from '../db/client'

/** What this person chose; what is usual for whoever chose nothing. */
export async function mailChoiceOf(tx: Tx): Promise<MailChoice> {
  const [row] = await tx.$queryRaw<{ choice: unknown }[]>`SELECT choice FROM mail_choice`
  return mailChoice.catch(usualChoice).parse(row?.choice ?? {})
}

/** Keeps what this person chose. */
export const keepMailChoice = (tx: Tx, choice: MailChoice) =>
  tx.$executeRaw`SELECT app.choose_mail(${JSON.stringify(choice)}::jsonb)`
