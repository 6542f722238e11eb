import { getTranslations } from 'next-intl/server'
import { partRules } from '@/domain/intake/parts'
import { formats } from '@/i18n/format'
import { labelOf } from '@/i18n/labels'
import { paths } from '@/paths'
import { CheckAnswers } from '@/ui/check-answers'
import type { FileScreen } from '../file-queries'
import { said } from '../said'

/** Which step changes which group of facts that is read back before sending: the parts of the form, and what goes with them. */
const changedBy: Readonly<Record<string, string>> = {
  identity: 'describeIdentity',
  contact: 'describeIdentity',
  parties: 'describeParties',
  readiness: 'changeReadiness',
  bewind: 'describeDebts',
  supportSummary: 'describeSupport',
  ...Object.fromEntries(
    Object.values(partRules).flatMap(({ step, fills }) => fills.map((name) => [name, step])),
  ),
}

/** Everything that will be sent, once more, each part with the way to change it. */
export async function Answers({
  id,
  compartments,
}: {
  id: string
  compartments: FileScreen['compartments']
}) {
  const t = await getTranslations()
  const format = await formats()
  const groups = compartments
    .filter((c) => c.shared && (changedBy[c.name] || c.name === 'consents'))
    .map((c) => ({
      title: t(`compartments.${c.name}.title`),
      changeHref:
        c.name === 'consents' ? paths.consents(id) : paths.step('case', id, changedBy[c.name] as string),
      changeLabel: t('form.change'),
      items: c.rows.length
        ? c.rows.flat().map((shown) => ({
            term: labelOf(t, c.name, shown.name),
            value: (
              <span className="whitespace-pre-line" dir="auto">
                {said(t, format, c.name, shown)}
              </span>
            ),
          }))
        : [{ term: t(`compartments.${c.name}.title`), value: t('form.empty') }],
    }))
  return <CheckAnswers groups={groups} />
}
