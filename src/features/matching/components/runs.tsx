import { getTranslations } from 'next-intl/server'
import { formats } from '@/i18n/format'
import { paths } from '@/paths'
import { currentActor } from '@/server/session'
import { AppLink } from '@/ui/app-link'
import { Disclosure } from '@/ui/disclosure'
import { Facts } from '@/ui/facts'
import { ItemList } from '@/ui/item-list'
import { Notice } from '@/ui/notice'
import { SubmitButton } from '@/ui/pending-button'
import { Progress } from '@/ui/progress'
import { Section } from '@/ui/section'
import { Tag } from '@/ui/tag'
import { askRunAction, cancelRunAction } from '../actions'
import { type MatchingScreen, type Run, readsRuns } from '../queries'

/** A run that is under way: how far it is, and a way to stop it. */
async function UnderWay({ run }: { run: Run }) {
  const t = await getTranslations()
  const cancel = (
    <form action={cancelRunAction}>
      <input type="hidden" name="run" value={run.id} />
      <SubmitButton variant="secondary" pendingLabel={t('form.pending')}>
        {t('matching.cancel')}
      </SubmitButton>
    </form>
  )
  return (
    <Section title={t('matching.running')}>
      <Progress
        label={t('matching.progress')}
        value={run.progress}
        max={100}
        text={t('matching.done', { n: run.progress })}
        cancel={cancel}
      />
      <p className="mt-4">
        <AppLink href={paths.matching}>{t('matching.again')}</AppLink>
      </p>
    </Section>
  )
}

/** The way to them, for who reads them. */
export async function MatchingLink() {
  const t = await getTranslations('matching')
  if (!readsRuns(await currentActor())) return null
  return (
    <p className="mb-4">
      <AppLink href={paths.matching}>{t('link')}</AppLink>
    </p>
  )
}

/** A new run, or the one that is under way. */
export async function AskRun({ runs }: Pick<MatchingScreen, 'runs'>) {
  const t = await getTranslations()
  const under = runs.find(({ state }) => state === 'asked' || state === 'running')
  if (under) return <UnderWay run={under} />
  return (
    <form action={askRunAction} className="mb-6">
      <SubmitButton variant="primary" pendingLabel={t('form.pending')}>
        {t('matching.ask')}
      </SubmitButton>
    </form>
  )
}

/** What was agreed from above and bears nobody more. */
async function Full({ found }: { found: NonNullable<Run['found']> }) {
  const t = await getTranslations('matching')
  const full = found.full.flatMap((at) => found.caps[at] ?? [])
  const passed = found.passed.flatMap((at) => found.caps[at] ?? [])
  const words = (cap: (typeof full)[number]) => t(`cap.${cap.kind}`, { name: cap.name, most: cap.most })
  return (
    <>
      {passed.length > 0 && (
        <Notice tone="warning">
          <p>{t('passed')}</p>
          <ul className="list-disc pl-5">
            {passed.map((cap) => (
              <li key={words(cap)}>{words(cap)}</li>
            ))}
          </ul>
        </Notice>
      )}
      {full.length > 0 && (
        <Disclosure summary={t('full', { n: full.length })}>
          <ul className="list-disc pl-5">
            {full.map((cap) => (
              <li key={words(cap)}>{words(cap)}</li>
            ))}
          </ul>
        </Disclosure>
      )}
    </>
  )
}

/** By what anybody can see that nothing was changed since. */
async function Proof({ run }: { run: Run }) {
  const t = await getTranslations('matching')
  const signs = [
    ['commitment', run.commitment],
    ['seed', run.seed],
    ['input', run.inputHash],
    ['result', run.resultHash],
    ['run', run.id],
  ] as const
  const items = signs.flatMap(([key, value]) =>
    value ? [{ term: t(`proof.${key}`), value: <code className="break-all">{value}</code> }] : [],
  )
  return (
    <Disclosure summary={t('proof.title')}>
      <p className="mb-4">{t('proof.help')}</p>
      <Facts items={items} />
    </Disclosure>
  )
}

/** What the last run found. */
export async function LastRun({ run }: { run: Run }) {
  const t = await getTranslations('matching')
  const { longDay } = await formats()
  const { found } = run
  if (!found) return null
  const gap = found.bound - found.objective
  const items = [
    { term: t('asked'), value: t('askedBy', { day: longDay(run.on), at: run.at, by: run.by }) },
    { term: t('clients'), value: String(found.clients) },
    { term: t('homes'), value: String(found.homes) },
    { term: t('proposed'), value: String(found.proposed) },
    { term: t('best'), value: found.proven ? t('proven') : t('gap', { n: gap }) },
  ]
  return (
    <Section title={t('last')}>
      <Facts items={items} />
      <div className="mt-4 grid gap-4">
        <Full found={found} />
        <Proof run={run} />
      </div>
    </Section>
  )
}

const tones = {
  done: 'success',
  cancelled: 'neutral',
  stopped: 'danger',
  asked: 'info',
  running: 'info',
} as const

/** Every run that was asked for, also those that were stopped: who draws until it pleases is seen here. */
export async function Runs({ runs }: Pick<MatchingScreen, 'runs'>) {
  const t = await getTranslations('matching')
  const { longDay } = await formats()
  const items = runs.map((run) => ({
    key: run.id,
    title: t('askedBy', { day: longDay(run.on), at: run.at, by: run.by }),
    ...(run.found && {
      detail: t('counted', {
        proposed: run.found.proposed,
        clients: run.found.clients,
        homes: run.found.homes,
      }),
    }),
    status: <Tag tone={tones[run.state]}>{t(`states.${run.state}`)}</Tag>,
  }))
  return (
    <Section title={t('runs')}>
      <ItemList items={items} empty={<p className="text-soft">{t('none')}</p>} />
    </Section>
  )
}
