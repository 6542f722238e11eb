import { getTranslations } from 'next-intl/server'
import { paths } from '@/paths'
import { AppLink } from '@/ui/app-link'
import { LinkButton } from '@/ui/button'
import { ItemList } from '@/ui/item-list'
import { Section } from '@/ui/section'
import { Tag } from '@/ui/tag'
import type { LedLine, SessionScreen } from '../in-session'
import { Quorum } from './attending'
import { HoldForm } from './hold-form'

type T = Awaited<ReturnType<typeof getTranslations>>
type Props = { screen: SessionScreen }

const itemOf = (t: T, { id, mayLead }: { id: string; mayLead: boolean }, line: LedLine, at: number) => ({
  key: line.item,
  title: <span dir="auto">{`${at + 1}. ${line.name ?? line.number}`}</span>,
  ...(line.caseId && { href: paths.subject('case', line.caseId) }),
  meta: line.name && line.number,
  detail: line.outcome ? (
    <Tag tone={line.adopted ? 'success' : 'info'}>{t(`codes.outcome.${line.outcome}`)}</Tag>
  ) : (
    t('tafel.undecided')
  ),
  status: line.inHand ? (
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
})

/** The agenda as it is worked through: what is in hand, what was decided, and a button for every other case. */
export async function Leading({ screen: { id, led } }: Props) {
  if (!led) return null
  const t = await getTranslations()
  return (
    <div id="agenda">
      <Section title={t('tafel.agenda')}>
        <ItemList items={led.lines.map((line, at) => itemOf(t, { id, mayLead: led.mayLead }, line, at))} />
      </Section>
    </div>
  )
}

/** The next case and the one before it, and what is decided about the one in hand. */
export async function Steering({ screen: { id, led, following } }: Props) {
  if (!led?.mayLead) return null
  const [t, all] = [await getTranslations('session'), await getTranslations()]
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
    <>
      <div className="ui-button-row mb-6">
        {to(led.next, 'n', following ? 'next' : 'first')}
        {to(led.previous, 'p', 'previous')}
        {following?.caseId && (
          <LinkButton href={paths.step('case', following.caseId, 'proposeDecision')}>
            {t('decide')}
          </LinkButton>
        )}
        <LinkButton href={paths.room(id)}>{t('toRoom')}</LinkButton>
      </div>
      {led.missing.length > 0 && <Quorum missing={led.missing} />}
      <p className="mb-6 flex flex-wrap gap-x-6 gap-y-3 min-[88rem]:hidden">
        <AppLink href="#at-table">{t('atTable')}</AppLink>
        <AppLink href="#agenda">{all('tafel.agenda')}</AppLink>
      </p>
    </>
  )
}
