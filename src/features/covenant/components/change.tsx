import { getTranslations } from 'next-intl/server'
import type { Difference } from '@/domain/covenant/change'
import type { ContingentLine } from '@/domain/covenant/contingent'
import { formats } from '@/i18n/format'
import { paths } from '@/paths'
import { currentActor } from '@/server/session'
import { AppLink } from '@/ui/app-link'
import { Facts } from '@/ui/facts'
import { ItemList } from '@/ui/item-list'
import { Notice } from '@/ui/notice'
import { SubmitButton } from '@/ui/pending-button'
import { Section } from '@/ui/section'
import { Table } from '@/ui/table'
import { Tag } from '@/ui/tag'
import { agreeToChangeAction, endChangeAction, proposeNumbersAction, proposeTextAction } from '../actions'
import { type ChangeScreen, readsChanges } from '../change'
import { lineWords } from '../numbers'
import { ProposeForm } from './propose-form'

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

const HOMES = 'contingent.lines'

/** The words for one side of a difference: a line of homes and a term in plain words, all else as it is kept. */
async function sideWords({ names }: ChangeScreen) {
  const t = await getTranslations()
  const line = await lineWords(names)
  return (at: string, value: unknown): string => {
    if (value === null) return t('covenantChange.nothingThere')
    if (at === HOMES) {
      const { agreed, ...its } = value as ContingentLine
      const n = agreed.as === 'percentage' ? agreed.percent : agreed.homes
      return `${line({ ...its, agreed })}: ${t(`covenantChange.as.${agreed.as}`, { n })}`
    }
    return at.startsWith('terms.') ? t('covenant.terms.n', { n: Number(value) }) : JSON.stringify(value)
  }
}

async function Differences({ screen, differences }: Props & { differences: readonly Difference[] }) {
  const t = await getTranslations()
  const words = await sideWords(screen)
  const what = (at: string) =>
    at === HOMES
      ? t('covenantChange.homes')
      : at.startsWith('terms.')
        ? t(`covenant.terms.of.${at.slice('terms.'.length)}`)
        : at
  return (
    <Table
      caption={t('covenantChange.changes')}
      columns={[
        { key: 'what', label: t('covenantChange.what') },
        { key: 'before', label: t('covenantChange.before') },
        { key: 'after', label: t('covenantChange.after') },
      ]}
      rows={differences.map(({ at, before, after }, i) => ({
        key: `${at} ${i}`,
        cells: { what: what(at), before: words(at, before), after: words(at, after) },
      }))}
      empty={null}
    />
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
        {!open.late && button(agreeToChangeAction, t('covenantChange.agree'), 'primary')}
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
        <Answer open={open} />
      </div>
    </Section>
  )
}

/** The form that proposes: the numbers that change most, or everything as text. */
async function Propose({ screen: { newest, asked }, asText }: Props & { asText: boolean }) {
  if (!asked) return null
  const t = await getTranslations()
  const { longDay } = await formats()
  const unit = (one: (typeof asked)[number]) => t(`covenantChange.unit.${one.unit}`)
  const fields = (ofTerms: boolean) =>
    asked
      .filter(({ term }) => Boolean(term) === ofTerms)
      .map((one) => ({ ...one, unit: unit(one), value: String(one.value).replace('.', ',') }))
  const groups = [
    { title: t('covenantChange.homes'), asked: fields(false) },
    { title: t('covenant.terms.title'), asked: fields(true) },
  ].filter((group) => group.asked.length > 0)
  const texts = {
    ...{ title: t('covenantChange.title'), error: t('form.error'), wrong: t('form.summary') },
    ...{ from: t('covenantChange.from'), why: t('covenantChange.why'), whyHelp: t('covenantChange.whyHelp') },
    fromHelp: t('covenantChange.fromHelp', { day: longDay(newest.validFrom) }),
    dateExample: t('covenantChange.dateExample'),
    ...{ submit: t('covenantChange.propose'), pending: t('form.pending') },
  }
  const rules = {
    label: t('covenantChange.rules'),
    help: t('covenantChange.rulesHelp'),
    value: JSON.stringify(newest.rules, null, 2),
  }
  const common = { base: newest.number, texts }
  return (
    <Section title={t(asText ? 'covenantChange.text' : 'covenantChange.numbers')}>
      <p className="mb-4">
        <AppLink href={asText ? paths.covenantChange : `${paths.covenantChange}?as=text`}>
          {t(asText ? 'covenantChange.asNumbers' : 'covenantChange.asText')}
        </AppLink>
      </p>
      {asText ? (
        <ProposeForm {...common} action={proposeTextAction} groups={[]} rules={rules} />
      ) : (
        <ProposeForm {...common} action={proposeNumbersAction} groups={groups} />
      )}
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
