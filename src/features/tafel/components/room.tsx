import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { formats } from '@/i18n/format'
import { paths } from '@/paths'
import { AppLink } from '@/ui/app-link'
import { Notice } from '@/ui/notice'
import type { RoomScreen } from '../in-session'
import { Quorum } from './attending'
import { HoldForm } from './hold-form'
import { RoomKeys } from './room-keys'

type Props = { screen: RoomScreen }

/** The minutes that this case has, on the sill under its number: how far they are gone. */
async function Clock({ now }: { now: NonNullable<RoomScreen['inHand']> }) {
  const t = await getTranslations('room')
  const over = now.elapsed > now.planned
  return (
    <div className={over ? 'ui-room-clock ui-room-over' : 'ui-room-clock'}>
      <progress value={Math.min(now.elapsed, now.planned)} max={now.planned} aria-label={t('clock')} />
      <p className="ui-num">
        {t.rich('minutes', {
          planned: now.planned,
          elapsed: () => (
            <span data-elapsed={now.elapsed} data-item={now.item}>
              {now.elapsed}
            </span>
          ),
        })}
      </p>
    </div>
  )
}

/** Next and previous, also by the keys; they say no number. */
async function Turning({ screen: { id, led, inHand } }: Props) {
  const t = await getTranslations('session')
  if (!led.mayLead) return null
  return (
    <div className="ui-button-row">
      {led.previous && (
        <HoldForm
          tafel={id}
          page="room"
          step="takeUpItem"
          fields={{ item: led.previous }}
          hotkey="p ArrowLeft"
        >
          {t('previous')}
        </HoldForm>
      )}
      {led.next && (
        <HoldForm
          tafel={id}
          page="room"
          step="takeUpItem"
          fields={{ item: led.next }}
          hotkey="n ArrowRight"
          variant="primary"
        >
          {t(inHand ? 'next' : 'first')}
        </HoldForm>
      )}
    </div>
  )
}

/** Which parties are there, by their organisations, or else the seat: no list of people on a wall. */
async function Parties({ screen: { led } }: Props) {
  const t = await getTranslations()
  const here = led.present.filter(({ since }) => since !== null)
  const bySeat = [...Map.groupBy(here, ({ seat }) => seat)]
  const { list } = await formats()
  return (
    <section className="ui-room-side">
      <h2>{t('session.atTable')}</h2>
      <ul>
        {bySeat.map(([seat, lines]) => {
          const organisations = [...new Set(lines.flatMap(({ person }) => person?.organisation ?? []))]
          return (
            <li key={seat}>{organisations.length > 0 ? list(organisations) : t(`codes.seat.${seat}`)}</li>
          )
        })}
      </ul>
      <Quorum missing={led.missing} />
    </section>
  )
}

/** What comes, by number; by place alone where somebody at the table has no part in it. */
async function Coming({ screen: { coming } }: Props) {
  const t = await getTranslations('room')
  if (!coming.length) return null
  return (
    <section className="ui-room-side">
      <h2>{t('coming')}</h2>
      <ol>
        {coming.map(({ item, place, number }) => (
          <li key={item}>{number ? t('item', { place, number }) : t('place', { place })}</li>
        ))}
      </ol>
    </section>
  )
}

type CaseProps = Props & { who: string | null; children: ReactNode }

/** The case that the table talks about. */
async function InHand({ screen: { inHand, cases }, who, children }: CaseProps) {
  const t = await getTranslations('room')
  if (!inHand)
    return (
      <>
        <h1>{t('nothing')}</h1>
        <p>{t('nothingHelp')}</p>
      </>
    )
  const { place, number, heard } = inHand
  return (
    <>
      <p className="ui-room-place">{t('placeOf', { place, cases })}</p>
      <h1>
        {number ?? t('place', { place })}
        {who && <span dir="auto"> {who}</span>}
      </h1>
      <Clock now={inHand} />
      {!heard && <Notice tone="info">{t('notForAll')}</Notice>}
      {children}
    </>
  )
}

/** The screen in the room: one case, in large type, and of it what everybody there may know. */
export async function Room({ screen, who, children }: CaseProps) {
  const t = await getTranslations('room')
  return (
    <div className="ui-room">
      <div>
        <span className="ui-sill mb-3" />
        <InHand screen={screen} who={who}>
          {children}
        </InHand>
      </div>
      <div>
        <Parties screen={screen} />
        <Coming screen={screen} />
      </div>
      <footer className="ui-room-foot">
        <Turning screen={screen} />
        <AppLink href={paths.session(screen.id)}>{t('back')}</AppLink>
      </footer>
      <RoomKeys />
    </div>
  )
}
