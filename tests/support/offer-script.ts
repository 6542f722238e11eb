// The offers of the long story that come to nothing: judged, excused, withdrawn, and those to which a colleague has a say.
import { addDays } from '@/domain/kernel/days'
import { type Input, type Line, line, type Stage } from './line'
import { TODAY } from './region'

type Proposing = (stage: Stage) => Promise<Input>

/** From here on the covenant agrees this about offers. */
const withOffers =
  (agreed: Readonly<Record<string, boolean | string>>, proposing: Proposing): Proposing =>
  async (stage) => {
    const rules = JSON.stringify(agreed)
    await stage.r.kernel(
      `UPDATE covenant_version SET rules = jsonb_set(rules, '{offers}', (rules->'offers') || $1::jsonb)`,
      [rules],
    )
    return proposing(stage)
  }

/** And from here on nobody else has a say. */
export const agreedByOne = (proposing: Proposing) => withOffers({ twoOfficers: false }, proposing)

/** Somebody else proposed it: the story has one officer for each corporation. */
const byAColleague = async ({ r, by }: Stage): Promise<Input> => {
  await r.kernel(
    `UPDATE offer_agreement SET offered_by = (SELECT id FROM membership WHERE id <> $1 LIMIT 1) WHERE agreed_by IS NULL`,
    [by('officer').membershipId],
  )
  return {}
}

/** Two others stand in reserve: the story has one client who looks for a home. */
export const inReserve = async ({ r }: Stage): Promise<Input> => {
  await r.kernel(`UPDATE dwelling_reserve SET next_in_line = 'AAAAAAAA BBBBBBBB'`)
  return {}
}

const personal = { reason: 'persoonlijk' }

/** One dwelling, offered again and again to one client; `changed` lowers its rent, for a pair is not proposed again for nothing. */
export function offersBefore(proposing: Proposing, changed: (rent: number) => Line): Line[] {
  const [refused, excused, withdrawn, named, dropped, agreed] = [
    'refused',
    'excused',
    'withdrawn',
    'named',
    'dropped',
    'agreed',
  ].map((name) => line(TODAY, name)) as [Taking, Taking, Taking, Taking, Taking, Taking]
  return [
    refused('propose', 'officer', proposing),
    refused('informClient', 'mentor'),
    refused('planViewing', 'officer'),
    refused('recordViewing', 'officer'),
    refused('refuseOffer', 'mentor', personal),
    refused('returnRefusal', 'coordinator'),
    refused('refuseOffer', 'mentor', personal),
    refused('countRefusal', 'coordinator'),
    line(TODAY, 'kase')('weighRefusals', 'regisseur'),
    changed(640_00),
    excused('propose', 'officer', proposing),
    excused('giveLink', 'mentor'),
    excused('hearClient', 'matching'),
    excused('refuseOffer', 'mentor', personal),
    excused('excuseRefusal', 'coordinator'),
    changed(630_00),
    withdrawn('propose', 'officer', proposing),
    withdrawn('withdrawOffer', 'officer'),
    named('propose', 'officer', withOffers({ namedAt: 'viewing' }, proposing)),
    line(TODAY, 'dwelling')('changeAvailability', 'officer', { availableFrom: addDays(TODAY, 50) }),
    named('planViewing', 'officer'),
    named('withdrawOffer', 'officer'),
    dropped('propose', 'officer', withOffers({ namedAt: 'proposed', twoOfficers: true }, proposing)),
    dropped('declineOffer', 'officer'),
    agreed('propose', 'officer', proposing),
    agreed('agreeOffer', 'officer', byAColleague),
    agreed('withdrawOffer', 'officer'),
  ]
}

type Taking = ReturnType<typeof line>
