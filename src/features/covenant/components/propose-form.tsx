'use client'
import { DateField } from '@/ui/date-field'
import { LookTables } from '@/ui/look-tables'
import { NumberField } from '@/ui/number-field'
import { TextField } from '@/ui/text-field'
import { type Begin, type TypedAction, TypedForm, type TypedTexts } from '@/ui/typed-form'

type Asked = { name: string; label: string; unit: string; value: string }

export type ProposeTexts = TypedTexts & {
  from: string
  fromHelp: string
  dateExample: string
  why: string
  whyHelp: string
}

type Props = {
  action: TypedAction
  /** The number of the version that is changed. */
  base: number
  groups: readonly { title: string; asked: readonly Asked[] }[]
  /** Everything that was agreed, as text. */
  rules?: { label: string; help: string; value: string }
  texts: ProposeTexts
}

const Numbers = ({ groups, begin }: Pick<Props, 'groups'> & { begin: Begin }) =>
  groups.map(({ title, asked }) => (
    <fieldset key={title} className="grid items-end gap-x-8 md:grid-cols-2 xl:grid-cols-3">
      <legend className="mb-3 text-lg font-semibold">{title}</legend>
      {asked.map(({ name, label, unit, value }) => (
        <NumberField key={name} {...begin(name, value)} label={label} suffix={unit} />
      ))}
    </fieldset>
  ))

/** From which day, and where it was agreed. */
const DayAndWhy = ({ texts, begin }: Pick<Props, 'texts'> & { begin: Begin }) => (
  <>
    <DateField {...begin('from')} label={texts.from} help={texts.fromHelp} example={texts.dateExample} />
    <TextField {...begin('why')} label={texts.why} help={texts.whyHelp} multiline rows={3} maxLength={1000} />
  </>
)

/** Proposes another version: other numbers, or another text; from a day, with where it was agreed. */
export function ProposeForm({ action, base, groups, rules, texts }: Props) {
  return (
    <TypedForm action={action} texts={texts} hidden={{ base: String(base), seen: '' }} lookedAt={LookTables}>
      {(begin) => (
        <>
          <Numbers groups={groups} begin={begin} />
          {rules && (
            <TextField
              {...begin('rules', rules.value)}
              label={rules.label}
              help={rules.help}
              multiline
              rows={16}
              dir="ltr"
              spellCheck={false}
            />
          )}
          <DayAndWhy texts={texts} begin={begin} />
        </>
      )}
    </TypedForm>
  )
}
