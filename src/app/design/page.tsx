import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Preferences } from '@/features/session/components/preferences'
import { isDemo } from '@/features/session/queries'
import { PageTitle } from '@/ui/page-title'
import { Shell } from '@/ui/shell'
import { Title } from '@/ui/title'
import { BoardSample } from './parts/board-sample'
import { Buttons } from './parts/buttons'
import { Choices } from './parts/choices'
import { Face } from './parts/face'
import { Fields } from './parts/fields'
import { Group, groups } from './parts/group'
import { Lists } from './parts/lists'
import { Messages } from './parts/messages'
import { Overlays } from './parts/overlays'
import { Paper } from './parts/paper'
import { RecordParts } from './parts/record'
import { people } from './parts/samples'
import { Tables } from './parts/tables'
import { Waiting } from './parts/waiting'
import { WrongForm } from './parts/wrong-form'

type Props = { searchParams: Promise<{ sent?: string }> }

/** Every part of the design system, in every state. Only where everything is made up. */
export default async function DesignPage({ searchParams }: Props) {
  if (!isDemo()) notFound()
  const t = await getTranslations()
  const sent = (await searchParams).sent === '1'
  const shown: Record<(typeof groups)[number], ReactNode> = {
    face: <Face />,
    buttons: <Buttons />,
    fields: <Fields />,
    choices: <Choices />,
    form: <WrongForm sent={sent} />,
    table: <Tables />,
    lists: <Lists />,
    board: <BoardSample />,
    record: <RecordParts />,
    messages: <Messages />,
    overlays: <Overlays />,
    waiting: <Waiting />,
    paper: <Paper />,
  }
  return (
    <Shell
      brand={t('design.brand')}
      brandHref="/design"
      nav={groups.map((group) => ({ href: `#${group}`, label: t(`design.groups.${group}`) }))}
      account={<Preferences />}
      skipLabel={t('app.skip')}
      menuLabel={t('app.menu')}
      footer={t('app.footer')}
      printNote={t('design.paper.note', { name: people.short, on: t('design.record.on') })}
    >
      <Title text={t('design.title')} {...(sent && { error: t('design.form.error') })} />
      <PageTitle title={t('design.title')} lead={t('design.lead')} />
      {groups.map((group) => (
        <Group key={group} id={group}>
          {shown[group]}
        </Group>
      ))}
    </Shell>
  )
}
