import 'server-only'
// Saved views: kept, changed, removed and opened first. What is posted is a name and codes.
import { redirect } from 'next/navigation'
import { z } from 'zod'
import type { Actor } from '@/domain/case/actor'
import { type Asking, keptOf, NAME, reaches, tidies } from '@/domain/worklist/saved-view'
import type { Asked } from '@/domain/worklist/work-filter'
import { paths } from '@/paths'
import { today } from '@/server/clock'
import { asActor } from '@/server/db/as-actor'
import { currentActor } from '@/server/session'
import { keepView, openWith, removeView, type SavedView, viewsFor } from '@/server/work-views'
import { at } from './components/addresses'

export type ViewsScreen = {
  role: Actor['role']
  /** What can be saved: the selection that the address asks for, where it asks for one. */
  selection: Asking | null
  mine: SavedView[]
  shared: SavedView[]
  /** Whether this person can take away what others share. */
  tidies: boolean
  said: (typeof sayings)[number] | null
  wrong: (typeof faults)[number] | null
}

const sayings = ['kept', 'removed', 'first'] as const
const faults = ['name', 'not'] as const

/** The saved views of the person who asks, and the selection that they came with. */
export async function getViewsScreen(asked: Asked): Promise<ViewsScreen> {
  const actor = await currentActor()
  const { said, wrong, ...selection } = asked
  const views = await asActor(actor, viewsFor)
  return {
    role: actor.role,
    selection: Object.keys(selection).length ? keptOf(selection, actor.role, today()) : null,
    mine: views.filter(({ own }) => own),
    shared: views.filter(({ own }) => !own),
    tidies: tidies(actor.role),
    said: sayings.find((one) => one === said) ?? null,
    wrong: faults.find((one) => one === wrong) ?? null,
  }
}

const named = z.object({ name: z.string().trim().min(1).max(NAME), reach: z.enum(reaches) })
const text = (form: FormData, name: string) => {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}
const idIn = (form: FormData) => {
  const id = z.uuid().safeParse(form.get('view'))
  return id.success ? id.data : null
}

/** The selection that a form brings along, as an address holds it. */
const selectionIn = (form: FormData, role: Actor['role']) =>
  keptOf(Object.fromEntries(new URLSearchParams(text(form, 'selection').slice(0, 2000))), role, today())

/** Keeps the selection of the form under a name; or gives a view of one's own another name or other readers. */
export async function keepSelection(form: FormData) {
  const actor = await currentActor()
  const id = idIn(form)
  const fields = named.safeParse({
    name: text(form, id ? `name-${id}` : 'name'),
    reach: text(form, id ? `reach-${id}` : 'reach') || 'own',
  })
  const asked = id ? null : selectionIn(form, actor.role)
  const back = (why: Asking) => redirect(at(paths.views, { ...asked, ...why }))
  if (!fields.success) return back({ wrong: 'name' })
  const keeping = { ...fields.data, ...(id && { id }), ...(asked && { asked }) }
  const kept = await asActor(actor, (tx) => keepView(tx, keeping))
  if (!kept) return back({ wrong: 'not' })
  redirect(at(paths.views, { said: 'kept' }))
}

/** Removes a view. Its selection stays at hand: saving it again is the way back. */
export async function removeSelection(form: FormData) {
  const actor = await currentActor()
  const id = idIn(form)
  const removed = await asActor(actor, async (tx) => {
    const view = (await viewsFor(tx)).find((one) => one.id === id)
    return view && (await removeView(tx, view.id)) ? view : null
  })
  redirect(at(paths.views, removed ? { ...removed.asked, said: 'removed' } : { wrong: 'not' }))
}

/** The list of cases opens with this view from now on; without one, as it always did. */
export async function openSelectionFirst(form: FormData) {
  const actor = await currentActor()
  const done = await asActor(actor, (tx) => openWith(tx, idIn(form)))
  redirect(at(paths.views, done ? { said: 'first' } : { wrong: 'not' }))
}
