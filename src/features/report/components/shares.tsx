import { getTranslations } from 'next-intl/server'
import type { Share, ShareRow, ShareStanding } from '@/domain/report/shares'
import { formats } from '@/i18n/format'
import { Facts } from '@/ui/facts'
import { Section } from '@/ui/section'
import { Table } from '@/ui/table'
import { Tag, type TagTone } from '@/ui/tag'
import type { SharesScreen } from '../shares'
import { Two } from './two'

type Rule = 'passend' | 'daeb'
type T = Awaited<ReturnType<typeof getTranslations<'shares'>>>
type Props = {
  screen: SharesScreen
  names: ReadonlyMap<string, string>
  limit: number
}

const TONES: Record<ShareStanding, TagTone> = {
  none: 'neutral',
  met: 'success',
  open: 'warning',
  below: 'danger',
}

const COLUMNS = ['corporation', 'lettings', 'good', 'bad', 'unknown', 'percent', 'stands'] as const
const WORDS: readonly string[] = ['corporation', 'stands']

/** Where a share stands, and how many may still be let otherwise. */
function Stands({ t, share }: { t: T; share: Share | null }) {
  if (!share) return <span className="text-soft">{t('hidden')}</span>
  if (!share.standing) return <span className="text-soft">{t('noNorm')}</span>
  const tag = <Tag tone={TONES[share.standing]}>{t(`standing.${share.standing}`)}</Tag>
  return share.standing === 'met' ? <Two first={tag} second={t('room', { n: share.room ?? 0 })} /> : tag
}

type Words = { t: T; rule: Rule; few: string; percent: (part: number) => string }

function cellsOf({ t, rule, few, percent }: Words, row: ShareRow) {
  const share = row[rule]
  const number = (n: number | undefined) => (share ? String(n) : '–')
  const apart = rule === 'passend' ? row.exempt : row.outside
  return {
    lettings: (
      <Two
        first={row.lettings === null ? few : String(row.lettings)}
        second={apart ? t(`of.${rule}.apart`, { n: apart }) : null}
      />
    ),
    good: number(share?.good),
    bad: number(share?.bad),
    unknown: number(share?.unknown),
    percent: share && share.tenths !== null ? percent(share.tenths / 1000) : '–',
    stands: <Stands t={t} share={share} />,
  }
}

/** One of the two shares, by year: what holds, and each corporation. */
async function OneShare({ screen, names, limit, rule }: Props & { rule: Rule }) {
  const t = await getTranslations('shares')
  const { percent } = await formats()
  const title = t(`of.${rule}.title`)
  const words = { t, rule, percent, few: t('few', { limit }) }
  const norms = screen.years.map(({ year, [rule]: { value, norm, agreed } }) => ({
    term: t('norm', { year: String(year) }),
    value: value === null ? t('noNorm') : t(`of.${rule}.atLeast`, { share: percent(value / 10_000) }),
    note: agreed
      ? t('agreedHere')
      : [norm?.source ?? '', norm && norm.status !== 'published' ? t('unsure') : '']
          .filter(Boolean)
          .join('. '),
  }))
  return (
    <Section title={title}>
      <p className="mb-4">{t(`of.${rule}.what`)}</p>
      <Facts items={norms} />
      <div className="mt-4">
        <Table
          caption={title}
          captionHidden
          columns={COLUMNS.map((key) => ({
            key,
            label: key === 'good' || key === 'bad' ? t(`of.${rule}.${key}`) : t(key),
            ...(!WORDS.includes(key) && { align: 'right' as const }),
          }))}
          rows={screen.rows.map((row) => ({
            key: `${row.year} ${row.corporation}`,
            group: String(row.year),
            cells: { corporation: names.get(row.corporation) ?? row.corporation, ...cellsOf(words, row) },
          }))}
          empty={t('nothing')}
        />
      </div>
    </Section>
  )
}

/** Passend toewijzen and DAEB, of the lettings of this covenant alone. */
export async function Shares({ screen, names, limit }: Props) {
  const t = await getTranslations('shares')
  return (
    <div className="mt-8">
      <OneShare screen={screen} names={names} limit={limit} rule="passend" />
      <OneShare screen={screen} names={names} limit={limit} rule="daeb" />
      <p className="mt-4">{t('accountant')}</p>
      <p className="mt-2 text-soft">
        {t('counts')} {t(screen.omklapCounts ? 'omklap' : 'noOmklap')} {screen.hides && t('small', { limit })}
      </p>
    </div>
  )
}
