import { getTranslations } from 'next-intl/server'
import { formats } from '@/i18n/format'
import { paths } from '@/paths'
import { currentActor } from '@/server/session'
import { AppLink } from '@/ui/app-link'
import { ItemList } from '@/ui/item-list'
import { Notice } from '@/ui/notice'
import { SubmitButton } from '@/ui/pending-button'
import { Section } from '@/ui/section'
import { Tag } from '@/ui/tag'
import { agreeToWordsAction, endWordsAction } from '../actions'
import { type WordsScreen, wordsFor } from '../queries'
import { Examples, WordsTable } from './paper-words'
import { Propose } from './propose'

type Props = { screen: WordsScreen }

/** The way to it, for who words something for their organisation. */
export async function WordsLink() {
  const t = await getTranslations('ownWords')
  if (!wordsFor(await currentActor())) return null
  return (
    <p className="mb-4">
      <AppLink href={paths.ownWords}>{t('link')}</AppLink>
    </p>
  )
}

/** What this person can do about it. */
async function Answer({ open }: { open: NonNullable<WordsScreen['open']> }) {
  const t = await getTranslations()
  const button = (
    action: (form: FormData) => Promise<void>,
    text: string,
    variant: 'primary' | 'secondary',
  ) => (
    <form action={action}>
      <input type="hidden" name="wording" value={open.id} />
      <SubmitButton variant={variant} pendingLabel={t('form.pending')}>
        {text}
      </SubmitButton>
    </form>
  )
  return (
    <>
      {open.mine && <Notice tone="info">{t('ownWords.waits')}</Notice>}
      <div className="ui-button-row">
        {!open.mine && button(agreeToWordsAction, t('ownWords.agree'), 'primary')}
        {button(endWordsAction, t(open.mine ? 'ownWords.withdraw' : 'ownWords.refuse'), 'secondary')}
      </div>
    </>
  )
}

async function Waiting({ screen, open }: Props & { open: NonNullable<WordsScreen['open']> }) {
  const t = await getTranslations('ownWords')
  const { longDay } = await formats()
  return (
    <Section
      title={t('open', { n: open.number })}
      aside={`${t('by')}: ${t('byOn', { name: open.proposed.name, on: longDay(open.proposed.on) })}`}
    >
      <div className="grid gap-4">
        <WordsTable screen={screen} wording={open} before={screen.now} />
        <Examples screen={screen} wording={open} />
        <Answer open={open} />
      </div>
    </Section>
  )
}

async function Now({ screen }: Props) {
  const t = await getTranslations('ownWords')
  const { longDay } = await formats()
  const { now } = screen
  if (!now?.ended) return <Notice tone="info">{t('noneNow')}</Notice>
  return (
    <Section title={t('now', { n: now.number })}>
      <div className="grid gap-4">
        <p className="text-soft">{t('since', { name: now.ended.name, on: longDay(now.ended.on) })}</p>
        <WordsTable screen={screen} wording={now} />
        <Examples screen={screen} wording={now} />
      </div>
    </Section>
  )
}

const tones = { agreed: 'success', refused: 'danger', withdrawn: 'neutral' } as const

async function Before({ screen: { ended } }: Props) {
  const t = await getTranslations('ownWords')
  const { longDay } = await formats()
  const by = ({ name, on }: { name: string; on: string }) => t('byOn', { name, on: longDay(on) })
  const items = ended.flatMap(({ id, number, proposed, ended: end }) =>
    end
      ? [
          {
            key: id,
            title: t('version', { n: number }),
            detail: t(`ended.${end.outcome}`, { proposed: by(proposed), ended: by(end) }),
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

/** What waits, what holds, the form that proposes, and what was proposed before. */
export async function OwnWordsPage({ screen }: Props) {
  return (
    <div className="grid gap-8">
      {screen.open && <Waiting screen={screen} open={screen.open} />}
      <Now screen={screen} />
      <Propose screen={screen} />
      <Before screen={screen} />
    </div>
  )
}
