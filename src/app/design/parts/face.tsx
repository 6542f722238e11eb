import { getTranslations } from 'next-intl/server'
import { PartyShape } from '@/ui/party-shape'
import { Sample } from './group'

const colours = {
  paper: 'bg-paper',
  surface: 'bg-surface',
  sunk: 'bg-sunk',
  ink: 'bg-ink',
  soft: 'bg-soft',
  line: 'bg-line',
  field: 'bg-field',
  action: 'bg-action',
  success: 'bg-success',
  warning: 'bg-warning',
  danger: 'bg-danger',
  info: 'bg-info',
  confidential: 'bg-confidential',
} as const

async function Colours() {
  const t = await getTranslations('design.face')
  return (
    <div>
      <h3 className="mb-2">{t('colours')}</h3>
      <ul className="flex flex-wrap gap-x-6 gap-y-1">
        {Object.entries(colours).map(([name, swatch]) => (
          <li key={name} className="flex w-44 items-center gap-2 text-sm">
            <span className={`ui-swatch inline-block size-5 flex-none border border-field ${swatch}`} />
            {t(`colour.${name}`)}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** What one recognises it by: colours, letters, the sill, the shapes of the parties. */
export async function Face() {
  const t = await getTranslations('design')
  return (
    <>
      <Colours />
      <div>
        <h3 className="mb-2">{t('face.shapes')}</h3>
        <span className="ui-sill mb-3" />
        <p className="flex flex-wrap gap-x-5 gap-y-1">
          <PartyShape kind="square" label={t('face.gemeente')} />
          <PartyShape kind="triangle" label={t('face.corporation')} />
          <PartyShape kind="circle" label={t('face.provider')} />
          <PartyShape kind="diamond" label={t('face.team')} />
        </p>
      </div>
      <Sample state="default">
        <p className="font-serif font-semibold text-2xl">{t('face.title')}</p>
        <p className="font-semibold text-lg">{t('face.heading')}</p>
        <p>{t('face.body')}</p>
        <p className="ui-num text-sm text-soft">{t('face.small')}</p>
      </Sample>
    </>
  )
}
