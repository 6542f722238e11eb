// In which form a selection of cases is shown: a list, a board by stage, or the days on which its terms end.
import type { Role } from '../case/actor'
import { grants } from '../case/steps'
import { isMonth, monthOf } from './calendar'
import type { Asked } from './work-filter'

export const caseForms = ['list', 'board', 'month', 'agenda'] as const
type CaseForm = (typeof caseForms)[number]

/** The columns of the list besides whom it is about, in their order; with the compartment that one must read for it. */
const caseColumns = {
  number: null,
  stage: null,
  waiting: 'readiness',
  turn: null,
  since: null,
  mentor: 'parties',
  due: null,
} as const satisfies Record<string, string | null>
export type CaseColumn = keyof typeof caseColumns
const names = Object.keys(caseColumns) as CaseColumn[]

/** What a list shows when nobody chose. */
export const usualColumns: readonly CaseColumn[] = ['number', 'stage', 'waiting', 'turn', 'due']

export type CaseView = {
  readonly form: CaseForm
  readonly columns: readonly CaseColumn[]
  /** Lines close together. */
  readonly dense: boolean
  /** The month 'yyyy-mm' of a calendar. */
  readonly month: string
}

const reads = (role: Role, compartment: string) =>
  grants.some((g) => g.kind === 'case' && g.role === role && g.verb === 'read' && g.object === compartment)

/** The columns that somebody of this role can have. */
export const columnsFor = (role: Role): readonly CaseColumn[] =>
  names.filter((name) => !caseColumns[name] || reads(role, caseColumns[name]))

/** The columns that an address names; a form sends each apart, an address joins them. */
const columnsIn = (asked: Asked[string]): readonly CaseColumn[] => {
  const said = [asked ?? []].flat().flatMap((text) => text.split('.'))
  return names.filter((name) => said.includes(name))
}

/** The view of an address; whatever is no code is not asked, and no column that this role cannot have. */
export function caseView(asked: Asked, role: Role, today: string): CaseView {
  const open = columnsFor(role)
  const chosen = columnsIn(asked.columns)
  return {
    form: caseForms.find((form) => form === asked.view) ?? 'list',
    columns: (chosen.length ? chosen : usualColumns).filter((name) => open.includes(name)),
    dense: asked.dense === 'yes',
    month: isMonth(asked.month) ? asked.month : monthOf(today),
  }
}

/** The same as it stands in an address; what is usual is left out. */
export const askedOfView = ({ form, columns, dense, month }: CaseView, role: Role, today: string) => {
  const usual = usualColumns.filter((name) => columnsFor(role).includes(name)).join('.')
  const said = columns.join('.')
  const dated = form === 'month' || form === 'agenda'
  return {
    view: form === 'list' ? null : form,
    columns: said === usual ? null : said,
    dense: dense ? 'yes' : null,
    month: dated && month !== monthOf(today) ? month : null,
  }
}
