// Matching: the corporation proposes, the provider answers with the client, the corporation confirms.
import { addDays, addMonths, workingDaysBetween } from '@/domain/kernel/days'
import texts from '../data/world/texts.json' with { type: 'json' }
import { earlier, last, later } from './calendar'
import { chanceOf } from './chance'
import { said } from './clients'
import { blocked, dwellingFor, type Numbering } from './dwellings'
import { ref } from './event'
import { consentFor } from './extras'
import { type Story, tell, tellOf } from './story'

/** The contract that the tafel and the corporation choose for this client. */
export function contractForm({ client }: Story): string {
  if (client.origin === 'JMV') return 'jongeren'
  const plain = client.goal.turn === 'steady' && client.n % 9 === 0
  return plain
    ? 'eigenNaam'
    : client.covenant === 'zuidoost-drenthe' && client.n % 7 === 0
      ? 'intermediair'
      : 'driepartijen'
}

/** A youth contract ends after five years. */
const lease = (story: Story, start: string) => {
  const form = contractForm(story)
  return { form, temporaryGround: null, endsOn: form === 'jongeren' ? addMonths(start, 60) : null }
}

const offerKey = ({ client }: Story, letter: string) => `offer:${client.n}${letter}`

function propose(
  story: Story,
  letter: string,
  dwelling: string,
  on: string,
  reason: string | null = null,
): string {
  const { client } = story
  const offer = offerKey(story, letter)
  tellOf(
    story,
    on,
    client.officer,
    'propose',
    offer,
    { dwelling: ref(dwelling), candidate: ref(client.key), reason },
    true,
  )
  return offer
}

/** Reasons that lie in the dwelling, and those that use up one of the client's offers. */
const reasons = {
  valid: ['nietToegankelijk', 'huurTeHoog', 'veiligheid'],
  any: ['nietToegankelijk', 'huurTeHoog', 'woonomgeving', 'persoonlijk'],
} as const

/** An offer that came to nothing, from a day on: refused by the client, or withdrawn by the corporation. Takes nine working days. */
function failedOffer(story: Story, numbering: Numbering, from: string): void {
  const { client } = story
  const dwelling = dwellingFor(story, numbering, earlier(from, 2), addDays(from, 20))
  const offer = propose(story, 'a', dwelling, from)
  const answered = later(from, client.chance.between(1, 3))
  if (client.chance.happens(0.75)) {
    const reason = client.chance.pick(story.rules.offers.suitable > 1 ? reasons.any : reasons.valid)
    tellOf(story, answered, client.mentor, 'refuseOffer', offer, { reason, note: texts.refuseNotes[reason] })
  } else {
    tellOf(story, answered, client.officer, 'withdrawOffer', offer, {
      withdrawnWhy: 'woningNietVrij',
      note: said(client, 'withdraw', texts.withdrawNotes),
    })
    tellOf(
      story,
      answered,
      client.officer,
      'blockDwelling',
      dwelling,
      blocked(chanceOf(`${client.key}:block`)),
    )
  }
  // Let to someone outside this covenant.
  tellOf(story, later(answered, 3), client.officer, 'withdrawDwelling', dwelling, {})
}

/** Whether a first offer failed, where the days between leave room for it. Says the letter of the next offer. */
function firstOffer(
  story: Story,
  numbering: Numbering,
  adopted: string,
  until: string,
  likely: number,
): string {
  if (workingDaysBetween(adopted, until) < 14 || !story.client.chance.happens(likely)) return 'a'
  failedOffer(story, numbering, later(adopted, 3))
  return 'b'
}

/** A case that waits for a dwelling since its decision was adopted. */
export function searching(story: Story, numbering: Numbering, adopted: string): void {
  firstOffer(story, numbering, adopted, story.today, 0.6)
}

