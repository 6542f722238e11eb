import 'server-only'
// What is typed is posted: nothing of it stands in an address, a log or a history.
import { getTranslations } from 'next-intl/server'
import { openingStep } from '@/domain/case/steps'
import { holdsBsn } from '@/domain/search/search'
import { paths } from '@/paths'
import { today } from '@/server/clock'
import { posted } from '@/server/guard'
import { actorOrNull, currentActor } from '@/server/session'
import { commandsFor } from './commands'
import { found, LONGEST } from './find'
import { type SaidGroup, saidOf } from './find-said'

export type FindState = {
  readonly attempt: number
  readonly typed: string
  readonly groups: readonly SaidGroup[]
  readonly message?: string
  /** The way to a case that is not theirs, for who may break the glass. */
  readonly emergency?: string
}

const textOf = (form: FormData, name: string) => {
  const sent = form.get(name)
  return typeof sent === 'string' ? sent.slice(0, LONGEST) : ''
}

/** The search page: everything that fits, by kind. */
export async function findFromForm(previous: FindState, form: FormData): Promise<FindState> {
  const actor = await currentActor()
  const t = await getTranslations('search')
  const typed = textOf(form, 'typed')
  const hits = await found(actor, typed, today())
  const groups = await saidOf(hits)
  const n = groups.reduce((sum, { lines }) => sum + lines.length, 0)
  const all = hits.every(({ more }) => !more)
  const message = n ? t(all ? 'found' : 'first', { n }) : t(holdsBsn(typed) ? 'noBsn' : 'nothing')
  const emergency = !n && openingStep('emergency', actor.role) ? paths.open('emergency') : null
  return { attempt: previous.attempt + 1, typed, groups, message, ...(emergency && { emergency }) }
}

/** The palette, as somebody types: pages and actions first, then what was found. Null: nobody is signed in. */
export const findForPalette = posted(
  async (form: FormData): Promise<{ said: string; groups: SaidGroup[] } | null> => {
    const actor = await actorOrNull()
    if (!actor) return null
    const t = await getTranslations('search')
    const typed = textOf(form, 'typed').trim()
    const things = typed ? await saidOf(await found(actor, typed, today())) : []
    const groups = [...(await commandsFor(actor, typed, textOf(form, 'path'))), ...things]
      .map((group) => ({ ...group, lines: group.lines.filter(({ href }) => href) }))
      .filter(({ lines }) => lines.length)
    const n = groups.reduce((sum, { lines }) => sum + lines.length, 0)
    return { said: n ? t('found', { n }) : t(holdsBsn(typed) ? 'noBsn' : 'nothing'), groups }
  },
)
