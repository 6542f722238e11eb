// What may not be seen leaves no trace: with it or without it, everybody gets the same answers.
import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { steps } from '@/domain/case/steps'
import type { Field } from '@/domain/kernel/field'
import { byHand } from '@/domain/kernel/step'
import { subjectKinds } from '@/domain/kernel/subject'
import nl from '@/i18n/nl/domain.json'
import { paths } from '@/paths'
import { asKernel } from '../../prisma/load-covenant'
import type { Ground } from '../policy/agreements'
import { lay } from '../policy/ground'
import { insertInto, sample } from '../policy/rows'
import { everyPlace, type Placed, type Setting } from '../policy/standings'
import { differsFromNothing, plainly } from './judge'
import { allows } from './may-have'
import { form, openBefore, site, w } from './opened'
import { actionOf, asScript, filled, send } from './posts'
import { PLACES, POSTED } from './routes'
import { CHANNELS, type Visit } from './visits'
import { abreast } from './walk'

openBefore({ withForm: true })

/** In the default run one of so many lists for each of those who look. */
const ONE_OF = process.env.RIGHTS ? 1 : 24

/** Who looks for traces: a colleague of ours, and somebody of an organisation that plays no part at all. */
const seekers = () => w.lookers.filter(({ name }) => / (ours|a third organisation)$/.test(name))

/** Pages that change by being looked at, or count the region for all its parties. */
const OTHERWISE = [
  ...['/journal', '/journal/print', '/journal/export', '/theme.css'],
  ...['/report', '/report/retention', '/report/fairness'],
]
/** A workbook holds the second in which it was made; the same template as a text does not. */
const STAMPED = ['/cases/import/template?as=xlsx', '/dwellings/import/template?as=xlsx']

function lists(): Visit[] {
  return Object.entries(PLACES)
    .filter(
      ([route]) => !OTHERWISE.includes(route) && !POSTED.includes(route) && !/^\/(api|login)\b/.test(route),
    )
    .flatMap(([route, place]) =>
      'list' in place ? place.list(w.places).map((path) => ({ route, path })) : [],
    )
    .filter(({ path }) => !STAMPED.includes(path))
    .flatMap(({ route, path }) =>
      seekers().map((who) => ({ route, path, who, channel: 'html', kind: null, at: null })),
    )
}

/** What stands on a page, in its order. The data behind it is numbered anew on every request, and says the same. */
const shown = (body: string) =>
  plainly(body)
    .replace(/<script.*?<\/script>/gs, '')
    .replace(/<(link|meta|template|input type="hidden" name="\$ACTION)[^>]*>|<!--.*?-->/g, '')

async function answers(visits: readonly Visit[]) {
  const said = new Map<Visit, string>()
  await abreast(visits, async (visit) => {
    const { status, body } = await site.ask({
      path: visit.path,
      headers: { ...CHANNELS.html, cookie: visit.who.cookie },
    })
    said.set(visit, `${status} ${shown(body)}`)
  })
  return said
}

/** Subjects in these settings, with everything in them, everywhere in the order of every list. */
async function layMore(ground: Ground, among: readonly Setting[], first: number): Promise<readonly Placed[]> {
  const more = everyPlace().filter(
    ({ kind, setting, consent, holds }) =>
      kind !== 'membership' && holds.length > 0 && consent === 'never' && among.includes(setting),
  )
  await asKernel(w.region.ownerUrl, (client) =>
    lay(client, ground, more, {
      number: (_at, n) => `cnry${String(first + n * 40).padStart(8, '0')}-`,
      version: () => randomUUID(),
      value: (_at, _compartment, _name, field) => sample(field),
      records: () => [],
      tasks: () => ['visit'],
    }),
  )
  return more
}

/** Organisations that nobody here works for. */
async function others(): Promise<Ground> {
  const [mine, another] = [randomUUID(), randomUUID()]
  await asKernel(w.region.ownerUrl, (client) =>
    insertInto(
      client,
      'organisation',
      [mine, another].map((id) => ({ id, key: id, name: id, kind: 'gemeente', fictional: true })),
    ),
  )
  return { ...w.ground, mine, another }
}

it('in no list, count, order, filter or number of pages', { timeout: 3_600_000 }, async () => {
  const visits = lists().filter((_, n) => n % ONE_OF === 0)
  const before = await answers(visits)
  const hidden = await layMore(await others(), ['none', 'elsewhere'], 0)
  const after = await answers(visits)
  const changed = visits.filter((visit) => before.get(visit) !== after.get(visit))
  console.info(`${visits.length} lists asked before and after ${hidden.length} hidden subjects`)
  expect(hidden.length).toBeGreaterThan(40)
  expect(changed.map(({ who, path }) => `${who.name} ${path}`)).toEqual([])
  // And what may be seen does change them: a comparison that never differs would prove nothing.
  await layMore(w.ground, ['ours'], 7)
  const own = visits.filter(({ route, who }) => route === '/cases' && who.name.endsWith(', ours'))
  const seen = await answers(own)
  expect(own.filter((visit) => after.get(visit) !== seen.get(visit)).length).toBeGreaterThan(0)
})

/** Each step that leads to another subject, by somebody whose step it is, once for each answer that could lead there. */
function leading() {
  return Object.values(steps).flatMap((step) => {
    const refs = Object.entries<Field>(step.input).filter(
      ([, field]) => field.kind === 'ref' && (subjectKinds as readonly string[]).includes(field.to),
    )
    if (!refs.length || !byHand(step.row)) return []
    return w.lookers
      .filter(({ name }) => name.endsWith(', ours'))
      .flatMap((who) => {
        const at = w.places.find(
          ({ kind, stage, setting, consent, ...place }) =>
            kind === step.kind &&
            consent === 'never' &&
            setting !== 'elsewhere' &&
            allows(w, who, { kind, stage, setting, consent, ...place }, 'take', step.name),
        )
        return at
          ? refs.map(([name, field]) => ({ who, step, at, name, to: (field as { to: string }).to }))
          : []
      })
  })
}

it('in no answer to a form that names it: it is as unknown as an id that nobody has', async () => {
  const asked = leading()
  const action = actionOf(form)
  const wrong: string[] = []
  await abreast(asked, async ({ who, step, at, name, to }) => {
    const there = w.places.find(
      ({ kind, stage, setting, holds }) =>
        kind === to && setting === 'none' && stage !== 'new' && holds.length > 0,
    )
    const answerTo = (id: string) => {
      const fields = filled(form, step.name, at.stage === 'new' ? '' : at.id).map(
        ([key, value]) => [key, key === name ? id : value] as const,
      )
      return send(site, who, paths.open('case'), asScript(fields), { 'next-action': action })
    }
    const visit = { route: '', path: step.name, channel: 'form', who, kind: step.kind, at }
    const [hidden, none] = [await answerTo(there?.id ?? ''), await answerTo(randomUUID())]
    wrong.push(...differsFromNothing(visit, hidden, none))
    // It was read as a form, and its answers as answers: what is refused is where it leads.
    if (none.body.includes(nl.refusals.invalid)) wrong.push(`${step.name} is no form`)
  })
  console.info(`${asked.length} forms, each sent with what is hidden and with what is not there`)
  expect(asked.length).toBeGreaterThan(3)
  expect(wrong).toEqual([])
})
