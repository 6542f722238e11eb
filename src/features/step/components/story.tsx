import { getTranslations } from 'next-intl/server'
import { formats } from '@/i18n/format'
import type { Told } from '@/server/story'
import { Notice } from '@/ui/notice'
import { Timeline } from '@/ui/timeline'

/** What happened, newest first: the step records, each with its sentence. */
export async function Story({ story }: { story: readonly Told[] }) {
  const t = await getTranslations()
  const { longDay, time, inWords } = await formats()
  const cameFrom = ({ fromFile, fileRow }: Told['tells']) =>
    fromFile && fileRow ? t('story.fromFile', { mark: fromFile, row: fileRow }) : null
  const items = story.map(({ id, step, tells, role, organisation, person, on, at, struck, of }) => ({
    key: id,
    title: struck ? (
      <>
        <s>{t(`steps.${step}.told`, inWords(tells))}</s> ({t('story.struck')})
      </>
    ) : (
      [t(`steps.${step}.told`, inWords(tells)), cameFrom(tells)].filter(Boolean).join(', ')
    ),
    // What Thuistafel does itself is said by its own name, once.
    who:
      person && person !== organisation
        ? t('story.by', { person, role: t(`roles.${role}`), organisation })
        : t('story.byOrganisation', { role: t(`roles.${role}`), organisation }),
    when: [at ? `${longDay(on)}, ${time(at)}` : longDay(on), of && t('story.ofCase', { number: of })]
      .filter(Boolean)
      .join(' · '),
  }))
  return <Timeline items={items} empty={t('story.empty')} />
}

/** After a step: says once what was done. */
export async function Done({ step }: { step: string | undefined }) {
  const t = await getTranslations()
  if (!step || !/^[a-zA-Z]{1,60}$/.test(step) || !t.has(`steps.${step}.label`)) return null
  return (
    <Notice tone="success" live>
      {t('story.done', { step: t(`steps.${step}.label`) })}
    </Notice>
  )
}
