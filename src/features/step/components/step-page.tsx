import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { stepOf } from '@/domain/case/steps'
import { formats } from '@/i18n/format'
import { leadingBack, paths } from '@/paths'
import { currentActor } from '@/server/session'
import { AppLink } from '@/ui/app-link'
import { Notice, noticeIcon } from '@/ui/notice'
import { PageTitle } from '@/ui/page-title'
import { Title } from '@/ui/title'
import { keptOnDevice } from '../device-of'
import { getDraftScreen } from '../draft-queries'
import { TIME } from '../form-state'
import type { StepScreen } from '../queries'
import { DraftNotice } from './draft-notice'
import { MergeChoices } from './merge-choices'
import { controlsOf } from './step-control'
import { StepForm, type StepFormProps } from './step-form'

type FormProps = { screen: StepScreen; title: string; fixed?: Record<string, string> }

/** Everything that the form itself may have to say. */
async function textsOf(screen: StepScreen, title: string): Promise<StepFormProps['texts']> {
  const t = await getTranslations()
  return {
    title,
    yes: t('form.yes'),
    no: t('form.no'),
    choose: t('form.choose'),
    none: t('form.none'),
    example: t('form.dateExample'),
    submit: t(`steps.${screen.step}.label`),
    pending: t('form.pending'),
    summary: t('form.summary'),
    refused: t('form.refused'),
    signedOut: t('form.signedOut'),
    signIn: t('form.signIn'),
    signInAt: leadingBack(paths.login, paths.signedInAgain),
    allRequired: t('form.allRequired'),
    error: t('form.error'),
    tooMuch: t('form.tooMuch'),
    fileTooLarge: t('refusals.fileTooLarge'),
    notSent: t(screen.grave ? 'form.notSent' : 'form.waits'),
    broken: t('form.broken'),
    saving: t('draft.saving'),
    offline: t('draft.offline'),
    offlineKept: t('draft.offlineKept'),
    later: t('draft.later'),
    ...(screen.onePart && { next: t('form.next') }),
    edit: t('merge.edit'),
  }
}

/** What is said where the form may be kept on the device; null where it may not. */
async function deviceOf({ step }: StepScreen): Promise<StepFormProps['device']> {
  if (!(await keptOnDevice(stepOf(step), await currentActor()))) return null
  const t = await getTranslations('draft')
  return {
    // The time is known to the browser alone.
    onDevice: t('onDevice', { time: TIME }),
    putBack: t('putBack'),
    throwAway: t('throwAway'),
    icon: noticeIcon('info'),
  }
}

/** The form of a step, with what was typed in it before. `fixed` values are posted but not asked. */
export async function StepFormOf({ screen, title, fixed = {} }: FormProps) {
  const draft = await getDraftScreen(screen, fixed)
  const t = await getTranslations()
  const controls = await controlsOf(screen, draft.fields)
  const version = String(screen.version)
  const from = JSON.stringify(draft.drafts.map(({ id, seq }) => ({ id, seq })))
  return (
    <>
      {controls.length > 0 && <DraftNotice draft={draft} screen={screen} />}
      <StepForm
        // Thrown away or brought back, the form begins anew; otherwise it stays, whatever the page hears.
        key={draft.discarded?.id ?? ''}
        step={screen.step}
        subject={screen.subjectId}
        about={draft.about}
        head={{ key: screen.key, version, stood: JSON.stringify(draft.stood), from }}
        grave={screen.grave}
        controls={controls}
        fixed={fixed}
        merge={draft.moved && <MergeChoices draft={draft} version={version} controls={controls} />}
        choosesFirst={draft.choices.length > 0}
        warning={screen.grave && <Notice tone="warning">{t('form.cannotUndo')}</Notice>}
        keptIcon={noticeIcon('success')}
        device={await deviceOf(screen)}
        texts={await textsOf(screen, title)}
      />
    </>
  )
}

/** Why the step cannot be taken now, in a sentence. */
export async function Refused({
  refusal,
  children,
}: {
  refusal: NonNullable<StepScreen['refusal']>
  /** Where it can be put right. */
  children?: ReactNode
}) {
  const t = await getTranslations('refusals')
  const { inWords } = await formats()
  return (
    <Notice tone="warning">
      {t(refusal.reason, inWords(refusal.values))}
      {children}
    </Notice>
  )
}

/** That the answers in this form come from an earlier registration, and must be checked. */
async function TakenOverFrom({ takenOver }: Pick<StepScreen, 'takenOver'>) {
  const t = await getTranslations('form')
  const { longDay } = await formats()
  if (!takenOver) return null
  return (
    <Notice tone="info" title={t('takenOver', { day: longDay(takenOver.on), number: takenOver.number })}>
      {t('takenOverHelp')}
    </Notice>
  )
}

type PageProps = FormProps & {
  /** What this step has to say before its form. */
  children?: ReactNode
  /** What this step has instead of a form that asks something. */
  form?: ReactNode
}

/** The page of one step: what it does, who will see it, and its form or the reason why not. */
export async function StepPage({ screen, title, fixed = {}, children, form }: PageProps) {
  const t = await getTranslations()
  const intro = t(`steps.${screen.step}.intro`)
  const label = t(`steps.${screen.step}.label`)
  const about = screen.colleague ?? screen.number
  const back = screen.subjectId ? paths.subject(screen.kind, screen.subjectId) : paths.list(screen.kind)
  return (
    <>
      <p className="mb-4">
        <AppLink href={back}>{t('form.back', { title })}</AppLink>
      </p>
      <PageTitle title={label} {...(about && { kicker: about })} {...(intro && { lead: intro })} />
      {children}
      {screen.refusal ? (
        <>
          <Title text={label} />
          <Refused refusal={screen.refusal} />
        </>
      ) : (
        <>
          <TakenOverFrom takenOver={screen.takenOver} />
          {form ?? <StepFormOf screen={screen} title={label} fixed={fixed} />}
        </>
      )}
    </>
  )
}
