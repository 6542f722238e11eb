import { getTranslations } from 'next-intl/server'
import { formats } from '@/i18n/format'
import type { DraftScreen, ToChoose } from '../draft-queries'
import { ofItself } from '../form-state'
import type { Side } from '../merge'
import type { Control } from './field-control'

type T = Awaited<ReturnType<typeof getTranslations>>

/** An answer as it reads on the form. */
function inWords(t: T, { kind, options }: Control, answer: readonly string[]): string {
  const given = answer.filter((value) => value.trim())
  if (!given.length) return t('form.empty')
  if (kind === 'flag') return t(given[0] === 'yes' ? 'form.yes' : 'form.no')
  return given.map((value) => options.find((option) => option.value === value)?.label ?? value).join(', ')
}

/** Whose answer this is, and from when. */
async function sideOf(side: Side, { writer }: ToChoose, { drafts }: DraftScreen): Promise<string> {
  const t = await getTranslations('merge')
  const { weekday } = await formats()
  const draft = side.draft === null ? null : drafts[side.draft]
  if (draft) return t(side.draft ? 'other' : 'mine', { day: weekday(draft.on), time: draft.at })
  if (!writer) return t('now')
  const who = [writer.person, writer.organisation].filter(Boolean).join(', ')
  const when = writer.at
    ? t('moment', { day: weekday(writer.on), time: writer.at })
    : t('onDay', { day: weekday(writer.on) })
  return t('nowBy', { who, when })
}

type ChoiceProps = { choice: ToChoose; control: Control; draft: DraftScreen }

async function Choice({ choice, control, draft }: ChoiceProps) {
  const t = await getTranslations()
  const { name, label } = control
  const sides = await Promise.all(
    choice.sides.map(async (side, at) => ({
      side,
      id: `keep-${name}-${at}`,
      whose: await sideOf(side, choice, draft),
    })),
  )
  return (
    <fieldset className="ui-field">
      <legend className="ui-label">{label}</legend>
      <div className="ui-options">
        {sides.map(({ side, id, whose }) => (
          <div className="ui-option" key={id}>
            <input
              className="ui-tick"
              type="radio"
              required
              id={id}
              name={`keep.${name}`}
              value={JSON.stringify(side.answer)}
              defaultChecked={side === choice.likely}
              aria-describedby={`${id}-answer`}
            />
            <label className="ui-option-label text-soft" htmlFor={id}>
              {whose}
            </label>
            <div className="col-start-2 mb-2 whitespace-pre-wrap" id={`${id}-answer`} dir="auto">
              {inWords(t, control, side.answer)}
            </div>
          </div>
        ))}
      </div>
    </fieldset>
  )
}

type Props = { draft: DraftScreen; version: string; controls: readonly Control[] }

/** For each answer that was written twice, which one counts; what is the same, or sure, travels along. */
export async function MergeChoices({ draft, version, controls }: Props) {
  const t = await getTranslations('merge')
  const chosen = new Set(draft.choices.map(({ screen }) => screen.name))
  const head = ofItself({
    version,
    stood: JSON.stringify(draft.stood),
    from: JSON.stringify(draft.drafts.map(({ id, seq }) => ({ id, seq }))),
    choose: JSON.stringify([...chosen]),
  })
  const sure = draft.fields.filter(({ name }) => !chosen.has(name))
  return (
    <>
      {Object.entries(head).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {sure.flatMap(({ name, value }) =>
        value.map((one) => <input key={`${name} ${one}`} type="hidden" name={name} value={one} />),
      )}
      <h2>{t('title')}</h2>
      <p className="text-soft">{t(chosen.size ? 'lead' : 'nothing')}</p>
      {draft.choices.map((choice) => {
        const control = controls.find(({ name }) => name === choice.screen.name)
        return control && <Choice key={control.name} choice={choice} control={control} draft={draft} />
      })}
    </>
  )
}
