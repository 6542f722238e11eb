import { getTranslations } from 'next-intl/server'
import { codeKey } from '@/i18n/codes'
import { paths } from '@/paths'
import { AppLink } from '@/ui/app-link'
import { Section } from '@/ui/section'
import type { CaseScreen } from '../queries'

/** The agreements of the tenancy that this reader may read, as files to print and sign. */
export async function Agreements({ id, agreements }: { id: string; agreements: CaseScreen['agreements'] }) {
  const t = await getTranslations()
  if (!agreements.length) return null
  return (
    <Section title={t('agreement.title')}>
      <p>{t('agreement.help')}</p>
      <p>{t('agreement.check')}</p>
      <ul className="mt-2 flex flex-wrap gap-x-6 gap-y-2">
        {agreements.map((agreement) => (
          <li key={agreement}>
            <AppLink href={paths.agreementFile(id, agreement)} download="">
              {t('agreement.pdf', { document: t(codeKey('document', agreement)) })}
            </AppLink>
          </li>
        ))}
      </ul>
    </Section>
  )
}
