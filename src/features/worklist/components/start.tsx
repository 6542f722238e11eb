import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { type StartPart, startOf } from '@/domain/worklist/start'
import { paths } from '@/paths'
import { AppLink } from '@/ui/app-link'
import { Columns } from '@/ui/columns'
import { Section } from '@/ui/section'
import type { CaseLine } from '../case-lines'
import type { Parts, StartScreen } from '../queries'
import { CaseList } from './case-list'
import { FreeingPart, KeysPart, OffersPart } from './letting'
import { OnTheWay } from './on-the-way'
import { Tafels } from './tafels'
import { TasksPart } from './tasks'
import { LoadPart } from './team'
import { RegionPart, WaitingPart } from './waiting'

async function Clients({ lines }: { lines: readonly CaseLine[] }) {
  const t = await getTranslations()
  return (
    <Section
      title={t('work.clients')}
      aside={lines.length ? <AppLink href={paths.list('case')}>{t('work.all')}</AppLink> : null}
    >
      <CaseList lines={lines} />
    </Section>
  )
}

/** One part; nothing when it is not shown now. */
function partOf(part: StartPart, { role, parts: p }: StartScreen): ReactNode {
  const views: { readonly [P in StartPart]: (shown: NonNullable<Parts[P]>) => ReactNode } = {
    tasks: (tasks) => <TasksPart key={part} tasks={tasks} role={role} />,
    cards: (cards) => <OnTheWay key={part} cards={cards} />,
    waiting: (lines) => <WaitingPart key={part} lines={lines} />,
    load: (load) => <LoadPart key={part} load={load} />,
    region: (region) => <RegionPart key={part} region={region} />,
    tafels: (tafels) => <Tafels key={part} tafels={tafels} />,
    freeing: (dwellings) => <FreeingPart key={part} dwellings={dwellings} />,
    offers: (offers) => <OffersPart key={part} offers={offers} />,
    keys: (keys) => <KeysPart key={part} keys={keys} />,
    clients: (lines) => <Clients key={part} lines={lines} />,
  }
  const shown = p[part]
  return shown ? (views[part] as (shown: unknown) => ReactNode)(shown) : null
}

/** That nothing waits stands on top of the page already. */
const isTold = (part: StartPart, { tasks }: Parts) =>
  part === 'tasks' && !!tasks && !tasks.page.rows.length && !tasks.filter.due && !tasks.filter.task

const MAIN: readonly StartPart[] = ['tasks', 'load', 'region', 'clients']

/** The parts of the role: up to the main one below each other, what goes with it beside it. */
export function Start({ start }: { start: StartScreen }) {
  const { parts } = startOf(start.role)
  // The load of a team is a wide table: it stands beside nothing.
  const main =
    Math.max(
      parts.findIndex((part) => MAIN.includes(part)),
      parts.indexOf('load'),
    ) + 1
  const views = (list: readonly StartPart[]) => list.map((part) => partOf(part, start))
  const aside = parts.slice(main).filter((part) => start.parts[part] && !isTold(part, start.parts))
  if (!aside.length) return <>{views(parts.slice(0, main))}</>
  return <Columns aside={views(aside)}>{views(parts.slice(0, main))}</Columns>
}
