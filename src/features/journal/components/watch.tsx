import { getTranslations } from 'next-intl/server'
import type { Concern } from '@/domain/privacy/attention'
import { formats } from '@/i18n/format'
import { paths } from '@/paths'
import { Button } from '@/ui/button'
import { Columns } from '@/ui/columns'
import { Facts } from '@/ui/facts'
import { Notice } from '@/ui/notice'
import { SubmitButton } from '@/ui/pending-button'
import { Section } from '@/ui/section'
import { Tag } from '@/ui/tag'
import { TaskList } from '@/ui/task-list'
import { checkAnewAction } from '../actions'
import type { JournalScreen } from '../queries'
import { Alerts } from './alerts'

type Watch = NonNullable<JournalScreen['watch']>
type Named = Watch['concerns'][number]

/** Where the records stand that a concern was counted from. */
function recordsOf(concern: Concern, from: string): string {
  const asked = new URLSearchParams({
    kind: concern.about === 'denied' ? 'denied' : 'read',
    person: concern.person,
    from: concern.about === 'manyCases' ? concern.day : from,
  })
  if (concern.about === 'manyCases') asked.set('until', concern.day)
  return `${paths.journal}?${asked}`
}

const keyOf = (c: Concern) => `${c.about} ${c.person} ${c.about === 'manyCases' ? c.day : ''}`

/** What was out of the ordinary, each with the way to its records. */
async function Attention({ concerns, from }: { concerns: readonly Named[]; from: string }) {
  const t = await getTranslations('journal')
  const { longDay } = await formats()
  const items = concerns.map((c) => ({
    key: keyOf(c),
    label: <span dir="auto">{c.name}</span>,
    href: recordsOf(c, from),
    status: c.about === 'denied' ? <Tag tone="danger">{t('kinds.denied')}</Tag> : '',
    hint: t(`concerns.${c.about}`, { n: c.times, day: c.about === 'manyCases' ? longDay(c.day) : '' }),
  }))
  return (
    <Section title={t('attention')} aside={t('attentionSince', { day: longDay(from) })}>
      {items.length ? (
        <>
          <TaskList items={items} />
          <p className="mt-2 text-soft">{t('attentionHelp')}</p>
        </>
      ) : (
        <p>{t('quiet')}</p>
      )}
    </Section>
  )
}

/** The way out for a check elsewhere: the whole chain in a file. */
async function TakeChain() {
  const t = await getTranslations('journal')
  return (
    <form method="post" action={paths.journalChain} className="ui-print-hide mt-6">
      <p className="mb-2 text-soft">{t('chainHelp')}</p>
      <Button type="submit">{t('takeChain')}</Button>
    </form>
  )
}

async function State({ chain }: Pick<Watch, 'chain'>) {
  const t = await getTranslations('journal')
  if (chain.brokenAt !== null) return <Tag tone="danger">{t('broken', { seq: chain.brokenAt })}</Tag>
  if (chain.complete) return <Tag tone="success">{t('whole')}</Tag>
  return <Tag tone="warning">{t('partly', { seq: chain.reached })}</Tag>
}

async function Chain({ chain, anchored }: Pick<Watch, 'chain' | 'anchored'>) {
  const t = await getTranslations()
  const { day } = await formats()
  const moment = (at: string) => {
    const [on = '', time = ''] = at.split(' ')
    return t('journal.moment', { day: day(on), time })
  }
  const facts = [
    { term: t('journal.state'), value: <State chain={chain} /> },
    { term: t('journal.checked'), value: moment(chain.checked) },
    { term: t('journal.began'), value: moment(chain.began) },
    {
      term: t('journal.anchored'),
      value: anchored ? (
        t('journal.anchoredUpTo', { seq: anchored.seq, moment: moment(anchored.at) })
      ) : (
        <Tag tone="warning">{t('journal.notAnchored')}</Tag>
      ),
    },
  ]
  return (
    <Section title={t('journal.chain')}>
      {chain.brokenAt !== null && <Notice tone="danger">{t('journal.brokenHelp')}</Notice>}
      <Facts items={facts} />
      <form action={checkAnewAction} className="ui-print-hide mt-2">
        <SubmitButton variant="secondary" pendingLabel={t('form.pending')}>
          {t('journal.checkAnew')}
        </SubmitButton>
      </form>
      <TakeChain />
    </Section>
  )
}

/** What a privacy officer looks at first. */
export const Watch = ({ watch }: { watch: Watch }) => (
  <Columns aside={<Chain {...watch} />}>
    <Alerts alerts={watch.alerts} />
    <Attention concerns={watch.concerns} from={watch.from} />
  </Columns>
)
