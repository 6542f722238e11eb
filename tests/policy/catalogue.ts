// What the catalogue of Postgres must say of itself.
import { processes } from '@/domain/case/steps'
import type { Field } from '@/domain/kernel/field'
import type { Compartment, Compartments } from '@/domain/kernel/subject'
import { keyOf, snake, tableOf } from '@/server/db/rows'

export const APP = 'thuistafel_app'
export const KERNEL = 'thuistafel_kernel'
export const WORKER = 'thuistafel_worker'

export type Table = { readonly name: string; readonly object: string; readonly c: Compartment }

/** Every compartment of every process with its table. */
export const compartmentTables: readonly Table[] = Object.values(processes).flatMap((p) =>
  Object.entries<Compartment>(p.compartments as Compartments).map(([object, c]) => ({
    name: tableOf(p.kind, object),
    object,
    c,
  })),
)

const typeOf = (field: Field): string => {
  switch (field.kind) {
    case 'day':
      return 'date'
    case 'count':
    case 'money':
      return 'int4'
    case 'flag':
      return 'bool'
    case 'codes':
      return '_text'
    case 'refs':
      return '_uuid'
    case 'ref':
      return 'uuid'
    default:
      return 'text'
  }
}

/** `name type`, with a question mark where nothing may stand; codes are an empty list, never nothing. */
export function columnsOf({ c }: Table): string[] {
  const head = c.many
    ? ['id uuid', 'seq int8', `${keyOf(c)} uuid`, 'organisation_id uuid', 'recorded_on date']
    : [`${keyOf(c)} uuid`]
  const covenant = c.of === 'subject' ? ['covenant_id uuid'] : []
  const fields = Object.entries(c.fields).map(
    ([name, field]) =>
      `${snake(name)} ${typeOf(field)}${field.optional || field.kind === 'codes' || field.kind === 'refs' ? '?' : ''}`,
  )
  return [...head, ...covenant, ...fields].sort()
}

const question = { subject: 'may', person: 'may_of_person', household: 'may_of_household' } as const

/** The policies of a compartment: who reads it and who writes it are both asked of `app.may`, by its own name. */
export function policiesOf({ object, c }: Table): string[] {
  const asks = (verb: string) =>
    `app.${question[c.of]}((SELECT app.actor()), '${verb}', ARRAY['${object}'], ${keyOf(c)})`
  const [reads, writes] = [asks('read'), asks('write')]
  const ownName = `((organisation_id = (SELECT app.organisation())) AND ${writes})`
  const own = c.many
    ? [`writable INSERT ${APP} using null check ${ownName}`]
    : [
        `insertable INSERT ${APP} using null check ${writes}`,
        `writable UPDATE ${APP} using ${writes} check ${writes}`,
      ]
  const kernel = `kernel ALL ${KERNEL} using true check true`
  const named = '(readers && ARRAY[(SELECT app.organisation()), (SELECT app.membership())])'
  const party = `((organisation_id = (SELECT app.organisation())) AND ((SELECT app.role()) <> ALL ('{coordinator,chair,secretary}')))`
  const together = `(${party} OR app.positions_shown(subject_id, tafel))`
  const raised = `(((SELECT app.role()) <> 'localTeam') OR (raised_by = (SELECT app.organisation())))`
  const narrower = c.ofRaiser ? raised : c.forReaders ? named : c.apart ? together : null
  const reading = narrower ? `(${reads} AND ${narrower})` : reads
  return [kernel, `readable SELECT ${APP} using ${reading} check null`, ...own].sort()
}

/** The text of a condition without what Postgres adds to it when it shows it. */
export const plain = (condition: string | null) =>
  condition === null
    ? 'null'
    : condition
        .replace(/::text(\[\])?/g, '')
        .replace(/ AS \w+\)/g, ')')
        .replace(/\s+/g, ' ')
        .replaceAll('( SELECT', '(SELECT')

/** Tables of which the application reads no row itself. */
export const CLOSED = [
  '_prisma_migrations',
  'bsn_print',
  'calendar_entry',
  'chain',
  'chain_check',
  'counter',
  'failed_sign_in',
  'household',
  'invitation',
  'job',
  'mail',
  'offer_link',
  'person',
  'session',
  'time_out_booking',
  'time_out_news',
  'time_out_place',
  'worker',
]
