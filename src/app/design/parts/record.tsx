import { getTranslations } from 'next-intl/server'
import { CheckAnswers } from '@/ui/check-answers'
import { Disclosure } from '@/ui/disclosure'
import { Facts } from '@/ui/facts'
import { IdentityBar } from '@/ui/identity-bar'
import { Matrix } from '@/ui/matrix'
import { Audience, Section } from '@/ui/section'
import { StageRail } from '@/ui/stage-rail'
import { TabsNav } from '@/ui/tabs-nav'
import { Tag } from '@/ui/tag'
import { Timeline } from '@/ui/timeline'
import { Sample } from './group'
import { caseNumber, people } from './samples'

/** Whose it is: what must not be said aloud stands on top. */
async function Whose() {
  const t = await getTranslations('design')
  return (
    <div className="[--dr-page-x:1rem] [--dr-page-y:0px]">
      <div className="mx-4">
        <IdentityBar
          level={3}
          title={people.long}
          number={caseNumber}
          confidential={t('record.secret')}
          facts={[
            { term: t('record.waiting'), value: t('table.nDays', { n: 249 }) },
            { term: t('record.since'), value: t('record.sinceDay') },
            { term: t('record.provider'), value: 'Cosis' },
          ]}
          tags={<Tag tone="info">{t('board.tafel')}</Tag>}
        />
      </div>
    </div>
  )
}

/** How far it is, and its pages. */
async function Where() {
  const t = await getTranslations('design')
  const stages = [
    { key: 'intake', label: t('board.intake'), state: 'done' as const },
    { key: 'tafel', label: t('board.tafel'), state: 'current' as const, note: t('record.until') },
    { key: 'matching', label: t('board.matching'), state: 'next' as const },
    { key: 'aftercare', label: t('board.aftercare'), state: 'next' as const },
    { key: 'closed', label: t('record.closed'), state: 'next' as const },
  ]
  const tabs = (['overview', 'file', 'documents', 'timeline'] as const).map((tab) => ({
    href: `#record-${tab}`,
    label: t(`record.tab.${tab}`),
    current: tab === 'file',
  }))
  return (
    <>
      <StageRail
        label={t('record.rail')}
        stages={stages}
        stateLabels={{ done: t('record.done'), next: t('record.next'), skipped: t('record.skipped') }}
      />
      <TabsNav label={t('record.tabs')} items={tabs} />
    </>
  )
}

async function Compartment() {
  const t = await getTranslations('design')
  return (
    <Section
      title={t('record.facts')}
      aside={
        <Audience
          label={t('record.visible')}
          parties={[
            { kind: 'circle', label: t('face.provider') },
            { kind: 'square', label: t('face.gemeente') },
          ]}
        />
      }
    >
      <Facts
        items={[
          { term: t('record.stay'), value: t('choice.stays.bw') },
          { term: t('record.place'), value: t('record.placeName') },
          { term: t('record.rights'), value: t('record.empty') },
        ]}
      />
      <Disclosure summary={t('record.more')}>
        <p>{t('record.moreText')}</p>
      </Disclosure>
    </Section>
  )
}

/** What was answered, before it is sent. */
async function Answered() {
  const t = await getTranslations('design')
  return (
    <CheckAnswers
      groups={[
        {
          title: t('list.income'),
          changeHref: '#record',
          changeLabel: t('record.change'),
          items: [
            { term: t('field.rent'), value: '€ 612,45' },
            { term: t('choice.consent'), value: t('choice.yes') },
          ],
        },
      ]}
    />
  )
}

async function Events() {
  const t = await getTranslations('design.record')
  const event = { who: t('who'), when: t('on') }
  return (
    <Timeline
      empty={null}
      items={[
        { key: 'a', title: t('event'), ...event, detail: t('detail') },
        { key: 'b', title: t('event2'), ...event },
      ]}
    />
  )
}

/** Parties against parts. */
async function WhoSeesWhat() {
  const t = await getTranslations('design')
  const reads = { text: t('record.reads'), notes: [] }
  return (
    <Matrix
      caption={t('record.matrix')}
      corner={t('record.part')}
      none={t('record.none')}
      columns={[
        { key: 'gemeente', label: t('face.gemeente') },
        { key: 'corporation', label: t('face.corporation') },
      ]}
      rows={[
        { key: 'stay', label: t('record.facts'), cells: { gemeente: reads, corporation: null } },
        {
          key: 'debts',
          label: t('list.debts'),
          cells: { gemeente: reads, corporation: { ...reads, notes: [t('record.withConsent')] } },
        },
      ]}
    />
  )
}

/** What stands around one case. */
export async function RecordParts() {
  const t = await getTranslations('design.record')
  return (
    <>
      <Sample full state={['confidential', 'long']}>
        <Whose />
        <Where />
      </Sample>
      <Sample state={['default', 'empty']}>
        <Compartment />
      </Sample>
      <Sample state="default">
        <Events />
      </Sample>
      <Sample state="filled">
        <Answered />
      </Sample>
      <Sample state="default">
        <WhoSeesWhat />
      </Sample>
      <Sample state="empty">
        <Timeline items={[]} empty={<p className="text-soft">{t('nothing')}</p>} />
      </Sample>
    </>
  )
}
