import { getTranslations } from 'next-intl/server'
import { Section } from '@/ui/section'
import { Table } from '@/ui/table'
import type { PositionLine } from '../positions'

type Line = PositionLine & { readonly organisation: string }

/** Where the parties stand before the tafel; that somebody spoke is known before what was said. */
export async function Positions({ lines }: { lines: readonly Line[] }) {
  if (!lines.length) return null
  const t = await getTranslations()
  const columns = [
    { key: 'who', label: t('positions.party') },
    { key: 'position', label: t('fields.position.label') },
    { key: 'reason', label: t('fields.positionReason.label') },
  ]
  const rows = lines.map(({ part, organisationId, organisation, spoke, said }) => ({
    key: `${part} ${organisationId}`,
    cells: {
      who: organisation,
      position: said
        ? t(`codes.position.${said.position}`)
        : spoke
          ? t('positions.hidden')
          : t('positions.none'),
      reason: said && (
        <span dir="auto" className="wrap-anywhere whitespace-pre-line">
          {said.reason}
        </span>
      ),
    },
  }))
  const together = lines.every(({ said }) => said !== null)
  return (
    <Section title={t('compartments.positions.title')}>
      {!together && <p className="mb-3">{t('positions.help')}</p>}
      <Table
        caption={t('compartments.positions.title')}
        captionHidden
        columns={columns}
        rows={rows}
        empty={null}
      />
    </Section>
  )
}
