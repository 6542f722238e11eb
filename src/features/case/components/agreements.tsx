import { getTranslations } from 'next-intl/server'
import { codeKey } from '@/i18n/codes'
import { formats } from '@/i18n/format'
import { paths } from '@/paths'
import { AppLink } from '@/ui/app-link'
import { Section } from '@/ui/section'
import { Tag } from '@/ui/tag'
import type { AgreementLine } from '../agreement-queries'

const tones = { signed: 'success', again: 'warning', missing: 'neutral' } as const

/** Who signed an agreement, and who must sign it again because it says something else now. */
async function Signed({ parties }: Pick<AgreementLine, 'parties'>) {
  const t = await getTranslations()
  const { day } = await formats()
  if (!parties.length) return null
  return (
    <ul className="mt-1 flex flex-wrap gap-x-6 gap-y-1">
      {parties.map(({ signatory, standing, signedOn }) => (
        <li key={signatory}>
          {t(codeKey('signatory', signatory))}{' '}
          <Tag tone={tones[standing]}>
            {t(`agreement.standing.${standing}`, { day: day(signedOn ?? '') })}
          </Tag>
        </li>
      ))}
    </ul>
  )
}

/** The agreements of the tenancy: to print for who may read them, and who signed each of them. */
export async function Agreements({ id, lines }: { id: string; lines: readonly AgreementLine[] }) {
  const t = await getTranslations()
  if (!lines.length) return null
  const unsigned = lines.some(({ parties }) => parties.some(({ standing }) => standing !== 'signed'))
  const toRead = unsigned && lines.some((line) => line.printable)
  const again = lines.some(({ parties }) => parties.some(({ standing }) => standing === 'again'))
  return (
    <Section title={t(unsigned ? 'agreement.title' : 'agreement.kept')}>
      {toRead && (
        <>
          <p>{t('agreement.help')}</p>
          <p>{t('agreement.check')}</p>
        </>
      )}
      {again && <p className="mt-2 font-bold">{t('agreement.again')}</p>}
      <ul className="flex flex-col gap-3 not-first:mt-2">
        {lines.map(({ agreement, printable: has, parties }) => {
          const document = t(codeKey('document', agreement))
          return (
            <li key={agreement}>
              {has ? (
                <AppLink href={paths.agreementFile(id, agreement)} download="">
                  {t('agreement.pdf', { document })}
                </AppLink>
              ) : (
                document
              )}
              <Signed parties={parties} />
            </li>
          )
        })}
      </ul>
    </Section>
  )
}
