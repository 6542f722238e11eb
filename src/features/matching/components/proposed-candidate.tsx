import { getTranslations } from 'next-intl/server'
import { paths } from '@/paths'
import { today } from '@/server/clock'
import { asActor } from '@/server/db/as-actor'
import { proposedFor } from '@/server/matching/answer'
import { proposedNow } from '@/server/matching/draft'
import { currentActor } from '@/server/session'
import { AppLink } from '@/ui/app-link'
import { Facts } from '@/ui/facts'
import { Notice } from '@/ui/notice'
import { Section } from '@/ui/section'
import { Tag } from '@/ui/tag'
import { Answered, AnswerForms } from './answer-forms'

type Props = { dwelling: string; offered: boolean; without: string | undefined }

/** Whom the last run proposes for this dwelling, for the officer whose it is: a pseudonym, two numbers, and who decides. */
export async function ProposedCandidate({ dwelling, offered, without }: Props) {
  const t = await getTranslations('matching')
  const actor = await currentActor()
  if (!offered || actor.role !== 'officer') return null
  const { proposed, now } = await asActor(actor, async (tx) => ({
    proposed: await proposedFor(tx, actor, dwelling),
    now: await proposedNow(tx, actor, { dwelling, day: today() }),
  }))
  if (!proposed) return now && <Notice tone="info">{t('proposedNow', { pseudonym: now })}</Notice>
  const { run, pseudonym, urgency, fit, answered, gemeenteAgreed } = proposed
  return (
    <Section title={t('proposedTitle', { pseudonym })}>
      {(gemeenteAgreed || answered) && (
        <p className="mb-4 flex flex-wrap gap-2">
          {gemeenteAgreed && <Tag tone="success">{t('gemeenteAgreed')}</Tag>}
          {answered && <Answered answer={answered} />}
        </p>
      )}
      {now !== pseudonym && (
        <Notice tone="warning">{now ? t('proposedNow', { pseudonym: now }) : t('nobodyNow')}</Notice>
      )}
      <p className="mb-4 text-soft">
        {t('proposedHelp')}{' '}
        <AppLink href={paths.candidates(dwelling, { from: pseudonym })}>{t('inLine')}</AppLink>
      </p>
      <Facts
        items={[
          { term: t('urgency'), value: String(urgency) },
          { term: t('fit'), value: t('ofThousand', { n: fit }) },
        ]}
      />
      {!answered && (
        <div className="mt-4">
          <AnswerForms run={run} subject={dwelling} on="dwelling" shown={Date.now()} without={without} />
        </div>
      )}
    </Section>
  )
}
