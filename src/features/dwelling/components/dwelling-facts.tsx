import { getTranslations } from 'next-intl/server'
import { codeKey } from '@/i18n/codes'
import { formats } from '@/i18n/format'
import { places } from '@/server/placements'
import { Facts } from '@/ui/facts'
import { Section } from '@/ui/section'
import { Tag } from '@/ui/tag'
import type { DwellingScreen } from '../queries'

type Known = NonNullable<DwellingScreen['facts']>
type Item = { term: string; value: string }

/** What was filled in, in words; what nobody knows is left out. */
async function items(facts: Known, municipality: string): Promise<Item[]> {
  const t = await getTranslations()
  const { money, longDay } = await formats()
  const code = (list: string, one: string | null) => one && t(codeKey(list, one))
  const many = (list: string, all: readonly string[] | null) => all?.map((one) => code(list, one)).join(', ')
  const from = longDay(facts.availableFrom)
  const why = code('movedReason', facts.movedWhy)
  const said: readonly (readonly [string, string | null | undefined])[] = [
    ['unitNumber', facts.unitNumber],
    ['municipality', municipality],
    ['neighbourhood', facts.neighbourhood],
    ['complex', facts.complex],
    ['entrance', facts.entrance],
    ['type', code('dwellingType', facts.type)],
    ['rooms', String(facts.rooms)],
    ['surface', facts.surface === null ? null : String(facts.surface)],
    ['floor', String(facts.floor)],
    ['lift', t(facts.lift ? 'form.yes' : 'form.no')],
    ['accessibility', code('accessibility', facts.accessibility)],
    ['energyLabel', code('energyLabel', facts.energyLabel)],
    ['outdoorSpace', code('outdoorSpace', facts.outdoorSpace)],
    ['situation', many('situation', facts.situation)],
    ['facilities', many('facility', facts.facilities)],
    ['meantFor', many('targetGroup', facts.meantFor)],
    ['rent', money(facts.rent)],
    ['serviceCosts', facts.serviceCosts === null ? null : money(facts.serviceCosts)],
    ['availableFrom', why ? t('dwelling.moved', { day: from, why }) : from],
  ]
  return said.flatMap(([name, value]) => (value ? [{ term: t(`fields.${name}.label`), value }] : []))
}

/** Why it cannot be had now, for its own corporation. */
async function blockItems({ block }: DwellingScreen): Promise<Item[]> {
  const t = await getTranslations()
  const { longDay } = await formats()
  if (!block) return []
  const why = [block.blockedWhy && t(codeKey('blockReason', block.blockedWhy)), block.reason]
  return [
    { term: t('dwelling.blocked'), value: why.filter(Boolean).join('. ') },
    ...(block.blockedUntil ? [{ term: t('dwelling.blockedUntil'), value: longDay(block.blockedUntil) }] : []),
  ]
}

/** What the dwelling is. */
export async function DwellingFacts({ dwelling }: { dwelling: DwellingScreen }) {
  const t = await getTranslations()
  const { facts, municipality } = dwelling
  if (!facts) return null
  return (
    <Section title={t('dwelling.facts')}>
      <Facts items={[...(await blockItems(dwelling)), ...(await items(facts, municipality))]} />
    </Section>
  )
}

/** How many clients live around it already, where this person may know. */
export async function Placements({ placements }: Pick<DwellingScreen, 'placements'>) {
  const t = await getTranslations('dwelling')
  const shown = places.flatMap((place) => {
    const placed = placements[place]
    return placed ? [{ place, ...placed }] : []
  })
  if (!shown.length) return null
  const items = shown.map(({ place, n, most }) => ({
    term: t(`here.${place}`),
    value: (
      <span className="flex flex-wrap items-center gap-2">
        {n === null ? t('few') : t('placed', { n })}
        {most !== null && t('most', { most })}
        {most !== null && n !== null && n >= most && <Tag tone="warning">{t('full')}</Tag>}
      </span>
    ),
  }))
  return (
    <Section title={t('placements')}>
      <p className="mb-4 text-soft">{t('placementsHelp')}</p>
      <Facts items={items} />
    </Section>
  )
}