/** Of one offer in four that nobody answered yet the dwelling turns out to be free later. */
function comesLater(story: Story, dwelling: string, proposed: string, start: string): void {
  const on = later(proposed, 1)
  if (story.client.n % 4 !== 0 || on > story.today) return
  const input = { availableFrom: addDays(start, 14), why: 'oplevering' }
  tellOf(story, on, story.client.officer, 'changeAvailability', dwelling, input)
}

/** Of an offer that is under way the provider told the client the next working day; of two in three the client saw the dwelling before they answered. */
function toldAndShown(story: Story, offer: string, { proposed, accepted }: OfferDays): void {
  const { client, today } = story
  const told = later(proposed, 1)
  if (told > (accepted ?? today)) return
  tellOf(story, told, client.mentor, 'informClient', offer, {
    toldOn: told,
    toldHow: client.n % 2 ? 'gesprek' : 'telefoon',
  })
  const seen = later(told, 1)
  if (!accepted || seen > accepted || client.n % 3 === 0) return
  const viewing = { viewOn: seen, viewAt: '10:30', viewPlace: null }
  tellOf(story, told, client.officer, 'planViewing', offer, viewing)
  tellOf(story, seen, client.officer, 'recordViewing', offer, { viewOutcome: 'gezien' })
}

export type OfferDays = {
  readonly proposed: string
  readonly accepted: string | null
  readonly confirmed: string | null
  readonly start: string
}

/** The offer that leads to a home, as far as its days go. */
export function placement(story: Story, numbering: Numbering, adopted: string, days: OfferDays): void {
  const { proposed, accepted, confirmed, start } = days
  const { client } = story
  const letter = firstOffer(story, numbering, adopted, proposed, 0.2)
  const larger = client.n % 31 === 0 && client.adults + client.children <= 2
  // One room more than the occupancy agreement allows: the corporation may propose it, with its reason.
  const extraRooms = larger ? 2 : 0
  const entered = last(later(adopted, 1), earlier(proposed, client.chance.between(2, 9)))
  const dwelling = dwellingFor(
    story,
    numbering,
    entered,
    addDays(start, -client.chance.between(0, 6)),
    extraRooms,
  )
  const offer = propose(
    story,
    letter,
    dwelling,
    proposed,
    larger ? said(client, 'override', texts.overrideReasons) : null,
  )
  if (!confirmed) toldAndShown(story, offer, days)
  if (!accepted) {
    comesLater(story, dwelling, proposed, start)
    return
  }
  consentFor(story, accepted, client.officer.organisation)
  tellOf(story, accepted, client.mentor, 'acceptOffer', offer, {
    note: client.chance.happens(0.6) ? said(client, 'accept', texts.acceptNotes) : null,
  })
  if (confirmed)
    tellOf(story, confirmed, client.officer, 'confirmOffer', offer, {
      ...lease(story, start),
      startOn: start,
    })
}

/** Which of the agreements were signed, one working day after the other from the confirmation on; `count` of five. */
export function agreements(story: Story, confirmed: string, start: string, count: number): void {
  const { client } = story
  const level = startLevel(story)
  const signed = (n: number) => later(confirmed, n)
  const paper = (n: number) => ({ signedOn: signed(n), startOn: start, signingWay: 'inApp' })
  const steps = [
    () =>
      tell(story, signed(1), client.mentor, 'writePlan', {
        goals: said(client, 'goals', texts.plan.goals),
        agreements: said(client, 'agreements', texts.plan.agreements),
        signedOn: signed(1),
        level,
      }),
    () => tell(story, signed(1), client.officer, 'signLease', paper(1)),
    () => tell(story, signed(2), client.mentor, 'signGuidance', paper(2)),
    () => tell(story, signed(3), client.officer, 'signTripartiteLandlord', paper(3)),
    () => tell(story, signed(3), client.mentor, 'signTripartiteProvider', paper(3)),
  ]
  for (const step of steps.slice(0, count)) step()
}

/** How much support there is when the key is handed over. */
export const startLevel = ({ client }: Story): string =>
  client.n % 4 === 0 ? 'intensief' : client.n % 4 === 1 ? 'licht' : 'midden'
