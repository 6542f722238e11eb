// One case from its first day to where it stands today.
import { addDays } from '@/domain/kernel/days'
import texts from '../data/world/texts.json' with { type: 'json' }
import { aftercare } from './aftercare'
import { earlier, last, later } from './calendar'
import { said } from './clients'
import type { Numbering } from './dwellings'
import { ref, type WorldInput } from './event'
import { learned } from './extras'
import { describe, intake, intakeBefore, openCase } from './intake'
import { freedPlace, introduced, keyRecord, welcomed } from './key'
import { agreements, contractForm, placement, searching } from './matching'
import { type Story, tell } from './story'
import {
  adjourned,
  admitted,
  adoptedOn,
  before,
  plannedOn,
  refused,
  roomBetween,
  sentBack,
  type Tafel,
  type Tafels,
} from './tafels'

const putOn = (story: Story, on: string, tafel: Tafel) =>
  tell(story, on, story.client.regisseur, 'putOnTafel', { tafel: ref(tafel.key) })

const bring = (story: Story, tafel: Tafel, decision: WorldInput) => tafel.items.push({ story, decision })

/** An earlier tafel from which a case can come back to this one: so many working days later this one was planned already. */
const backFrom = (meeting: Tafel | null, days: number, tafel: Tafel): Tafel | null =>
  meeting && later(adoptedOn(meeting), days) >= plannedOn(tafel) ? meeting : null

/** The intake that ends in time for a tafel, and the tafels before it at which the case was not decided yet. */
function toTafel(story: Story, tafels: Tafels, tafel: Tafel): void {
  const { client } = story
  const { chance, mentor, regisseur } = client
  const adjournedOnce = chance.happens(0.08) ? backFrom(before(tafels, tafel, 1), 4, tafel) : null
  const backOnce =
    !adjournedOnce && chance.happens(0.05) ? backFrom(before(tafels, tafel, 3), 12, tafel) : null
  const meeting = adjournedOnce ?? backOnce ?? tafel
  const put = earlier(meeting.on, chance.between(1, 5))
  intake(story, intakeBefore(story, earlier(put, chance.between(0, 3))))
  putOn(story, put, meeting)
  if (meeting === tafel) return
  const adopted = adoptedOn(meeting)
  if (adjournedOnce) {
    bring(story, meeting, adjourned(story, addDays(adopted, 10), 'provider'))
    tell(story, later(adopted, 3), mentor, 'supplyForTafel')
  } else {
    bring(story, meeting, sentBack())
    tell(story, later(adopted, 8), mentor, 'sendIntake')
    tell(story, later(adopted, 10), regisseur, 'acceptIntake')
  }
  putOn(story, later(adopted, adjournedOnce ? 4 : 12), tafel)
}

/** A case that is still with the provider or with the gemeente. */
function beforeTafel(story: Story): void {
  const { client, today } = story
  const { chance, mentor, regisseur } = client
  const { end } = client.goal
  if (end === 'draft') {
    const opened = earlier(today, chance.between(1, 8))
    openCase(story, opened)
    describe(story, opened, earlier(today, 0), chance.between(1, 6))
    return
  }
  const asked = earlier(today, chance.between(1, 7))
  const sent = end === 'sent' ? earlier(today, chance.between(0, 6)) : earlier(asked, chance.between(1, 4))
  const opened = earlier(sent, chance.between(3, 9))
  openCase(story, opened)
  describe(story, opened, sent)
  tell(story, sent, mentor, 'sendIntake')
  if (end === 'askedMore')
    tell(story, asked, regisseur, 'askMore', { missing: said(client, 'missing', texts.missing) })
}

/** A case that waits for a tafel that is still to come, or was adjourned by the last one. */
function atTafel(story: Story, tafels: Tafels): void {
  const { client, today } = story
  const { chance, regisseur } = client
  const { end } = client.goal
  const [next, second] = tafels.planned as [Tafel, Tafel]
  if (end === 'adjourned') {
    const tafel = tafels.held.at(-1) as Tafel
    toTafel(story, { ...tafels, held: [tafel] }, tafel)
    bring(
      story,
      tafel,
      adjourned(story, addDays(today, chance.between(4, 15)), client.n % 2 ? 'gemeente' : 'provider'),
    )
    return
  }
  const accepted = earlier(today, chance.between(end === 'accepted' ? 0 : 2, 5))
  intake(story, intakeBefore(story, accepted))
  if (end === 'accepted') return
  putOn(story, later(accepted, 1), next)
  if (end !== 'movedTafel') return
  tell(story, later(accepted, 2), regisseur, 'takeOffTafel')
  putOn(story, later(accepted, 2), second)
}

