import { getTranslations } from 'next-intl/server'
import { formats } from '@/i18n/format'
import { paths } from '@/paths'
import { AppLink } from '@/ui/app-link'
import { ItemList } from '@/ui/item-list'
import { Section } from '@/ui/section'
import { Tag } from '@/ui/tag'
import { saySupportAction } from '../actions'
import type { OwnArea, SupportScreen } from '../queries'
import { Guides } from './guides'
import { SayForm, type SayTexts } from './say-form'

async function textsOf(): Promise<SayTexts> {
  const t = await getTranslations()
  const field = (name: 'guides' | 'always' | 'alwaysHelp' | 'places' | 'placesHelp') =>
    t(`supportAreas.fields.${name}`)
  return {
    ...{ title: t('supportAreas.title'), error: t('form.error'), wrong: t('form.summary') },
    ...{ guides: field('guides'), always: field('always'), alwaysHelp: field('alwaysHelp') },
    ...{ places: field('places'), placesHelp: field('placesHelp'), optional: t('form.optional') },
    ...{ yes: t('form.yes'), no: t('form.no') },
    ...{ submit: t('supportAreas.say'), pending: t('form.pending') },
  }
}

const yesOrNo = (value: boolean) => (value ? 'yes' : 'no')

async function Form({ area: { id, said } }: { area: OwnArea }) {
  const values: Record<string, string> = said
    ? {
        guides: yesOrNo(said.guides),
        always: yesOrNo(said.always),
        places: said.places === null ? '' : String(said.places),
      }
    : {}
  return (
    <SayForm
      action={saySupportAction}
      hidden={{ municipality: id, base: String(said?.number ?? 0) }}
      values={values}
      texts={await textsOf()}
    />
  )
}

async function wordsOf() {
  const t = await getTranslations('supportAreas')
  const { longDay } = await formats()
  return ({ said }: OwnArea) =>
    said
      ? {
          meta: [
            ...(said.guides ? [t(said.always ? 'always' : 'byDay')] : []),
            ...(said.left === null ? [] : [t('leftOf', { left: said.left, places: said.places ?? 0 })]),
          ].join(' · '),
          detail: t('moment', { name: said.name ?? t('elsewhere'), on: longDay(said.on), time: said.at }),
          status: <Guides guides={said.guides} />,
        }
      : { status: <Tag tone="warning">{t('notSaid')}</Tag> }
}

/** Each gemeente of the covenant with what was said of it, and the form of the one that is asked for. */
export async function OwnAreas({ screen, asked }: { screen: SupportScreen; asked?: string }) {
  const t = await getTranslations('supportAreas')
  const said = await wordsOf()
  const chosen = screen.says ? screen.own.find(({ id }) => id === asked) : undefined
  const items = screen.own.map((area) => ({
    key: area.id,
    title: area.name,
    ...(screen.says && { href: paths.supportArea(area.id) }),
    ...said(area),
  }))
  return (
    <>
      {chosen && (
        <Section title={t('change', { name: chosen.name })}>
          <Form key={`${chosen.id} ${chosen.said?.number}`} area={chosen} />
          <p className="mt-4">
            <AppLink href={paths.supportAreas}>{t('back')}</AppLink>
          </p>
        </Section>
      )}
      <Section title={t('now')}>
        <ItemList items={items} />
        <p className="mt-4 text-soft">{t(screen.says ? 'howToSay' : 'whoSays')}</p>
      </Section>
    </>
  )
}
