import { getTranslations } from 'next-intl/server'
import { formats } from '@/i18n/format'
import { paths } from '@/paths'
import type { Homes as Found, HomeLine } from '@/server/matching/homes'
import { AppLink } from '@/ui/app-link'
import { EmptyState } from '@/ui/empty-state'
import { ItemList } from '@/ui/item-list'
import { Section } from '@/ui/section'
import { Tag } from '@/ui/tag'
import { Answered, AnswerForms } from './answer-forms'
import { Compared, Why } from './explained'

type Props = { id: string; homes: Found; without?: string | undefined }

const askedAbout = (id: string, home: string) => `${paths.homes(id)}?home=${home}`

async function linesFor(id: string) {
  const t = await getTranslations()
  const { money, shortDay } = await formats()
  const meta = (home: HomeLine) =>
    t('matching.homeMeta', {
      municipality: home.municipality,
      rooms: home.rooms,
      rent: money(home.rent),
      day: shortDay(home.availableFrom),
    })
  return (home: HomeLine) => ({
    key: home.id,
    title: home.address,
    href: askedAbout(id, home.id),
    meta: meta(home),
  })
}

/** The home that the last run proposes, with why, and who decides. */
async function ProposedHome({ id, without, homes: { proposed, run, answered, shown } }: Props) {
  const t = await getTranslations('matching')
  if (!proposed || !run)
    return (
      <Section title={t('theProposal')}>
        <EmptyState title={t('noHome')}>{t(run ? 'noHomeHelp' : 'noRun')}</EmptyState>
      </Section>
    )
  return (
    <Section title={t('proposedHome', { address: proposed.address })}>
      {answered && (
        <p className="mb-4">
          <Answered answer={answered} />
        </p>
      )}
      <p className="mb-4">
        <AppLink href={paths.subject('dwelling', proposed.id)}>{t('toHome')}</AppLink>
      </p>
      <Why why={proposed.why} chosen />
      <Compared rules={proposed.rules} />
      {!answered && (
        <div className="mt-4">
          <AnswerForms run={run} subject={id} on="case" shown={shown} without={without} />
        </div>
      )}
    </Section>
  )
}

/** One home of which somebody asked why not. */
async function AskedHome({ homes: { asked, proposed } }: Props) {
  const t = await getTranslations('matching')
  if (!asked || asked.id === proposed?.id) return null
  return (
    <Section title={t('whyNot', { address: asked.address })}>
      <Why why={asked.why} />
      <Compared rules={asked.rules} />
    </Section>
  )
}

async function Fitting({ id, homes: { fitting } }: Props) {
  const t = await getTranslations('matching')
  const line = await linesFor(id)
  const items = fitting.map((home) => ({
    ...line(home),
    ...(home.why?.loss !== null &&
      home.why?.loss !== undefined && { detail: t('loses', { n: home.why.loss }) }),
  }))
  return (
    <Section title={t('fitting')}>
      <p className="mb-4 text-soft">{t('fittingHelp')}</p>
      <ItemList items={items} empty={<p className="text-soft">{t('noFitting')}</p>} />
    </Section>
  )
}

/** Homes that one thing keeps apart, and whether another answer there would have given a home. */
async function Near({ id, homes: { near } }: Props) {
  const t = await getTranslations()
  const line = await linesFor(id)
  const items = near.map(({ home, result, step }) => ({
    ...line(home),
    detail: t('matching.oneThing', { rule: t(`rules.${result.rule}.label`) }),
    ...(step && {
      status: <Tag tone={step === 'yes' ? 'info' : 'neutral'}>{t(`matching.step.${step}`)}</Tag>,
    }),
  }))
  return (
    <Section title={t('matching.near')}>
      <p className="mb-4 text-soft">{t('matching.nearHelp')}</p>
      <ItemList items={items} empty={<p className="text-soft">{t('matching.noNear')}</p>} />
    </Section>
  )
}

async function Others({ id, homes: { others } }: Props) {
  const t = await getTranslations('matching')
  const line = await linesFor(id)
  if (!others.length) return null
  return (
    <Section title={t('others')}>
      <ItemList items={others.map(line)} />
    </Section>
  )
}

/** The homes of one client: proposed, fitting, nearly fitting, and every other with its reasons. */
export function Homes(props: Props) {
  return (
    <>
      <AskedHome {...props} />
      <ProposedHome {...props} />
      <Fitting {...props} />
      <Near {...props} />
      <Others {...props} />
    </>
  )
}
