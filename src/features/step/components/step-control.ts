import 'server-only'
// From a field of the domain to its control on the form, with all texts in the reader's language.
import { getTranslations } from 'next-intl/server'
import { FILE_MAX } from '@/domain/case/papers'
import { stepOf } from '@/domain/case/steps'
import { PHOTO_MAX } from '@/domain/dwelling/dwelling'
import type { AskedWith } from '@/domain/kernel/asked-with'
import type { Field } from '@/domain/kernel/field'
import type { Step } from '@/domain/kernel/step'
import { codeKey } from '@/i18n/codes'
import { type Format, formats } from '@/i18n/format'
import { FILE, PHOTO } from '../form-state'
import type { FieldScreen } from '../queries'
import type { Control } from './field-control'

type T = Awaited<ReturnType<typeof getTranslations>>

const kindOf = (field: Field): Control['kind'] => {
  if (field.kind === 'code' || field.kind === 'ref') return 'one'
  if (field.kind === 'refs') return 'many'
  return field.kind === 'codes' ? 'many' : field.kind === 'bsn' ? 'text' : field.kind
}

const optionsOf = (t: T, { weekday, time }: Format, { field, options }: FieldScreen) =>
  field.kind === 'code' || field.kind === 'codes'
    ? field.codes.map((code) => ({ value: code, label: t(codeKey(field.list, code)) }))
    : options.map(({ value, label, day, at, role }) => ({
        value,
        label: [day && weekday(day), at && time(at), label, role && t(codeKey('role', role))]
          .filter(Boolean)
          .join(' · '),
      }))

function controlOf(t: T, format: Format, step: string, screen: FieldScreen): Control {
  const { name, field } = screen
  const own = `steps.${step}.fields.${name}`
  const say = (part: 'label' | 'help') =>
    t.has(`${own}.${part}`)
      ? t(`${own}.${part}`)
      : t.has(`fields.${name}.${part}`)
        ? t(`fields.${name}.${part}`)
        : ''
  const kind = kindOf(field)
  const options = optionsOf(t, format, screen)
  const empty = (kind === 'one' || kind === 'many') && options.length === 0
  return {
    name,
    kind,
    label: say('label'),
    help: empty ? t('form.nothingToChoose') : say('help'),
    ...(field.optional && { optional: t('form.optional') }),
    value: screen.value,
    options,
    ...('max' in field && { max: field.max }),
  }
}

/** Before the last question: the file itself, and where there is a camera a photo in its place. */
const withFile = (t: T, controls: Control[]): Control[] =>
  controls.toSpliced(
    -1,
    0,
    ...([FILE, PHOTO] as const).map((name) => ({
      name,
      kind: name,
      label: t(`papers.${name}.label`),
      help: t(`papers.${name}.help`),
      ...(name === PHOTO && { optional: t('papers.photo.optional') }),
      value: [],
      options: [],
      max: FILE_MAX,
    })),
  )

/** The picture comes first: what is asked is about it. */
const pictureOf = (t: T): Control => ({
  name: FILE,
  kind: 'picture',
  label: t('photos.file.label'),
  help: t('photos.file.help'),
  value: [],
  options: [],
  max: PHOTO_MAX,
})

/** Where one answer brings questions with it: of each, by which places in the list of that answer it is asked. */
function byAnswer(controls: readonly Control[], { field, of, open }: AskedWith): Control[] {
  const places = controls.find(({ name }) => name === field)?.options.map(({ value }) => value) ?? []
  return controls.map(({ optional, ...control }) => {
    const codes = of[control.name]
    if (!codes)
      return { ...control, ...(optional && { optional }), ...(control.name === field && { leads: true }) }
    const only = places.flatMap((value, at) => (codes.includes(value) ? [at + 2] : [])).join(' ')
    return { ...control, only, ...(optional && open.includes(control.name) && { optional }) }
  })
}

type Asking = Pick<Step, 'file'> & { readonly step: string }

/** The controls of these fields, on the form of this step, with the file that it brings. */
export async function controlsOf({ step, file }: Asking, fields: readonly FieldScreen[]): Promise<Control[]> {
  const [t, format] = [await getTranslations(), await formats()]
  const controls = fields.map((field) => controlOf(t, format, step, field))
  const asked = stepOf(step)?.askedWith
  const shown = asked ? byAnswer(controls, asked) : controls
  if (file === 'picture') return [pictureOf(t), ...shown]
  return file ? withFile(t, shown) : shown
}
