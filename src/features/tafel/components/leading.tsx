import { getTranslations } from 'next-intl/server'
import { paths } from '@/paths'
import { LinkButton } from '@/ui/button'
import { Section } from '@/ui/section'
import { Table } from '@/ui/table'
import { Tag } from '@/ui/tag'
import type { LedLine, SessionScreen } from '../in-session'
import { HoldForm } from './hold-form'

type T = Awaited<ReturnType<typeof getTranslations>>
type Props = { screen: SessionScreen }

const rowOf = (t: T, { id, mayLead }: { id: string; mayLead: boolean }, line: LedLine, at: number) => ({
  key: line.item,
  ...(line.caseId && { href: paths.subject('case', line.caseId) }),
  cells: {
    who: <span dir="auto">{`${at + 1}. ${line.name ?? line.number}`}</span>,
    number: <span className="whitespace-nowrap">{line.number}</span>,
    outcome: line.outcome ? (
      <Tag tone={line.adopted ? 'success' : 'info'}>{t(`codes.outcome.${line.outcome}`)}</Tag>
    ) : (
      t('tafel.undecided')
    ),
    take: line.inHand ? (
      <Tag tone="warning">{t('session.inHand')}</Tag>
    ) : (
      mayLead && (
        <HoldForm
          tafel={id}
          page="session"
          step="takeUpItem"
          fields={{ item: line.item }}
          label={t('session.takeUpOf', { number: line.number })}
        >
          {t('session.takeUp')}
        </HoldForm>
      )
    ),
  },
})

/** The agenda as it is worked through: what is in hand, what was decided, and a button for every other case. */
export async function Leading({ screen: { id, led } }: Props) {
  if (!led) return null
  const t = await getTranslations()
  const columns = [
    { key: 'who', label: t('list.who') },
    { key: 'number', label: t('list.number') },
    { key: 'outcome', label: t('tafel.outcome') },
    { key: 'take', label: t('session.now') },
  ]
  return (
    <Section title={t('tafel.agenda')}>
      <Table
        caption={t('tafel.agenda')}
        captionHidden
        columns={columns}
        rows={led.lines.map((line, at) => rowOf(t, { id, mayLead: led.mayLead }, line, at))}
        empty={null}
      />
    </Section>
  )
}

/** The next case and the one before it, and what is decided about the one in hand. */
export async function Steering({ screen: { id, led, following } }: Props) {
  if (!led?.mayLead) return null
  const t = await getTranslations('session')
  const to = (item: string | null, hotkey: string, key: 'next' | 'previous' | 'first') =>
    item && (
      <HoldForm
        tafel={id}
        page="session"
        step="takeUpItem"
        fields={{ item }}
        hotkey={hotkey}
        variant={key === 'previous' ? 'secondary' : 'primary'}
      >
        {t(key)}
      </HoldForm>
    )
  return (
    <div className="ui-button-row mb-6">
      {to(led.next, 'n', following ? 'next' : 'first')}
      {to(led.previous, 'p', 'previous')}
      {following?.caseId && (
        <LinkButton href={paths.step('case', following.caseId, 'proposeDecision')}>{t('decide')}</LinkButton>
      )}
      <LinkButton href={paths.room(id)}>{t('toRoom')}</LinkButton>
    </div>
  )
}
