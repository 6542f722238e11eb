import 'server-only'
import { callOf, type Meeting } from '../calendar/meeting'
// One round of the worker: what is new becomes mails, and the mails whose time has come are sent.
import type { Client } from '../db/client'
import { log, nameOf } from '../log'
import { digestOf, type Letter, letterOf, type News } from './letter'
import { writeMails } from './plan'
import { type Envelope, isForGood, type Post } from './post'

export type Office = {
  readonly client: Client
  readonly post: Post
  /** The address of the website. */
  readonly base: string
  /** Minutes that news waits for more, so that it comes in one mail. */
  readonly wait: number
  /** Whether the worker was asked to stop: then it finishes the mail in hand. */
  readonly stopping?: () => boolean
}

type To = { id: string; address: string; language: string | null }
type Due = To & { news: News[]; digest: boolean }
type Call = To & { meeting: Meeting }

type Ready = { readonly to: Envelope; readonly write: () => Letter }

/** What goes out now: news, and tafels for the calendars of those who are invited. */
async function claim({ client, post, base, wait }: Office): Promise<Ready[]> {
  await writeMails(client, wait)
  const news = await client.$queryRaw<Due[]>`SELECT * FROM app.due_mail()`
  const calls = await client.$queryRaw<Call[]>`SELECT * FROM app.due_calls()`
  return [
    ...news.map(({ id, address, language, news, digest }) => ({
      to: { id, address },
      write: () => (digest ? digestOf : letterOf)(news, language, base),
    })),
    ...calls.map(({ id, address, language, meeting }) => ({
      to: { id, address },
      write: () => callOf(meeting, language, base, { organiser: post.sender, attendee: address }),
    })),
  ]
}

async function sendOne({ client, post }: Office, { to, write }: Ready): Promise<boolean> {
  const { id } = to
  try {
    await post.send(to, write())
  } catch (error) {
    const forGood = isForGood(error)
    log(forGood ? 'error' : 'warn', { event: forGood ? 'mailGivenUp' : 'mailFailed', error: nameOf(error) })
    await client.$executeRaw`SELECT app.mail_done(${id}::uuid, ${nameOf(error)}, ${forGood})`
    return false
  }
  // A crash between the two: it is sent once more, under the same Message-ID. The other way round it would be lost.
  await client.$executeRaw`SELECT app.mail_done(${id}::uuid, NULL, false)`
  return true
}

/** Sends what is due; returns how many mails went out. What failed comes back later by itself. */
export async function deliver(office: Office): Promise<number> {
  let sent = 0
  for (const mail of await claim(office)) {
    if (office.stopping?.()) break
    if (await sendOne(office, mail)) sent += 1
  }
  if (sent) log('info', { event: 'mailSent', count: sent })
  return sent
}

/** Removes what has had its time: sessions, links, failed attempts to sign in, mails, notices, imports, what runs were made of, and drafts that nobody changed for `draftDays` days. */
export async function tidy({
  client,
  draftDays,
}: Pick<Office, 'client'> & { draftDays: number }): Promise<number> {
  const [row] = await client.$queryRaw<{ removed: bigint }[]>`
    SELECT app.tidy() + app.tidy_drafts(${draftDays}::int) + app.tidy_notices() + app.tidy_imports() + app.tidy_runs() AS removed`
  const removed = Number(row?.removed ?? 0)
  if (removed) log('info', { event: 'tidied', count: removed })
  return removed
}
