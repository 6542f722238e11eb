import 'server-only'
// What is new in the outbox becomes mails: each person hears when they chose to, by the calendar and clock of the domain.
import { steps } from '@/domain/case/steps'
import type { Step } from '@/domain/kernel/step'
import { mailChoice, mailingOf, usualChoice } from '@/domain/notices/choice'
import type { Client, Tx } from '../db/client'
import type { News } from './letter'

type Fresh = { account_id: string; event: string; created_at: Date; news: News; choice: unknown }
type Mail = { readonly account: string; readonly digest: boolean; at: Date; readonly news: News[] }

/** So much of the outbox is put into mails in one transaction. */
const MOST = 500

const urgent = new Set(
  (Object.values(steps) as readonly Step[]).filter((s) => s.row.urgent).map((s) => s.name),
)

/** What cannot be read any more counts as no choice: rather a mail too many than a silence. */
const choiceOf = (kept: unknown) => mailChoice.catch(usualChoice).parse(kept ?? {})

/** One mail for each person and each kind of mail, with the earliest of the times of its news. `wait` in minutes. */
function mailsOf(fresh: readonly Fresh[], wait: number): readonly Mail[] {
  const mails = new Map<string, Mail>()
  for (const { account_id: account, event, created_at, news, choice } of fresh) {
    const hurry = urgent.has(event)
    const ready = new Date(created_at.getTime() + (hurry ? 0 : wait * 60_000))
    const mailing = mailingOf(event, choiceOf(choice), ready)
    if (!mailing) continue
    const { digest, at } = mailing
    const key = `${account} ${digest}`
    const mail = mails.get(key) ?? { account, digest, at, news: [] }
    mails.set(key, mail)
    if (at < mail.at) mail.at = at
    mail.news.push(digest ? { ...news, subject: null } : { ...news, urgent: hurry })
  }
  return [...mails.values()]
}

/** Puts what is new into mails, all or nothing: what was taken and not put comes back with the next round. */
export const writeMails = (client: Client, wait: number) =>
  client.$transaction(async (tx: Tx) => {
    const fresh = await tx.$queryRaw<Fresh[]>`SELECT * FROM app.take_news(${MOST}::int)`
    const mails = mailsOf(fresh, wait)
    if (mails.length) await tx.$executeRaw`SELECT app.put_mail(${JSON.stringify(mails)}::jsonb)`
  })
