import 'server-only'
// What was found, in the reader's language: groups with their lines, the same on the page and in the palette.
import { getTranslations } from 'next-intl/server'
import { formats } from '@/i18n/format'
import { paths } from '@/paths'
import type { FoundOf } from './find'
import type { FoundLine, Kind } from './find-lines'

export type SaidLine = { key: string; title: string; detail: string; href?: string }
export type SaidGroup = { key: string; label: string; lines: SaidLine[] }

/** A note is known by how it begins. */
const BEGINNING = 90

/** The kind of subject whose page it has. */
const subjectOf = { cases: 'case', homes: 'dwelling', tafels: 'tafel' } as const

const hrefOf = (what: Kind, { id, at }: FoundLine): string | undefined => {
  if (what === 'people') return undefined
  if (what === 'papers') return paths.papers(at)
  return what === 'notes' ? `${paths.notes(at)}#${id}` : paths.subject(subjectOf[what], id)
}

/** The groups in words: how many there are, and no more than that there are more. */
export async function saidOf(found: readonly FoundOf[]): Promise<SaidGroup[]> {
  const t = await getTranslations()
  const { longDay } = await formats()
  const stageOf = (what: Kind, stage: string) =>
    what in subjectOf ? t(`stages.${subjectOf[what as keyof typeof subjectOf]}.${stage}`) : ''
  const detailOf = (what: Kind, line: FoundLine) =>
    [
      line.on && longDay(line.on),
      line.paperType && t(`codes.paper.${line.paperType}`),
      line.role && t(`roles.${line.role}`),
      line.place,
      line.number,
      line.stage && stageOf(what, line.stage),
    ]
      .filter(Boolean)
      .join(' · ')
  return found.map(({ what, hits, more }) => ({
    key: what,
    label: t(more ? 'search.more' : 'search.group', { what: t(`search.kinds.${what}`), n: hits.length }),
    lines: hits.map((line, n) => {
      const href = hrefOf(what, line)
      const title = line.title.length > BEGINNING ? `${line.title.slice(0, BEGINNING)}…` : line.title
      return { key: `${what}-${n}`, title, detail: detailOf(what, line), ...(href && { href }) }
    }),
  }))
}
