// Forms as they go over the line: the action that every step's form has, sent by whoever, about whatever.
import { randomUUID } from 'node:crypto'
import { stepOf } from '@/domain/case/steps'
import type { Field } from '@/domain/kernel/field'
import { hiddenIn } from '../../tools/bench/visitor'
import type { Answer, Headers, Website } from './website'
import type { Looker } from './world'

export type Pairs = readonly (readonly [string, string])[]

const MARK = '----thuistafel-rights'

export const multipart = (fields: Pairs): { headers: Headers; body: string } => ({
  headers: { 'content-type': `multipart/form-data; boundary=${MARK}` },
  body: `${fields
    .map(([name, value]) => `--${MARK}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`)
    .join('')}--${MARK}--\r\n`,
})

/** What the form of a step sends by itself, from a page that this person may open; the same for every step. */
export async function formOf(site: Website, who: Looker): Promise<Pairs> {
  const { body } = await site.ask({ path: '/cases/new', headers: { cookie: who.cookie } })
  return hiddenIn(body, 'name="key"').filter(
    ([name]) => !['step', 'subject', 'version', 'key'].includes(name),
  )
}

/** The number by which a script in the browser calls the same action. */
export const actionOf = (form: Pairs) =>
  /[0-9a-f]{40,}/.exec(form.map(([, value]) => value).join(' '))?.[0] ?? ''

const id = randomUUID()
/** An answer of the right kind for any field. */
function answerFor(field: Field): string {
  switch (field.kind) {
    case 'day':
      return field.when === 'future' ? 'morgen' : 'vandaag'
    case 'time':
      return '10:00'
    case 'count':
      return String(field.min)
    case 'money':
      return '1,00'
    case 'flag':
      return 'yes'
    case 'code':
    case 'codes':
      return field.codes[0] ?? ''
    case 'ref':
    case 'refs':
      return id
    case 'bsn':
      return '111222333'
    case 'email':
      return 'iemand@voorbeeld.example'
    case 'phone':
      return '06 12 34 56 78'
    case 'postcode':
      return '7811 AB'
    default:
      return 'Iets'
  }
}

/** A whole form of this step on this subject, filled in. */
export const filled = (form: Pairs, step: string, subject: string): Pairs => [
  ...form,
  ['step', step],
  ['subject', subject],
  ['version', '0'],
  ['key', randomUUID()],
  ...Object.entries(stepOf(step)?.input ?? {}).map(([name, field]) => [name, answerFor(field)] as const),
]

/** The same, as a script in the browser sends it. */
export const asScript = (fields: Pairs): Pairs => [
  ...fields.filter(([name]) => !name.startsWith('$')).map(([name, value]) => [`_1_${name}`, value] as const),
  ['0', '[{"attempt":0,"fields":{},"typed":{}},"$K1"]'],
]

/** Sends it as this person, from our own site. */
export function send(
  site: Website,
  who: Looker,
  path: string,
  fields: Pairs,
  more: Headers = {},
): Promise<Answer> {
  const { headers, body } = multipart(fields)
  return site.ask({
    path,
    method: 'POST',
    headers: { ...headers, cookie: who.cookie, origin: site.base, ...more },
    body,
  })
}
