import { getTranslations } from 'next-intl/server'
import { formats } from '@/i18n/format'
import { paths } from '@/paths'
import type { Import } from '@/server/imports/keep'
import { fileFaults } from '@/server/imports/read-file'
import { AppLink } from '@/ui/app-link'
import { Disclosure } from '@/ui/disclosure'
import { FileField } from '@/ui/file-field'
import { ItemList } from '@/ui/item-list'
import { Notice } from '@/ui/notice'
import { SubmitButton } from '@/ui/pending-button'
import { Section } from '@/ui/section'
import { Table } from '@/ui/table'
import { Tag } from '@/ui/tag'
import { columnsExplained } from '../explained'

const ofForm = ['not', 'late'] as const

type Kind = { kind: Import['kind'] }
type Props = Kind & { imports: readonly Import[]; fault: string | null; sample: boolean }

/** Where a file is brought in, and the files that this person is busy with. */
export async function Start({ kind, imports, fault, sample }: Props) {
  const t = await getTranslations('import')
  const not = ofForm.find((one) => one === fault)
  return (
    <>
      {not && <Notice tone="warning">{t(`fault.${not}`)}</Notice>}
      <Section title={t('template.title')}>
        <Templates kind={kind} sample={sample} />
        <Disclosure summary={t('explain.title')}>
          <Columns kind={kind} />
        </Disclosure>
      </Section>
      <Bring kind={kind} fault={fault} />
      <Own kind={kind} imports={imports} />
    </>
  )
}

async function Templates({ kind, sample }: Kind & { sample: boolean }) {
  const t = await getTranslations('import.template')
  const all = await getTranslations()
  return (
    <>
      <p className="mb-2">{all(`import.of.${kind}.help`)}</p>
      <p className="mb-4 flex flex-wrap gap-4">
        {(['xlsx', 'csv'] as const).map((format) => (
          <a key={format} className="ui-link" href={paths.importTemplate(format, kind)} download>
            {t(format)}
          </a>
        ))}
      </p>
      {sample && (
        <p className="mb-4">
          {t('sampleHelp')}{' '}
          <a className="ui-link" href={paths.importTemplate('sample')} download>
            {t('sample')}
          </a>
        </p>
      )}
    </>
  )
}

async function Columns({ kind }: Kind) {
  const t = await getTranslations('import.explain')
  const rows = (await columnsExplained(kind)).map(({ key, label, needed, help, holds }) => ({
    key,
    cells: {
      label,
      needed: needed ? t('yes') : t('no'),
      holds: [holds, help].filter(Boolean).map((one) => <p key={one}>{one}</p>),
    },
  }))
  return (
    <Table
      caption={t('title')}
      captionHidden
      columns={[
        { key: 'label', label: t('column') },
        { key: 'needed', label: t('needed') },
        { key: 'holds', label: t('holds') },
      ]}
      rows={rows}
      empty={null}
    />
  )
}

/** Sent by the browser itself, not by a script: a file that is too large is answered with a page then too. */
async function Bring({ kind, fault }: Kind & { fault: string | null }) {
  const t = await getTranslations()
  const wrong = fileFaults.find((one) => one === fault)
  return (
    <Section title={t('import.file.title')}>
      <form action={paths.importFile(kind)} method="post" encType="multipart/form-data" className="ui-form">
        <FileField
          name="file"
          label={t('import.file.label')}
          help={t(`import.of.${kind}.file`)}
          accept=".xlsx,.csv,.txt"
          {...(wrong && {
            error: wrong === 'empty' ? t(`import.of.${kind}.empty`) : t(`import.fault.${wrong}`),
          })}
        />
        <div className="ui-button-row">
          <SubmitButton pendingLabel={t('form.pending')}>{t('import.file.submit')}</SubmitButton>
        </div>
      </form>
    </Section>
  )
}

async function Own({ kind, imports }: Kind & { imports: readonly Import[] }) {
  const t = await getTranslations('import')
  const { longDay, time } = await formats()
  const items = imports.map(({ id, state, rows, on, at }) => ({
    key: id,
    title: t('own.name', { rows, day: longDay(on), time: time(at) }),
    href: paths.import(id, kind),
    meta: <Tag tone={state === 'stopped' ? 'warning' : 'info'}>{t(`states.${state}`)}</Tag>,
  }))
  return (
    <Section title={t('own.title')}>
      <ItemList items={items} empty={<p className="text-soft">{t('own.none')}</p>} />
    </Section>
  )
}

/** The way back, above every screen of an import. */
export async function Back({ kind }: Kind) {
  const t = await getTranslations('import')
  return (
    <p className="mb-4">
      <AppLink href={paths.imports(kind)}>{t('toImports')}</AppLink>
    </p>
  )
}
