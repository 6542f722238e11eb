import { getTranslations } from 'next-intl/server'
import { formats } from '@/i18n/format'
import { Disclosure } from '@/ui/disclosure'
import { Facts } from '@/ui/facts'
import { Audience } from '@/ui/section'
import type { PaperForm } from '../paper-queries'
import { partiesOf } from './file-sections'

/** Who sees a paper of which type, before one is chosen; then of that one. */
export async function PaperReaders({
  audiences,
  chosen,
}: Pick<PaperForm, 'audiences'> & { chosen: boolean }) {
  const t = await getTranslations()
  const { list } = await formats()
  const lineOf = ({ readers }: PaperForm['audiences'][number]) => (
    <Audience label={t('file.visible')} parties={partiesOf(t, readers)} />
  )
  const items = audiences.map((audience) => ({
    term: list(audience.types.map((type) => t(`codes.paper.${type}`))),
    value: lineOf(audience),
  }))
  const [only] = audiences
  return (
    <div className="mb-6">
      {chosen && only ? (
        lineOf(only)
      ) : (
        <Disclosure summary={t('papers.whoSees')}>
          <Facts items={items} />
        </Disclosure>
      )}
    </div>
  )
}
