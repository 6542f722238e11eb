import { getTranslations } from 'next-intl/server'
import { codeKey } from '@/i18n/codes'
import { formats } from '@/i18n/format'
import { Section } from '@/ui/section'
import type { Moves as Screen } from '../moves'

/** What moves along with another start day, before it does. */
export async function Moves({ moves }: { moves: Screen | null }) {
  const t = await getTranslations()
  const { longDay, list } = await formats()
  if (!moves) return null
  const documents = [...new Set(moves.signatures.map(([document]) => document))]
  const signed = documents.map((document) =>
    t('case.moves.signature', {
      document: t(codeKey('document', document)),
      signatories: list(
        moves.signatures.filter(([of]) => of === document).map(([, who]) => t(codeKey('signatory', who))),
      ),
    }),
  )
  return (
    <Section title={t('case.moves.title')}>
      <p>{t('case.moves.now', { day: longDay(moves.startOn) })}</p>
      <ul className="mt-2 list-disc ps-6">
        {[...signed, t('case.moves.key'), t('case.moves.tracks'), t('case.moves.visit')].map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Section>
  )
}
