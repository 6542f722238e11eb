import { getTranslations } from 'next-intl/server'
import { CheckField, ChoiceField, ChoicesField, YesNoField } from '@/ui/choice-field'
import { Sample } from './group'
import { towns } from './samples'

type T = Awaited<ReturnType<typeof getTranslations>>

const stays = (t: T) => [
  { value: 'bw', label: t('stays.bw') },
  { value: 'mo', label: t('stays.mo'), help: t('moHelp') },
  { value: 'jmv', label: t('stays.jmv') },
]
const needs = (t: T) =>
  (['ground', 'lift', 'quiet'] as const).map((value) => ({ value, label: t(`need.${value}`) }))
const places = towns.map((town) => ({ value: town, label: town }))

async function One() {
  const t = await getTranslations('design.choice')
  return (
    <>
      <Sample state={['help', 'filled']}>
        <ChoiceField
          name="stay"
          label={t('stay')}
          help={t('stayHelp')}
          options={stays(t)}
          defaultValue="mo"
        />
      </Sample>
      <Sample state="error">
        <ChoiceField name="stay-wrong" label={t('stay')} error={t('stayWrong')} options={stays(t)} />
      </Sample>
      <Sample state={['long', 'default']}>
        <ChoiceField name="town" label={t('town')} options={places} emptyLabel={t('pick')} />
      </Sample>
      <Sample state="error">
        <ChoiceField
          name="town-wrong"
          label={t('town')}
          error={t('stayWrong')}
          options={places}
          emptyLabel={t('pick')}
        />
      </Sample>
    </>
  )
}

/** One answer, any number of answers, yes or no, one statement. */
export async function Choices() {
  const t = await getTranslations('design.choice')
  const optional = (await getTranslations('design.field'))('optional')
  return (
    <>
      <One />
      <Sample state={['optional', 'filled']}>
        <ChoicesField
          name="needs"
          label={t('needs')}
          optional={optional}
          options={needs(t)}
          defaultValue={['lift']}
        />
      </Sample>
      <Sample state="default">
        <YesNoField name="consent" label={t('consent')} yes={t('yes')} no={t('no')} unknown={t('unknown')} />
      </Sample>
      <Sample state="default">
        <CheckField name="read" label={t('read')} />
      </Sample>
      <Sample state="error">
        <CheckField name="read-wrong" label={t('read')} error={t('readWrong')} />
      </Sample>
    </>
  )
}
