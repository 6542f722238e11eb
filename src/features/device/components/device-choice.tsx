import { getTranslations } from 'next-intl/server'
import { DEVICE_HOURS } from '@/domain/organisation/device'
import { formats } from '@/i18n/format'
import { paths } from '@/paths'
import { currentActor } from '@/server/session'
import { AppLink } from '@/ui/app-link'
import { ItemList } from '@/ui/item-list'
import { Notice } from '@/ui/notice'
import { SubmitButton } from '@/ui/pending-button'
import { Section } from '@/ui/section'
import { Tag } from '@/ui/tag'
import { chooseDeviceAction } from '../actions'
import { type DeviceScreen, deviceFor } from '../queries'

type Props = { screen: DeviceScreen }

/** The way to it, for who chooses it for their organisation, or watches over it. */
export async function DeviceLink() {
  if (!deviceFor(await currentActor())) return null
  const t = await getTranslations('device')
  return (
    <p className="mb-4">
      <AppLink href={paths.deviceChoice}>{t('title')}</AppLink>
    </p>
  )
}

const meanings = ['what', 'where', 'gone', 'colleague', 'forbid'] as const
const risks = ['found', 'open', 'lost'] as const

const List = ({ lines }: { lines: readonly string[] }) => (
  <ul className="grid gap-2">
    {lines.map((line) => (
      <li key={line}>{line}</li>
    ))}
  </ul>
)

/** What it means and what it risks, in plain words. */
async function Means() {
  const t = await getTranslations('device')
  return (
    <div className="grid gap-8 md:grid-cols-2">
      <Section title={t('means.title')}>
        <List lines={meanings.map((one) => t(`means.${one}`, { hours: DEVICE_HOURS }))} />
      </Section>
      <Section title={t('risks.title')}>
        <List lines={risks.map((one) => t(`risks.${one}`))} />
      </Section>
    </div>
  )
}

async function Now({ screen: { allowed, base, chooses, choices } }: Props) {
  const t = await getTranslations()
  const { longDay } = await formats()
  const [last] = choices
  return (
    <Section title={t('device.now')}>
      <div className="grid gap-4">
        <Notice
          tone={allowed ? 'success' : 'info'}
          title={t(allowed ? 'device.allowed' : 'device.forbidden')}
        >
          <p>
            {last
              ? t('device.chosen', {
                  name: last.name ?? t('device.elsewhere'),
                  on: longDay(last.on),
                  time: last.at,
                })
              : t('device.never')}
          </p>
        </Notice>
        {chooses ? (
          <form action={chooseDeviceAction}>
            <input type="hidden" name="base" value={base} />
            <input type="hidden" name="allow" value={allowed ? 'no' : 'yes'} />
            <SubmitButton pendingLabel={t('form.pending')} variant={allowed ? 'danger' : 'primary'}>
              {t(allowed ? 'device.forbid' : 'device.allow')}
            </SubmitButton>
          </form>
        ) : (
          <p className="text-soft">{t('device.whoChooses')}</p>
        )}
      </div>
    </Section>
  )
}

async function Before({ screen: { choices } }: Props) {
  const t = await getTranslations('device')
  const { longDay } = await formats()
  const items = choices.map(({ number, allowed, name, on, at }) => ({
    key: String(number),
    title: t(allowed ? 'didAllow' : 'didForbid', { name: name ?? t('elsewhere') }),
    detail: t('moment', { on: longDay(on), time: at }),
    status: <Tag tone={allowed ? 'success' : 'neutral'}>{t(allowed ? 'yes' : 'no')}</Tag>,
  }))
  return (
    <Section title={t('earlier')}>
      <ItemList items={items} empty={<p className="text-soft">{t('never')}</p>} />
    </Section>
  )
}

/** What holds, what it means, and who chose what when. */
export function DevicePage({ screen }: Props) {
  return (
    <div className="grid gap-8">
      <Now screen={screen} />
      <Means />
      <Before screen={screen} />
    </div>
  )
}
