import { getTranslations } from 'next-intl/server'
import { formats } from '@/i18n/format'
import { paths } from '@/paths'
import { AppLink } from '@/ui/app-link'
import { Section } from '@/ui/section'
import { Tag } from '@/ui/tag'
import { type Task, TaskList } from '@/ui/task-list'
import type { Freeing, Key, WaitingOffer } from '../letting'

async function Part({
  title,
  none,
  items,
  all,
}: {
  title: string
  none: string
  items: Task[]
  all?: string
}) {
  const t = await getTranslations('work')
  return (
    <Section title={title} aside={all && items.length ? <AppLink href={all}>{t('all')}</AppLink> : null}>
      {items.length ? <TaskList items={items} /> : <p className="text-soft">{none}</p>}
    </Section>
  )
}

/** Dwellings that become free and that nobody was proposed for. */
export async function FreeingPart({ dwellings }: { dwellings: readonly Freeing[] }) {
  const t = await getTranslations()
  const { day, money } = await formats()
  const items = dwellings.map((d) => ({
    key: d.id,
    label: d.address,
    href: paths.subject('dwelling', d.id),
    hint: t('work.home', { rooms: d.rooms, rent: money(d.rent) }),
    status: t('work.freeFrom', { day: day(d.availableFrom) }),
  }))
  const list = `${paths.list('dwelling')}?stage=available`
  return <Part title={t('work.freeing')} none={t('work.noFreeing')} items={items} all={list} />
}

/** Offers without an answer, with the clock of whoever must answer. */
export async function OffersPart({ offers }: { offers: readonly WaitingOffer[] }) {
  const t = await getTranslations()
  const { day } = await formats()
  const items = offers.map((o) => ({
    key: o.id,
    label: o.address,
    href: paths.subject('offer', o.id),
    hint: o.number,
    status: (
      <span className="inline-flex flex-wrap items-center gap-2">
        {o.dueOn && t('work.answerBy', { day: day(o.dueOn) })}
        {o.overdue && <Tag tone="danger">{t('panel.overdue')}</Tag>}
      </span>
    ),
  }))
  return <Part title={t('work.offers')} none={t('work.noOffers')} items={items} />
}

/** Keys to hand over this week. */
export async function KeysPart({ keys }: { keys: readonly Key[] }) {
  const t = await getTranslations()
  const { weekday } = await formats()
  const items = keys.map((k) => ({
    key: k.id,
    label: <span dir="auto">{k.name ?? k.number}</span>,
    href: paths.subject('case', k.id),
    hint: k.address ?? '',
    status: weekday(k.dueOn),
  }))
  return <Part title={t('work.keys')} none={t('work.noKeys')} items={items} />
}
