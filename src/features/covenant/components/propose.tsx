import { getTranslations } from 'next-intl/server'
import { formats } from '@/i18n/format'
import { paths } from '@/paths'
import type { Version } from '@/server/covenant'
import { AppLink } from '@/ui/app-link'
import { Section } from '@/ui/section'
import { proposeNumbersAction, proposeTextAction } from '../actions'
import type { ChangeScreen } from '../change'
import type { NumberAsked } from '../numbers'
import { ProposeForm, type ProposeTexts } from './propose-form'

async function textsOf(newest: Version): Promise<ProposeTexts> {
  const t = await getTranslations()
  const { longDay } = await formats()
  return {
    ...{ title: t('covenantChange.title'), error: t('form.error'), wrong: t('form.summary') },
    ...{ from: t('covenantChange.from'), why: t('covenantChange.why'), whyHelp: t('covenantChange.whyHelp') },
    fromHelp: t('covenantChange.fromHelp', { day: longDay(newest.validFrom) }),
    dateExample: t('covenantChange.dateExample'),
    ...{ submit: t('covenantChange.propose'), pending: t('form.pending') },
  }
}

/** Homes that were agreed, then the terms; a group without a number is left out. */
async function groupsOf(asked: readonly NumberAsked[]) {
  const t = await getTranslations()
  const fields = (ofTerms: boolean) =>
    asked
      .filter(({ term }) => Boolean(term) === ofTerms)
      .map(({ name, label, unit, value }) => ({
        ...{ name, label, unit: t(`covenantChange.unit.${unit}`) },
        value: String(value).replace('.', ','),
      }))
  return [
    { title: t('covenantChange.homes'), asked: fields(false) },
    { title: t('covenant.terms.title'), asked: fields(true) },
  ].filter((group) => group.asked.length > 0)
}

async function AsText({ newest }: { newest: Version }) {
  const t = await getTranslations('covenantChange')
  const rules = {
    ...{ label: t('rules'), help: t('rulesHelp') },
    value: JSON.stringify(newest.rules, null, 2),
  }
  return (
    <ProposeForm
      action={proposeTextAction}
      base={newest.number}
      groups={[]}
      rules={rules}
      texts={await textsOf(newest)}
    />
  )
}

/** The form that proposes: the numbers that change most, or everything as text. */
export async function Propose({
  screen: { newest, asked },
  asText,
}: {
  screen: ChangeScreen
  asText: boolean
}) {
  if (!asked) return null
  const t = await getTranslations('covenantChange')
  return (
    <Section title={t(asText ? 'text' : 'numbers')}>
      <p className="mb-4">
        <AppLink href={asText ? paths.covenantChange : `${paths.covenantChange}?as=text`}>
          {t(asText ? 'asNumbers' : 'asText')}
        </AppLink>
      </p>
      {asText ? (
        <AsText newest={newest} />
      ) : (
        <ProposeForm
          action={proposeNumbersAction}
          base={newest.number}
          groups={await groupsOf(asked)}
          texts={await textsOf(newest)}
        />
      )}
    </Section>
  )
}
