import { getTranslations } from 'next-intl/server'
import { placeFields } from '@/domain/aftercare/time-out-place'
import { formats } from '@/i18n/format'
import { paths } from '@/paths'
import type { PlaceNews } from '@/server/time-out-places'
import { AppLink } from '@/ui/app-link'
import { SubmitButton } from '@/ui/pending-button'
import { Section } from '@/ui/section'
import { endPlaceAction, keepPlaceAction } from '../actions'
import type { PlaceLine, PlacesScreen } from '../queries'
import { KeepForm, type KeepTexts } from './keep-form'

async function textsOf(): Promise<KeepTexts> {
  const t = await getTranslations()
  const field = (
    name: 'name' | 'nameHelp' | 'kind' | 'municipality' | 'places' | 'freeFrom' | 'note' | 'noteHelp',
  ) => t(`timeOutPlaces.fields.${name}`)
  return {
    ...{ title: t('timeOutPlaces.title'), error: t('form.error'), wrong: t('form.summary') },
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

/** The place that is changed, and the way to lend it no more. */
async function Changing({ line }: { line: PlaceLine }) {
  const t = await getTranslations()
  return (
    <>
      <h3 className="mb-3">{t('timeOutPlaces.changeTitle', { name: line.name })}</h3>
      <Form line={line} />
      <form action={endPlaceAction} className="mt-4">
        <input type="hidden" name="place" value={line.id} />
        <SubmitButton variant="secondary" pendingLabel={t('form.pending')}>
          {t('timeOutPlaces.end')}
          <span className="sr-only">: {line.name}</span>
        </SubmitButton>
      </form>
      <p className="mt-4">
        <AppLink href={paths.timeOuts}>{t('timeOutPlaces.add')}</AppLink>
      </p>
    </>
  )
}

/** What changed lately: until when a place was taken, or that it is free. Never for whom. */
async function News({ news }: { news: readonly PlaceNews[] }) {
  const t = await getTranslations('timeOutPlaces')
  const { day } = await formats()
  return (
    <>
      <h3 className="mb-3">{t('news')}</h3>
      <ul className="mb-4 grid gap-3">
        {news.map(({ id, event, name, toldOn, until }) => (
          <li key={id}>{t(`newsOf.${event}`, { day: day(toldOn), name, until: until ? day(until) : '' })}</li>
        ))}
      </ul>
    </>
  )
}

/** The places of the own organisation: until when each is taken, and the form of a new one or of the one that is asked for. */
export async function OwnPlaces({ screen, asked }: { screen: PlacesScreen; asked?: string }) {
  const lines = screen.lines.filter(({ own }) => own)
  const t = await getTranslations('timeOutPlaces')
  const { day } = await formats()
  const chosen = lines.find(({ id }) => id === asked)
  return (
    <Section title={t('own')}>
      {lines.length > 0 && (
        <ul className="mb-4 grid gap-3">
          {lines.map((line) => (
            <li key={line.id}>
              <AppLink href={paths.timeOutPlace(line.id)}>{t('changeTitle', { name: line.name })}</AppLink>
              {line.held.length > 0 && <> · {t('heldUntil', { days: line.held.map(day).join(', ') })}</>}
            </li>
          ))}
        </ul>
      )}
      {screen.news.length > 0 && <News news={screen.news} />}
      {chosen ? (
        <Changing key={chosen.id} line={chosen} />
      ) : (
        <>
          <h3 className="mb-3">{t('add')}</h3>
          <Form line={null} />
        </>
      )}
    </Section>
  )
}
