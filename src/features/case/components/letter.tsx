import { getTranslations } from 'next-intl/server'
import { codeKey } from '@/i18n/codes'
import { formats } from '@/i18n/format'
import { paths } from '@/paths'
import { AppLink } from '@/ui/app-link'
import { LinkButton } from '@/ui/button'
import { Facts } from '@/ui/facts'
import { PageTitle } from '@/ui/page-title'
import { PrintButton } from '@/ui/print-button'
import { Section } from '@/ui/section'
import type { LetterScreen } from '../letter-queries'
import type { CaseScreen } from '../queries'

/** What the tafel decided, and the way to the letter for who answers to the client. */
export async function Decided({ id, decided }: { id: string; decided: CaseScreen['decided'] }) {
  const t = await getTranslations()
  const { longDay } = await formats()
  if (!decided) return null
  return (
    <Section title={t('compartments.decision.title')}>
      <p>
        {t('letter.decidedOn', { outcome: t(codeKey('outcome', decided.outcome)), day: longDay(decided.on) })}
      </p>
      {decided.replaces && <p>{t('minutes.replaces', { day: longDay(decided.replaces) })}</p>}
      {decided.changed && (
        <p>{t('minutes.known', { was: longDay(decided.changed.was), now: longDay(decided.changed.now) })}</p>
      )}
      <p className="mt-2 flex flex-wrap gap-x-6 gap-y-2">
        {decided.letter && <AppLink href={paths.letter(id)}>{t('letter.open')}</AppLink>}
        {decided.tafel && <AppLink href={paths.minutes(decided.tafel)}>{t('minutes.openOf')}</AppLink>}
      </p>
    </Section>
  )
}

async function WhatFollows({ screen: { letter, municipality, covenant } }: { screen: LetterScreen }) {
  const t = await getTranslations('letter')
  const { longDay } = await formats()
  return (
    <>
      <p>{t(`form.${letter.form}`, { municipality, covenant })}</p>
      <p>
        {letter.objectUntil ? t('object', { municipality, day: longDay(letter.objectUntil) }) : t('disagree')}
      </p>
      <p>{t('questions')}</p>
    </>
  )
}

/** What belongs to the outcome: conditions, days, and where else somebody may live. */
async function factsOf(letter: LetterScreen['letter']) {
  const t = await getTranslations()
  const { longDay } = await formats()
  const code = (list: string, value: string | null) => value && t(codeKey(list, value))
  const conditions = letter.conditions.map(({ condition, conditionBy, conditionOn }) =>
    [condition, code('conditionBy', conditionBy), conditionOn && longDay(conditionOn)]
      .filter(Boolean)
      .join(' · '),
  )
  return [
    ['conditions', conditions.join('\n')],
    ['ground', code('refusalGround', letter.ground)],
    ['housingForm', code('housingForm', letter.housingForm)],
    ['toRegion', letter.toRegion],
    ['until', letter.until && longDay(letter.until)],
    ['validUntil', letter.validUntil && longDay(letter.validUntil)],
    ['reviewOn', letter.reviewOn && longDay(letter.reviewOn)],
  ].flatMap(([name, value]) =>
    value ? [{ term: t(`letter.${name}`), value: <span className="whitespace-pre-line">{value}</span> }] : [],
  )
}

/** The letter as it is printed: what was decided, in the words that the table wrote for the client, and what they can do. */
export async function ClientLetter({ screen }: { screen: LetterScreen }) {
  const t = await getTranslations()
  const { longDay } = await formats()
  const { head, letter, municipality } = screen
  const more = await factsOf(letter)
  return (
    <>
      <PageTitle
        title={t('letter.title')}
        kicker={t('letter.from', { municipality, day: longDay(letter.on), number: head.number })}
        actions={
          <>
            <PrintButton variant="primary">{t('letter.print')}</PrintButton>
            <LinkButton href={paths.subject('case', head.id)}>{t('letter.back')}</LinkButton>
          </>
        }
      />
      <div className="grid max-w-[68ch] gap-4">
        <p>{t('letter.dear', { name: head.name ?? head.initials ?? '' })}</p>
        {letter.replacesOf && <p>{t('letter.replaces', { day: longDay(letter.replacesOf) })}</p>}
        <p>{t('letter.outcome', { outcome: t(codeKey('outcome', letter.outcome)) })}</p>
        <p className="whitespace-pre-line" dir="auto">
          {letter.clientText}
        </p>
        {more.length > 0 && <Facts items={more} />}
        <WhatFollows screen={screen} />
        <p>{t('letter.greeting', { municipality })}</p>
      </div>
    </>
  )
}
