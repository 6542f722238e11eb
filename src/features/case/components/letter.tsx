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
import { factsOf, opening, whatFollows } from '../letter-words'
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
        {decided.letter && (
          <AppLink href={paths.letterFile(id)} download="">
            {t('letter.pdf')}
          </AppLink>
        )}
        {decided.weighed && <AppLink href={paths.weighed(id)}>{t('weighed.open')}</AppLink>}
        {decided.tafel && <AppLink href={paths.minutes(decided.tafel)}>{t('minutes.openOf')}</AppLink>}
      </p>
    </Section>
  )
}

/** The letter as it is printed: what was decided, in the words that the table wrote for the client, and what they can do. */
export async function ClientLetter({ screen }: { screen: LetterScreen }) {
  const t = await getTranslations()
  const format = await formats()
  const { head, letter, municipality } = screen
  const facts = factsOf(screen, { t, format }).map(({ term, value }) => ({
    term,
    value: <span className="whitespace-pre-line">{value}</span>,
  }))
  const paragraphs = (all: readonly string[]) => all.map((text) => <p key={text}>{text}</p>)
  return (
    <>
      <PageTitle
        title={t('letter.title')}
        kicker={t('letter.from', { municipality, day: format.longDay(letter.on), number: head.number })}
        actions={
          <>
            <PrintButton variant="primary">{t('letter.print')}</PrintButton>
            <LinkButton href={paths.letterFile(head.id)} download="">
              {t('letter.pdf')}
            </LinkButton>
            <LinkButton href={paths.subject('case', head.id)}>{t('letter.back')}</LinkButton>
          </>
        }
      />
      <div className="grid max-w-[68ch] gap-4">
        {paragraphs(opening(screen, { t, format }))}
        <p className="whitespace-pre-line" dir="auto">
          {letter.clientText}
        </p>
        {facts.length > 0 && <Facts items={facts} />}
        {paragraphs(whatFollows(screen, { t, format }))}
        <p>{t('letter.greeting', { municipality })}</p>
      </div>
    </>
  )
}