/** The held tafel for a case whose offer comes on a day: some weeks before it. */
const tafelFor = (tafels: Tafels, proposed: string) =>
  roomBetween(tafels, addDays(proposed, -70), addDays(proposed, -14))

/** A case that is looking for a home, or has an offer that waits for an answer. */
function inMatching(story: Story, tafels: Tafels, numbering: Numbering): void {
  const { client, today } = story
  const { chance } = client
  const proposed =
    client.goal.end === 'confirming'
      ? earlier(today, chance.between(3, 6))
      : earlier(today, chance.between(0, 3))
  const tafel = tafelFor(tafels, proposed)
  toTafel(story, tafels, tafel)
  bring(story, tafel, admitted(story, contractForm(story)))
  const adopted = adoptedOn(tafel)
  learned(story, later(adopted, 1))
  if (client.goal.end === 'searching') {
    searching(story, numbering, adopted)
    return
  }
  const accepted = client.goal.end === 'confirming' ? later(proposed, chance.between(1, 2)) : null
  placement(story, numbering, adopted, {
    proposed,
    accepted,
    confirmed: null,
    start: later(addDays(today, 20), 0),
  })
}

/** A case with a home: from its tafel to the agreements, and the key when it was handed over. */
function withHome(story: Story, tafels: Tafels, numbering: Numbering): void {
  const { client, today } = story
  const { chance } = client
  const { end, keyAge, signed } = client.goal
  const waiting = end === 'tenancy'
  const wished = waiting
    ? later(addDays(today, signed > 5 ? -2 : chance.between(2, 9)), 0)
    : later(addDays(today, -chance.between(...keyAge)), 0)
  const tafel = roomBetween(tafels, addDays(wished, -100), addDays(wished, -36))
  const start = last(signed > 5 && waiting ? earlier(today, 0) : wished, later(addDays(tafel.on, 36), 0))
  const confirmed = waiting ? earlier(today, Math.max(signed, 1) + 1) : earlier(start, chance.between(6, 10))
  const accepted = earlier(confirmed, chance.between(1, 3))
  toTafel(story, tafels, tafel)
  bring(story, tafel, admitted(story, contractForm(story)))
  placement(story, numbering, adoptedOn(tafel), {
    proposed: earlier(accepted, chance.between(1, 3)),
    accepted,
    confirmed,
    start,
  })
  welcomed(story, confirmed, start)
  agreements(story, confirmed, start, Math.min(signed, 5))
  if (waiting) return
  tell(story, start, client.officer, 'handOverKey', keyRecord(story, start))
  introduced(story, start)
  freedPlace(story, start)
  aftercare(story, start)
}

/** A case that did not come to a home: refused by the table, or taken back on the client's wish. */
function withoutHome(story: Story, tafels: Tafels): void {
  const { client, today } = story
  const { chance, mentor } = client
  const tafel = roomBetween(tafels, addDays(today, -330), addDays(today, -50))
  if (client.goal.end === 'refused') {
    toTafel(story, tafels, tafel)
    bring(story, tafel, refused(story))
  } else if (client.n % 2) {
    toTafel(story, tafels, tafel)
    bring(story, tafel, admitted(story, contractForm(story)))
    tell(story, later(adoptedOn(tafel), chance.between(8, 20)), mentor, 'withdrawCase', {
      reason: 'verhuisd',
    })
  } else {
    const accepted = earlier(today, chance.between(40, 120))
    intake(story, intakeBefore(story, accepted))
    tell(story, later(accepted, 3), mentor, 'withdrawCase', { reason: 'ingetrokken' })
  }
}

/** Tells the whole story of one case. */
export function tellCase(story: Story, tafels: Tafels, numbering: Numbering): void {
  const { end } = story.client.goal
  if (end === 'draft' || end === 'sent' || end === 'askedMore') beforeTafel(story)
  else if (end === 'accepted' || end === 'onTafel' || end === 'movedTafel' || end === 'adjourned')
    atTafel(story, tafels)
  else if (end === 'searching' || end === 'offered' || end === 'confirming')
    inMatching(story, tafels, numbering)
  else if (end === 'refused' || end === 'withdrawn') withoutHome(story, tafels)
  else withHome(story, tafels, numbering)
}
