import { getTranslations } from 'next-intl/server'
import type { Role } from '@/domain/case/actor'
import { type Audience, readerGroups } from '@/domain/case/sight'
import { formats } from '@/i18n/format'
import { labelOf } from '@/i18n/labels'
import type { FactGroup, When } from '../who-sees'

type T = Awaited<ReturnType<typeof getTranslations>>
type List = (names: readonly string[]) => string

export const small = (text: string) => text.charAt(0).toLocaleLowerCase() + text.slice(1)
/** As the first word of a line. */
export const capital = (text: string) => text.charAt(0).toLocaleUpperCase() + text.slice(1)

/** What a group of facts is called; the head of a subject has a name of its own here. */
export const titleOf = (t: T, kind: string, object: string) =>
  t(object === 'spine' ? `rights.spine.${kind}` : `compartments.${object}.title`)

/** What stands in it, as the labels of its fields. */
export const fieldsOf = (t: T, object: string, fields: readonly string[]) =>
  fields.map((field) => labelOf(t, object, field)).join(', ')

/** During what, in words. */
export function whenSaid(t: T, list: List, kind: string, when: When | null) {
  if (!when) return t('rights.when.never')
  const stages = list(when.stages.map((stage) => `‘${t(`stages.${kind}.${stage}`)}’`))
  const said = t(`rights.when.${when.says}`, { stages })
  return when.consent ? t('rights.when.consent', { when: said }) : said
}

const roleNames = (t: T, roles: readonly Role[]) =>
  roles.map((role) => t('rights.the', { role: small(t(`roles.${role}`)) }))

const namesOf = (t: T, { group, roles, sight }: Audience) =>
  sight.as === 'invited'
    ? (roles ?? readerGroups[group]).map((role) => t('rights.a', { role: small(t(`roles.${role}`)) }))
    : roles
      ? roleNames(t, roles)
      : [t(`rights.who.${group}.${sight.as}`)]

type Line = { label: string; text: string }

/** Who sees it, in one way a line. */
function seen(t: T, list: List, { kind, sayings }: FactGroup): Line[] {
  return sayings.map((saying) => ({
    label: capital(whenSaid(t, list, kind, saying)),
    text: list(saying.who.flatMap((audience) => namesOf(t, audience))),
  }))
}

/** Everything there is to say of a group of facts: who sees it when, and who writes it. */
export async function Sayings({ of }: { of: FactGroup }) {
  const t = await getTranslations()
  const { list } = await formats()
  const lines = [
    ...seen(t, list, of),
    ...(of.writers.length ? [{ label: t('rights.writes'), text: list(roleNames(t, of.writers)) }] : []),
  ]
  return (
    <ul>
      {lines.map(({ label, text }) => (
        <li key={label + text}>
          <span className="text-soft">{t('rights.line', { label })}</span> {text}
        </li>
      ))}
    </ul>
  )
}
