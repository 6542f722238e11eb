// What runs beside the search for a home: who moves in, the days, the contract that is proposed, and the tracks.
import { addDays } from '@/domain/kernel/days'
import texts from '../data/world/texts.json' with { type: 'json' }
import { type Chance, chanceOf } from './chance'
import { said } from './clients'
import type { WorldInput } from './event'
import { housed } from './goals'
import { contractForm } from './matching'
import { type Story, tell } from './story'

/** A chance of its own: what is drawn here changes nothing of the rest of the story. */
const chanceIn = ({ client }: Story, about: string): Chance => chanceOf(`${client.key}:${about}`)

/** Everyone who moves in besides the client: a partner, then the children. */
function members(story: Story, on: string): void {
  const { adults, children, mentor } = story.client
  const chance = chanceIn(story, 'members')
  const add = (relation: string, years: readonly [number, number]) =>
    tell(story, on, mentor, 'addMember', {
      relation,
      birthDate: addDays(on, -chance.between(years[0] * 365, years[1] * 365)),
      lives: 'altijd',
      school: relation === 'kind' && years[1] > 4 ? 'Basisschool De Boomhut (voorbeeld)' : null,
    })
  for (let n = 1; n < adults; n++) add('partner', [22, 45])
  for (let n = 0; n < children; n++) add('kind', [1, 11])
}

const days = (story: Story): WorldInput => {
  const chance = chanceIn(story, 'days')
  const activity =
    story.client.origin === 'JMV' ? 'opleiding' : chance.pick(['dagbesteding', 'werk', 'zoekend'])
  return {
    activity,
    where: activity === 'zoekend' ? null : said(story.client, 'where', texts.dayPlaces),
    hoursPerWeek: activity === 'zoekend' ? null : chance.between(8, 32),
    travel: null,
    wish: null,
  }
}

/** The tracks as they stand: some are ready, others on the way or too late. */
function tracks(story: Story, on: string): void {
  const { client, today } = story
  const chance = chanceIn(story, 'tracks')
  for (const track of ['inkomen', 'zorgverzekering', 'inrichting', 'inschrijving'] as const) {
    if (!chance.happens(0.6)) continue
    const holder = track === 'inkomen' || track === 'inschrijving' ? 'gemeente' : 'provider'
    const soon = addDays(today, chance.between(-4, 75))
    const word = chance.happens(0.25)
      ? { state: 'klaar', dueOn: null }
      : { state: chance.pick(['loopt', 'teDoen']), dueOn: soon < on ? on : soon }
    tell(story, on, client.mentor, 'keepTrack', { track, holder, note: null, ...word })
  }
}

/** What an aanmelding says of the start in the home, on the day that it is sent; of who lives there already it is past. */
export function preparing(story: Story, until: string): void {
  const { client } = story
  if (housed(client.goal)) return
  const chance = chanceIn(story, 'preparing')
  if (chance.happens(0.5)) members(story, until)
  if (chance.happens(0.2)) tell(story, until, client.mentor, 'describeDayActivity', days(story))
  if (chance.happens(0.15))
    tell(story, until, client.mentor, 'proposeContract', {
      form: contractForm(story),
      why: said(client, 'contract', texts.contractReasons),
      omklapOn: null,
    })
  if (chance.happens(0.15))
    tell(story, until, client.mentor, 'recordStatement', {
      informedOn: until,
      clientSignedOn: chance.happens(0.9) ? until : null,
      providerSignedOn: until,
      copyGivenOn: until,
    })
  if (chance.happens(0.25)) tracks(story, until)
}
