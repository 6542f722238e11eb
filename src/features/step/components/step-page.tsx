import { getTranslations } from 'next-intl/server'
import type { Field } from '@/domain/kernel/field'
import { codeKey } from '@/i18n/codes'
import { type Format, formats } from '@/i18n/format'
import { leadingBack, paths } from '@/paths'
import { AppLink } from '@/ui/app-link'
import { Notice } from '@/ui/notice'
import { PageTitle } from '@/ui/page-title'
import { Title } from '@/ui/title'
import type { FieldScreen, StepScreen } from '../queries'
import type { Control } from './field-control'
import { StepForm } from './step-form'

type T = Awaited<ReturnType<typeof getTranslations>>

const kindOf = (field: Field): Control['kind'] => {
  if (field.kind === 'code' || field.kind === 'ref') return 'one'
  return field.kind === 'codes' ? 'many' : field.kind === 'bsn' ? 'text' : field.kind
}

const optionsOf = (t: T, { weekday, time }: Format, { field, options }: FieldScreen) =>
  field.kind === 'code' || field.kind === 'codes'
    ? field.codes.map((code) => ({ value: code, label: t(codeKey(field.list, code)) }))
    : options.map(({ value, label, day, at, role }) => ({
        value,
        label: [day && weekday(day), at && time(at), label, role && t(codeKey('role', role))]
          .filter(Boolean)
          .join(' · '),
      }))

function controlOf(t: T, format: Format, step: string, screen: FieldScreen): Control {
  const { name, field } = screen
  const own = `steps.${step}.fields.${name}`
  const say = (part: 'label' | 'help') =>
    t.has(`${own}.${part}`)
      ? t(`${own}.${part}`)
      : t.has(`fields.${name}.${part}`)
        ? t(`fields.${name}.${part}`)
        : ''
  return {
    name,
    kind: kindOf(field),
    label: say('label'),
    help: say('help'),
    ...(field.optional && { optional: t('form.optional') }),
    value: screen.value,
    options: optionsOf(t, format, screen),
    ...('max' in field && { max: field.max }),
  }
}

type FormProps = { screen: StepScreen; title: string; fixed?: Record<string, string> }

/** The form of a step, with all its texts and the page's title in the tab. `fixed` values are posted but not asked. */
export async function StepFormOf({ screen, title, fixed = {} }: FormProps) {
  const t = await getTranslations()
  const format = await formats()
  const asked = screen.fields.filter(({ name }) => !(name in fixed))
  return (
    <StepForm
      step={screen.step}
      subject={screen.subjectId}
      version={String(screen.version)}
      formKey={screen.key}
      grave={screen.grave}
      controls={asked.map((f) => controlOf(t, format, screen.step, f))}
      fixed={fixed}
      texts={{
        title,
        yes: t('form.yes'),
        no: t('form.no'),
        choose: t('form.choose'),
        none: t('form.none'),
        example: t('form.dateExample'),
        nowThere: t('form.nowThere'),
        submit: t(`steps.${screen.step}.label`),
        pending: t('form.pending'),
        summary: t('form.summary'),
        refused: t('form.refused'),
        signedOut: t('form.signedOut'),
        signIn: t('form.signIn'),
        signInAt: leadingBack(paths.login, paths.signedInAgain),
        allRequired: t('form.allRequired'),
        cannotUndo: t('form.cannotUndo'),
        error: t('form.error'),
        tooMuch: t('form.tooMuch'),
        notSent: t('form.notSent'),
        broken: t('form.broken'),
      }}
    />
  )
}

/** Why the step cannot be taken now, in a sentence. */
export async function Refused({ refusal }: { refusal: NonNullable<StepScreen['refusal']> }) {
  const t = await getTranslations('refusals')
  const { inWords } = await formats()
  return <Notice tone="warning">{t(refusal.reason, inWords(refusal.values))}</Notice>
}

/** The page of one step: what it does, who will see it, and its form or the reason why not. */
export async function StepPage({ screen, title }: { screen: StepScreen; title: string }) {
  const t = await getTranslations()
  const intro = t(`steps.${screen.step}.intro`)
  const label = t(`steps.${screen.step}.label`)
  const back = screen.subjectId ? paths.subject(screen.kind, screen.subjectId) : paths.list(screen.kind)
  return (
    <>
      <p className="mb-4">
        <AppLink href={back}>{t('form.back', { title })}</AppLink>
      </p>
      <PageTitle
        title={label}
        {...(screen.number && { kicker: screen.number })}
        {...(intro && { lead: intro })}
      />
      {screen.refusal ? (
        <>
          <Title text={label} />
          <Refused refusal={screen.refusal} />
        </>
      ) : (
        <StepFormOf screen={screen} title={label} />
      )}
    </>
  )
}
