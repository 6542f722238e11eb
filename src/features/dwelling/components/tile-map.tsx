import { getTranslations } from 'next-intl/server'
import type { Tile } from '@/domain/report/tile-map'
import { paths } from '@/paths'
import { AppLink } from '@/ui/app-link'
import { Section } from '@/ui/section'

/** What a square counts, in words. */
async function Counts({ homes, waiting }: Tile) {
  const t = await getTranslations()
  return (
    <ul>
      {homes.map(({ stage, n }) => (
        <li key={stage}>{t(`dwelling.map.${stage}`, { n })}</li>
      ))}
      {waiting && (
        <li className="text-soft">
          {waiting.shown === null ? t('dwelling.map.few') : t('dwelling.map.waiting', { n: waiting.shown })}
        </li>
      )}
    </ul>
  )
}

/** The region as squares: a list of links, in the places that its map gives them; on a phone one below the other. */
export async function TileMap({ tiles }: { tiles: readonly Tile[] }) {
  const t = await getTranslations('dwelling.map')
  return (
    <Section title={t('title')}>
      <p className="mb-4 text-soft">{t('help')}</p>
      <ul className="ui-tiles">
        {tiles.map((tile) => (
          <li key={tile.id} data-column={tile.column} data-row={tile.row}>
            <AppLink href={paths.dwellings({ in: tile.id })}>{tile.name}</AppLink>
            <Counts {...tile} />
          </li>
        ))}
      </ul>
    </Section>
  )
}
