import { getTranslations } from 'next-intl/server'
import { codeKey } from '@/i18n/codes'
import { paths } from '@/paths'
import type { Block } from '@/server/pdf/description'
import { AppLink } from '@/ui/app-link'
import { Facts } from '@/ui/facts'
import { Notice } from '@/ui/notice'
import { Section } from '@/ui/section'
import { Table } from '@/ui/table'
import type { PaperToSign as Paper } from '../agreement-queries'

/** One block of a paper, as it reads on a screen. */
function BlockOnScreen({ block, caption }: { block: Block; caption: string }) {
  switch (block.kind) {
    case 'heading':
      return block.level === 1 ? null : <h3 className="mt-4 mb-1 text-lg">{block.text}</h3>
    case 'paragraph':
    case 'note':
      return <p className="whitespace-pre-line">{block.text}</p>
    case 'list':
      return (
        <ul className="list-disc ps-6">
          {block.items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      )
    case 'terms':
      return <Facts items={block.items.map(({ term, value }) => ({ term, value }))} />
    case 'table':
      return (
        <Table
          caption={caption}
          captionHidden
          columns={block.columns.map(({ label }) => ({ key: label, label }))}
          rows={block.rows.map((cells) => ({
            key: cells[0] ?? '',
            cells: Object.fromEntries(block.columns.map(({ label }, at) => [label, cells[at]])),
          }))}
          empty={null}
        />
      )
    default:
      return null
  }
}

/** The heading under which this block stands: so each table of a paper has a name of its own. */
const headingOf = (blocks: readonly Block[], at: number) =>
  blocks.slice(0, at).reduce((last, block) => (block.kind === 'heading' ? block.text : last), '')

/** What the rules about rent and income say on this day, where they do not simply pass. */
async function Tested({ tested }: Pick<Paper, 'tested'>) {
  const t = await getTranslations()
  if (!tested || (tested.passend === 'pass' && tested.daeb === 'pass')) return null
  const said = (['passend', 'daeb'] as const)
    .filter((rule) => tested[rule] !== 'pass')
    .map((rule) => t(`agreement.tested.${rule}.${tested[rule]}`))
  return (
    <Notice tone={tested.passend === 'fail' ? 'warning' : 'info'} title={t('agreement.tested.title')}>
      {said.join(' ')}
    </Notice>
  )
}

/** The paper before the eyes of who signs it: the text of the PDF, in the order in which it is printed. */
export async function PaperToSign({ id, screen }: { id: string; screen: Paper | null }) {
  const t = await getTranslations()
  if (!screen) return null
  const { agreement, paper, tested } = screen
  const document = t(codeKey('document', agreement))
  return (
    <>
      <Tested tested={tested} />
      <Section title={document}>
        <p className="mb-2">
          <AppLink href={paths.agreementFile(id, agreement)} download="">
            {t('agreement.pdf', { document })}
          </AppLink>
        </p>
        <article lang="nl">
          {paper.blocks.map((block, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a paper is made anew whole, its blocks have no other name
            <BlockOnScreen key={at} block={block} caption={`${document}: ${headingOf(paper.blocks, at)}`} />
          ))}
        </article>
      </Section>
    </>
  )
}
