import 'server-only'
// What one can go to or begin: the rooms of the role, what it opens, and what can be done with the case in front of one.
import { getTranslations } from 'next-intl/server'
import type { Actor } from '@/domain/case/actor'
import { onlyInEmergency } from '@/domain/case/case'
import { openingStep } from '@/domain/case/steps'
import { subjectKinds } from '@/domain/kernel/subject'
import { folded } from '@/domain/search/search'
import { paths } from '@/paths'
import { today } from '@/server/clock'
import { asActor } from '@/server/db/as-actor'
import { load } from '@/server/db/load'
import { stepsNow } from '@/server/open-steps'
import { roomPath, roomsOf } from '@/server/rooms'
import type { SaidGroup, SaidLine } from './find-said'

const CASE = /^\/cases\/([0-9a-f-]{36})(?:\/|$)/

type T = Awaited<ReturnType<typeof getTranslations>>

const stepHref = (id: string, step: string) =>
  step === 'sendIntake' ? paths.check(id) : paths.step('case', id, step)

/** The steps that are open to this person on the case whose page this is; `all`: with those that only keep it up to date. */
async function stepsInFront(t: T, actor: Actor, path: string, all: boolean): Promise<SaidLine[]> {
  const id = CASE.exec(path)?.[1]
  if (!id) return []
  const steps = await asActor(actor, async (tx) => {
    const kase = await load(tx, actor.role, 'case', id)
    return kase && !onlyInEmergency(kase) ? stepsNow(tx, actor, kase, today()) : []
  })
  return steps
    .filter(({ refusal, amends }) => !refusal && (all || !amends))
    .map(({ name }) => ({
      key: `step-${name}`,
      title: t(`steps.${name}.label`),
      detail: '',
      href: stepHref(id, name),
    }))
}

/** Of pages and actions, those that fit what was typed; all of them when nothing was. */
export async function commandsFor(actor: Actor, typed: string, path: string): Promise<SaidGroup[]> {
  const t = await getTranslations()
  const rooms = roomsOf(actor.role).map((room) => ({
    key: `room-${room}`,
    title: t(`app.nav.${room}`),
    detail: '',
    href: roomPath(room),
  }))
  const begins = subjectKinds.flatMap((kind) => {
    const step = openingStep(kind, actor.role)
    const title = step && t(`steps.${step.name}.label`)
    return title ? [{ key: `open-${kind}`, title, detail: '', href: paths.open(kind) }] : []
  })
  const words = folded(typed)
  const fits = ({ title }: SaidLine) => folded(title).includes(words)
  const groups = [
    {
      key: 'steps',
      label: t('search.steps'),
      lines: (await stepsInFront(t, actor, path, !!words)).filter(fits),
    },
    { key: 'begin', label: t('search.begin'), lines: begins.filter(fits) },
    { key: 'rooms', label: t('search.rooms'), lines: rooms.filter(fits) },
  ]
  return groups.filter(({ lines }) => lines.length)
}
