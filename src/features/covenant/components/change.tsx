import { getTranslations } from 'next-intl/server'
import { formats } from '@/i18n/format'
import { paths } from '@/paths'
import { currentActor } from '@/server/session'
import { AppLink } from '@/ui/app-link'
import { Facts } from '@/ui/facts'
import { ItemList } from '@/ui/item-list'
import { LookTables } from '@/ui/look-tables'
import { Notice } from '@/ui/notice'
import { SubmitButton } from '@/ui/pending-button'
import { Section } from '@/ui/section'
import { Tag } from '@/ui/tag'
import { agreeToChangeAction, endChangeAction } from '../actions'
import { type ChangeScreen, readsChanges } from '../change'
import { Differences } from './differences'
import { Propose } from './propose'

type Open = NonNullable<ChangeScreen['open']>
type Props = { screen: ChangeScreen }

/** The way to it, for who reads what is proposed. */
export async function ChangeLink() {
  const t = await getTranslations('covenantChange')
  if (!readsChanges(await currentActor())) return null
  return (
    <p className="mb-4">
      <AppLink href={paths.covenantChange}>{t('link')}</AppLink>
    </p>
  )
}

/** What this person can do about it. */
async function Answer({ open }: { open: Open }) {
  const t = await getTranslations()
  const button = (
    action: (form: FormData) => Promise<void>,
    text: string,
    variant: 'primary' | 'secondary',
  ) => (
    <form action={action}>
      <input type="hidden" name="change" value={open.id} />
      <input type="hidden" name="seen" value={open.look?.token ?? ''} />
      <SubmitButton variant={variant} pendingLabel={t('form.pending')}>
        {text}
      </SubmitButton>
    </form>
  )
  if (open.mine)
    return (
      <>
        <Notice tone="info">{t('covenantChange.waits')}</Notice>
        <div className="ui-button-row">
          {button(endChangeAction, t('covenantChange.withdraw'), 'secondary')}
        </div>
      </>
    )
  return (
    <>
      {open.late && <Notice tone="warning">{t('covenantChange.late')}</Notice>}
      <div className="ui-button-row">
        {!open.late &&
          open.look?.ready !== false &&
          button(agreeToChangeAction, t('covenantChange.agree'), 'primary')}
        {button(endChangeAction, t('covenantChange.refuse'), 'secondary')}
      </div>
    </>
  )
}

/** The version that waits for another party. */
async function Waiting({ screen, open }: Props & { open: Open }) {
  const t = await getTranslations('covenantChange')
  const { longDay } = await formats()
  const { proposed } = open
  return (
    <Section title={t('open', { n: open.number })}>
      <Facts
        items={[
          { term: t('from'), value: longDay(open.validFrom) },
          { term: t('by'), value: t('byOn', { ...proposed, on: longDay(proposed.on) }) },
          { term: t('why'), value: <span dir="auto">{open.why}</span> },
        ]}
      />
      <div className="mt-4 grid gap-4">
        <Differences screen={screen} differences={open.differences} />
        {open.look && <LookTables said={open.look.said} tables={open.look.tables} />}
        <Answer open={open} />
      </div>
    </Section>
  )
}

const tones = { agreed: 'success', refused: 'danger', withdrawn: 'neutral' } as const

/** What was proposed before, and what came of it. */
async function Before({ screen: { ended } }: Props) {
  const t = await getTranslations('covenantChange')
  const { longDay } = await formats()
  const items = ended.flatMap(({ id, number, validFrom, proposed, ended: end }) =>
    end
      ? [
          {
            key: id,
            title: t('version', { n: number, day: longDay(validFrom) }),
            detail: t(`ended.${end.outcome}`, {
              proposed: t('byOn', { ...proposed, on: longDay(proposed.on) }),
              ended: t('byOn', { ...end, on: longDay(end.on) }),
            }),
            status: <Tag tone={tones[end.outcome]}>{t(`outcomes.${end.outcome}`)}</Tag>,
          },
        ]
      : [],
  )
  return (
    <Section title={t('earlier')}>
      <ItemList items={items} empty={<p className="text-soft">{t('none')}</p>} />
    </Section>
  )
}

/** What waits, the form that proposes, and what was proposed before. */
export async function CovenantChange({ screen, asText }: Props & { asText: boolean }) {
  return (
    <>
      {screen.open && <Waiting screen={screen} open={screen.open} />}
      <Propose screen={screen} asText={asText} />
      <Before screen={screen} />
    </>
  )
}
