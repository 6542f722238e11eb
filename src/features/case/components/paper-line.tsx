import { getTranslations } from 'next-intl/server'
import { isExpired, type Paper } from '@/domain/case/paper-list'
import { addDays } from '@/domain/kernel/days'
import { formats } from '@/i18n/format'
import { paths } from '@/paths'
import { AppLink } from '@/ui/app-link'
import { Disclosure } from '@/ui/disclosure'
import { Facts } from '@/ui/facts'
import { Tag } from '@/ui/tag'
import type { PaperLine } from '../paper-queries'

/** So many days before its last day a paper says so. */
const SOON = 30

/** Until when it counts, and louder the nearer that is. */
async function Until({ paper, today }: { paper: Paper; today: string }) {
  const t = await getTranslations('papers')
  const { day } = await formats()
  const { lastDay } = paper
  if (!lastDay) return null
  if (isExpired(paper, today)) return <Tag tone="danger">{t('expired', { day: day(lastDay) })}</Tag>
  if (lastDay <= addDays(today, SOON))
    return <Tag tone="warning">{t('expiresSoon', { day: day(lastDay) })}</Tag>
  return <span className="text-soft">{t('validUntil', { day: day(lastDay) })}</span>
}

/** What is true of the bytes: for whoever wants to compare them. */
async function About({ paper }: { paper: Paper }) {
  const t = await getTranslations()
  const kind = t(`codes.fileFormat.${paper.fileFormat}`)
  const size = t('papers.size', { kind, kb: Math.max(1, Math.round(paper.fileSize / 1000)) })
  return (
    <Disclosure summary={t('papers.about')}>
      <Facts
        items={[
          { term: t('fields.fileFormat.label'), value: size },
          { term: t('fields.checksum.label'), value: <code className="break-all">{paper.checksum}</code> },
        ]}
      />
    </Disclosure>
  )
}

async function Older({ id, older }: { id: string; older: readonly Paper[] }) {
  const t = await getTranslations('papers')
  const { day } = await formats()
  if (!older.length) return null
  return (
    <Disclosure summary={t('older', { n: older.length })}>
      <ul className="grid gap-2">
        {older.map((p) => (
          <li key={p.paper} className="flex flex-wrap gap-x-3">
            <a href={paths.paper(id, p.paper, p.fileFormat)} target="_blank" rel="noopener" dir="auto">
              {p.fileName}
            </a>
            <span className="text-soft">
              {t('version', { n: p.paperVersion })} · {day(p.recordedOn)}
            </span>
          </li>
        ))}
      </ul>
    </Disclosure>
  )
}

type Props = { id: string; line: PaperLine; today: string; adds: boolean; withdraws: boolean }

/** The ways to look at it, to keep it, to replace it, to take it away. Each says of which paper it is. */
async function Ways({ id, line: { paper, own }, adds, withdraws }: Omit<Props, 'today'>) {
  const t = await getTranslations('papers')
  const { paper: key, paperType, fileName: name } = paper
  const looks = [
    {
      href: paths.paper(id, key, paper.fileFormat),
      label: t('show'),
      target: '_blank',
    },
    { href: paths.paper(id, key), label: t('keep') },
  ]
  const acts = [
    ...(own && adds ? [{ href: paths.addPaper(id, paperType, key), label: t('renew') }] : []),
    ...(own && withdraws ? [{ href: paths.withdrawPaper(id, key), label: t('withdraw') }] : []),
  ]
  return (
    <p className="flex flex-wrap gap-x-4 gap-y-1 print:hidden">
      {looks.map(({ href, label, target }) => (
        <a key={label} href={href} aria-label={`${label}: ${name}`} target={target} rel="noopener">
          {label}
        </a>
      ))}
      {acts.map(({ href, label }) => (
        <AppLink key={label} href={href} aria-label={`${label}: ${name}`}>
          {label}
        </AppLink>
      ))}
    </p>
  )
}

/** One paper as it counts now. */
export async function PaperItem(props: Props) {
  const { id, line, today } = props
  const t = await getTranslations('papers')
  const { longDay } = await formats()
  const { paper, from, older } = line
  return (
    <li className="grid gap-1 border-line border-b py-3 last:border-b-0">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <strong className="min-w-0 break-words" dir="auto">
          {paper.fileName}
        </strong>
        {paper.paperVersion > 1 && <Tag tone="neutral">{t('version', { n: paper.paperVersion })}</Tag>}
        <Until paper={paper} today={today} />
      </p>
      <p className="text-soft">{t('from', { organisation: from, day: longDay(paper.recordedOn) })}</p>
      <Ways {...props} />
      <Older id={id} older={older} />
      <About paper={paper} />
    </li>
  )
}
