'use client'
import { YesNoField } from '@/ui/choice-field'
import { NumberField } from '@/ui/number-field'
import { type TypedAction, TypedForm, type TypedTexts } from '@/ui/typed-form'

export type SayTexts = TypedTexts & {
  guides: string
  always: string
  alwaysHelp: string
  places: string
  placesHelp: string
  optional: string
  yes: string
  no: string
}

type Props = {
  action: TypedAction
  /** The gemeente, and the number of what was said of it before. */
  hidden: { municipality: string; base: string }
  values: Readonly<Record<string, string>>
  texts: SayTexts
}

/** What a provider says of one gemeente. */
export function SayForm({ action, hidden, values, texts }: Props) {
  return (
    <TypedForm action={action} texts={texts} hidden={hidden}>
      {(start) => {
        const begin = (name: string) => start(name, values[name])
        return (
          <>
            <YesNoField {...begin('guides')} label={texts.guides} yes={texts.yes} no={texts.no} />
            <YesNoField
              {...begin('always')}
              label={texts.always}
              help={texts.alwaysHelp}
              yes={texts.yes}
              no={texts.no}
            />
            <NumberField
              {...begin('places')}
              label={texts.places}
              help={texts.placesHelp}
              optional={texts.optional}
            />
          </>
        )
      }}
    </TypedForm>
  )
}
