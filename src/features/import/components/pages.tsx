import { forbidden, notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import type { SheetKind } from '@/domain/import/columns'
import { paths } from '@/paths'
import { AppLink } from '@/ui/app-link'
import { PageTitle } from '@/ui/page-title'
import { Title } from '@/ui/title'
import type { Asked } from '../asked'
import { getImportScreen, getImportsScreen, type ImportScreen } from '../queries'
import { MappingForm } from './mapping'
import { Preview } from './preview'
import { Result, Running } from './running'
import { Back, Start } from './start'

/** Where a file with clients or dwellings is brought in. */
export async function ImportsPage({ kind, asked }: { kind: SheetKind; asked: Asked }) {
  const screen = await getImportsScreen(asked, kind)
  if (!screen) forbidden()
  const t = await getTranslations()
  return (
    <>
      <Title text={t(`import.of.${kind}.title`)} />
      <p className="mb-4">
        <AppLink href={paths.list(kind)}>{t(`import.of.${kind}.back`)}</AppLink>
      </p>
      <PageTitle title={t(`import.of.${kind}.title`)} lead={t(`import.of.${kind}.lead`)} />
      <Start kind={kind} imports={screen.imports} fault={screen.asked.fault} sample={screen.sample} />
    </>
  )
}

function Stage(screen: ImportScreen) {
  const { its, asked } = screen
  if (its.state === 'mapping' || (its.state === 'checked' && asked.again)) return <MappingForm {...screen} />
  if (its.state === 'checked') return <Preview {...screen} />
  return its.state === 'running' ? <Running {...screen} /> : <Result {...screen} />
}

/** One file of who asks, as it stands. */
export async function ImportPage({ kind, id, asked }: { kind: SheetKind; id: string; asked: Asked }) {
  const screen = await getImportScreen(id, asked, kind)
  if (!screen) notFound()
  const t = await getTranslations()
  return (
    <>
      <Title text={t(`import.of.${kind}.title`)} />
      <Back kind={kind} />
      <PageTitle title={t(`import.of.${kind}.title`)} />
      <Stage {...screen} />
    </>
  )
}
