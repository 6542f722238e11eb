// Intake: the care provider opens the case, describes it part by part, and sends it; the gemeente checks it.
import { addDays, daysBetween } from '@/domain/kernel/days'
import regions from '../data/world/regions.json' with { type: 'json' }
import texts from '../data/world/texts.json' with { type: 'json' }
import { earlier, first, later } from './calendar'
import { nameOf } from './cast'
import { said } from './clients'
import { org } from './event'
import { extras } from './extras'
import { parts } from './parts'
import { preparing } from './preparing'
import { type IntakeDays, type Story, tell } from './story'

/** The days of an intake that the gemeente accepts on a given day. */
export function intakeBefore({ client }: Story, accepted: string): IntakeDays {
  const { chance } = client
  const again = earlier(accepted, chance.between(1, 3))
  const asked = chance.happens(0.22) ? earlier(again, chance.between(4, 8)) : null
  const sent = asked ? earlier(asked, chance.between(1, 4)) : earlier(accepted, chance.between(1, 5))
  return { opened: earlier(sent, chance.between(3, 9)), sent, more: asked ? [asked, again] : null, accepted }
}

/** 0012 as 00 12 */
const inPairs = (n: number) => String(n).padStart(4, '0').replace(/^../, '$& ')

const ages = { BW: [22, 64], MO: [20, 60], VO: [21, 46], JMV: [18, 21] } as const

export function openCase(story: Story, opened: string): void {
  const { client } = story
  const { chance, origin } = client
  const [youngest, oldest] = ages[origin]
  const age = chance.between(youngest, client.children ? Math.min(oldest, 46) : oldest)
  tell(story, opened, client.mentor, 'openCase', {
    givenName: client.givenName,
    familyName: client.familyName,
    birthDate: addDays(opened, -Math.round(age * 365.25) - chance.between(10, 340)),
    salutation: client.salutation,
    phone: chance.happens(0.85) ? `06 00 00 ${inPairs(client.n)}` : null,
    email: chance.happens(0.5) ? `client${client.n}@voorbeeld.example` : null,
    address: origin === 'VO' ? null : 'Adres van de voorziening (voorbeeld)',
    language: chance.happens(0.12) ? chance.pick(['Engels', 'Frans', 'Nederlandse Gebarentaal']) : null,
    setting: origin,
    facility: said(client, 'facility', regions.facilities[origin]),
    law: client.law,
    readySince: addDays(opened, -client.ready),
    expectedOn: null,
    wantedFrom: addDays(opened, client.wanted),
    gemeente: org(client.gemeente),
    mentorName: nameOf(client.mentor.person),
    mentorPhone: `088 000 ${inPairs(1000 + (client.n % 40))}`,
  })
}

/** The parts, two at a time over the days from the opening to the sending; a draft has only the first `count` of them. */
export function describe(story: Story, opened: string, until: string, count = 99): void {
  const apart = Math.max(1, Math.floor(daysBetween(opened, until) / 5))
  for (const [i, [step, input]] of parts(story, opened).slice(0, count).entries())
    tell(
      story,
      first(later(addDays(opened, Math.floor(i / 2) * apart), 0), until),
      story.client.mentor,
      step,
      input,
    )
  if (count <= 8) return
  extras(story, opened, until)
  preparing(story, until)
}

/** From the first word to an accepted aanmelding. */
export function intake(story: Story, { opened, sent, more, accepted }: IntakeDays): void {
  const { client } = story
  openCase(story, opened)
  describe(story, opened, sent)
  tell(story, sent, client.mentor, 'sendIntake')
  if (more) {
    tell(story, more[0], client.regisseur, 'askMore', { missing: said(client, 'missing', texts.missing) })
    tell(story, more[1], client.mentor, 'sendIntake')
  }
  tell(story, accepted, client.regisseur, 'acceptIntake')
}
