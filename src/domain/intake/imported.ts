// A case that came from a file: the file states where it is, and the gemeente confirms that or does not.
import { type Case, caseStep } from '../case/case'
import { compartments as c } from '../case/compartments'
import { dueToFind } from '../case/readiness'
import { aftercareOf, nextAfter, WAAKVLAM_DAYS } from '../case/schedule'
import type { Context, FromFile } from '../kernel/context'
import { addDays, addWorkingDays } from '../kernel/days'
import { code } from '../kernel/field'
import type { Refusal } from '../kernel/step'
import { waitsOn } from '../kernel/subject'

/** So many signs of the checksum tell one file from another, and give nothing of it away. */
const SIGNS = 8

/** By which every record of an import says that it was taken over from a file, and from which row. */
export const fileToldOf = ({ file, fileRow }: Pick<FromFile, 'file' | 'fileRow'>) => ({
  fromFile: file.slice(0, SIGNS),
  fileRow,
})

type Row = NonNullable<Case['of']['imported']>

/** Null: the gemeente is asked whether this client stood at one of these stages, by the file. */
const asked =
  (...stages: readonly Row['stated'][]) =>
  (kase: Case): Refusal | null => {
    const row = waitsOn(kase, 'checkImported') ? kase.of.imported : null
    return row && stages.includes(row.stated) ? null : { reason: 'nothingImported' }
  }

/** What the file always says of a client at this stage: without it the row did not come in. */
function said<K extends keyof Row>({ of }: Case, name: K): NonNullable<Row[K]> {
  const value = of.imported?.[name]
  if (value === null || value === undefined) throw new Error(`The file did not say ${name}`)
  return value
}

/** By which file and row the record of an answer is known as one about an import. */
const tellsOf = ({ of }: Case) => (of.imported ? { tells: fileToldOf(of.imported) } : {})

/** The gemeente knows that this client waits for the tafel: from here on the case goes its ordinary way. */
export const confirmForTafel = caseStep('confirmForTafel', {
  input: {},
  blockedBy: [asked('tafel')],
  apply: tellsOf,
})

const { priority, clientText } = c.decision.fields

/**
 * The gemeente knows that this client was admitted. The decision is kept as it was taken then: on the day of the file, in the
 * name of nobody of the table, with what the client heard of it.
 */
export const confirmAdmitted = caseStep('confirmAdmitted', {
  input: { priority: code('priority', priority.codes), clientText },
  blockedBy: [asked('matching')],
  apply: (kase, typed, context) => ({
    ...tellsOf(kase),
    due: dueToFind(kase, context),
    write: {
      decision: {
        ...typed,
        outcome: 'admitted',
        municipality: context.actor.organisationId,
        contractForm: said(kase, 'statedForm'),
        ground: null,
        until: null,
        followUpBy: null,
        housingForm: null,
        toRegion: null,
        validUntil: null,
        reviewOn: null,
        fixedOn: null,
        adoptedOn: said(kase, 'statedSince'),
      },
    },
  }),
})

/** The visits that are still to come by the covenant, counted from the key; after those a contact now and then. */
function toCome(keyOn: string, { rules, today }: Context) {
  const { visits, evaluations } = aftercareOf(keyOn, rules)
  const visit = nextAfter(visits, today)
  const evaluate = nextAfter(evaluations, today)
  const days = [
    visit ? ['visit', visit] : ['contact', addWorkingDays(addDays(today, WAAKVLAM_DAYS), 0)],
    ...(evaluate ? [['evaluate', evaluate]] : []),
  ]
  return { opens: days.map(([task]) => task as string), due: Object.fromEntries(days) }
}

/** The gemeente knows that this client lives in a home already. A lease does not follow: that is of corporation and client. */
export const confirmHoused = caseStep('confirmHoused', {
  input: {},
  blockedBy: [asked('aftercare')],
  apply: (kase, _input, context) => {
    const since = said(kase, 'statedSince')
    return {
      ...tellsOf(kase),
      write: {
        placement: { form: said(kase, 'statedForm'), startOn: since, keyOn: since, ownNameOn: null },
        guidance: { level: said(kase, 'statedLevel'), since, planSignedOn: null },
        guidanceSummary: { running: true, lastContactOn: null },
      },
      ...toCome(since, context),
    }
  },
})

/** The gemeente does not know it so: the client is registered, and goes the ordinary way from the start. */
export const declineImported = caseStep('declineImported', {
  input: {},
  blockedBy: [asked('tafel', 'matching', 'aftercare')],
  apply: tellsOf,
})
