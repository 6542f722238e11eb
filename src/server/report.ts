import 'server-only'
// What the region achieved, in counts. They are made of what the reporting role may read; no row of a case leaves the database.
import type { Middle } from '@/domain/report/cells'
import type { Tx } from './db/client'

export type RegionCounts = {
  /** Persons who got a key since a day, by the place that they left. */
  readonly origins: Readonly<Record<string, number>>
  readonly households: number
  readonly guided: number
  readonly waited: Middle
  /** All days together since they were ready, until they left their place, or their key: days of a stay that was needed no more. */
  readonly waitedTotal: number
  /** Places that those households left, and those of them in which somebody lives again. */
  readonly freed: number
  readonly retaken: number
  /** Of those, places with a client of this covenant, and with somebody from elsewhere; of the others it is not known. */
  readonly takenHere: number
  readonly takenOutside: number
  /** For how many days those places stood empty before somebody lived there. */
  readonly empty: Middle
  /** Running cases before the key, by stage. */
  readonly stages: Readonly<Record<string, number>>
  readonly waiting: Middle
  /** Running cases before the key in which the short terms of an emergency count. */
  readonly urgent: number
}

/** The counts of the actor's covenant; days of waiting are counted until the key, or until today. */
export async function regionCounts(tx: Tx, since: string, today: string): Promise<RegionCounts> {
  const [row] = await tx.$queryRaw<
    { counts: RegionCounts | null }[]
  >`SELECT app.region_counts(${since}::date, ${today}::date) AS counts`
  if (!row?.counts) throw new Error('Nobody asks')
  return row.counts
}

/** Viewings, talks of the landlord and visits; `silence`: visits that came beside those of which silence was a signal. */
export type Appointments = {
  readonly what: 'viewing' | 'talk' | 'visit' | 'silence'
  readonly n: number
  /** At so many of them the client was not there, or nobody came. */
  readonly missed: number
}

/** The appointments of the actor's covenant between two days, both included. */
export const appointmentCounts = (tx: Tx, since: string, today: string) => tx.$queryRaw<Appointments[]>`
  SELECT a.what, a.n, a.missed FROM app.appointment_counts(${since}::date, ${today}::date) a`

/** Cases in which a place to come back to was guaranteed, and those in which the client came back to it. */
export type Guarantees = { readonly given: number; readonly used: number }

/** The guarantees of the actor's covenant that were recorded between two days, both included. */
export async function guaranteeCounts(tx: Tx, since: string, today: string): Promise<Guarantees> {
  const [row] = await tx.$queryRaw<
    Guarantees[]
  >`SELECT g.given, g.used FROM app.guarantee_counts(${since}::date, ${today}::date) g`
  return row ?? { given: 0, used: 0 }
}

/** Clients who were at a time-out place, and for how many days together. */
export type TimeOuts = { readonly clients: number; readonly days: number }

/** The time-outs of the actor's covenant between two days: the day of the return is not counted. */
export async function timeOutCounts(tx: Tx, since: string, today: string): Promise<TimeOuts> {
  const [row] = await tx.$queryRaw<
    TimeOuts[]
  >`SELECT t.clients, t.days FROM app.time_out_counts(${since}::date, ${today}::date) t`
  return row ?? { clients: 0, days: 0 }
}

/** All that the page of counts tells of the actor's covenant, since a day. */
export const reportCounts = async (tx: Tx, since: string, today: string) => ({
  region: await regionCounts(tx, since, today),
  appointments: await appointmentCounts(tx, since, today),
  guarantees: await guaranteeCounts(tx, since, today),
  timeOuts: await timeOutCounts(tx, since, today),
})
