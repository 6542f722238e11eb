import { getTranslations } from 'next-intl/server'
import { placeFields } from '@/domain/aftercare/time-out-place'
import { formats } from '@/i18n/format'
import { Disclosure } from '@/ui/disclosure'
import { SubmitButton } from '@/ui/pending-button'
import { Section } from '@/ui/section'
import { endPlaceAction, keepPlaceAction } from '../actions'
import type { PlaceLine } from '../queries'
import { KeepForm, type KeepTexts } from './keep-form'

async function textsOf(): Promise<KeepTexts> {
  const t = await getTranslations()
  const field = (
    name: 'name' | 'nameHelp' | 'kind' | 'municipality' | 'places' | 'freeFrom' | 'note' | 'noteHelp',
  ) => t(`timeOutPlaces.fields.${name}`)
  return {
    wrong: t('form.summary'),
    ...{ name: field('name'), nameHelp: field('nameHelp'), kind: field('kind') },
    ...{ municipality: field('municipality'), places: field('places'), freeFrom: field('freeFrom') },
    ...{ note: field('note'), noteHelp: field('noteHelp') },
    optional: t('form.optional'),
    dateExample: t('timeOutPlaces.dateExample'),
    ...{ submit: t('timeOutPlaces.keep'), pending: t('form.pending') },
  }
}

/** The form of one place; null for a new one. */
async function Form({ line }: { line: PlaceLine | null }) {
  const t = await getTranslations('timeOutPlaces')
  const { day } = await formats()
  const values = line
    ? {
        ...{ name: line.name, kind: line.kind, municipality: line.municipality, note: line.note ?? '' },
        ...{ places: String(line.places), freeFrom: day(line.freeFrom) },
      }
    : {}
  return (
    <KeepForm
      action={keepPlaceAction}
      place={line?.id ?? null}
      values={values}
      kinds={placeFields.kind.codes.map((value) => ({ value, label: t(`kinds.${value}`) }))}
      texts={await textsOf()}
    />
  )
}

async function OwnPlace({ line }: { line: PlaceLine }) {
  const t = await getTranslations()
  const { day } = await formats()
  return (
    <Disclosure summary={t('timeOutPlaces.changeTitle', { name: line.name })}>
      {line.held.length > 0 && (
        <p className="mb-4">{t('timeOutPlaces.heldUntil', { days: line.held.map(day).join(', ') })}</p>
      )}
      <Form line={line} />
      <form action={endPlaceAction} className="mt-4">
        <input type="hidden" name="place" value={line.id} />
        <SubmitButton variant="secondary" pendingLabel={t('form.pending')}>
          {t('timeOutPlaces.end')}
          <span className="sr-only">: {line.name}</span>
        </SubmitButton>
      </form>
    </Disclosure>
  )
}

/** The places of the own organisation: until when each is taken, and the forms that keep them. */
export async function OwnPlaces({ lines }: { lines: readonly PlaceLine[] }) {
  const t = await getTranslations('timeOutPlaces')
  return (
    <Section title={t('own')}>
      {lines.map((line) => (
        <OwnPlace key={line.id} line={line} />
      ))}
      <Disclosure summary={t('add')} open={lines.length === 0}>
        <Form line={null} />
      </Disclosure>
    </Section>
  )
}
