// A desk at which papers are brought in and asked for: a real Postgres, a real folder.
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect } from 'vitest'
import type { Actor } from '@/domain/case/actor'
import type { Case } from '@/domain/case/case'
import { papersOf } from '@/domain/case/paper-list'
import { type StepName, stepOf } from '@/domain/case/steps'
import type { Step } from '@/domain/kernel/step'
import { type Given, givePaper } from '@/server/files/give'
import { takeWithFile } from '@/server/take-with-file'
import { pdfFile } from '../support/files'
import { type Cast, castOf, register } from '../support/main-job'
import { openOffice, type TestOffice } from '../support/office'
import { type Region, region, TODAY } from '../support/region'
import { see } from './sight'

/** Where the files of these tests are kept. */
export const folder = mkdtempSync(join(tmpdir(), 'thuistafel-files-'))
process.env.FILES_FOLDER = folder

export let r: Region
export let cast: Cast
export let kase: string
export let office: TestOffice

/** One region with one client and a folder of its own, for all tests of a file. */
export function openDesk() {
  beforeAll(async () => {
    r = await region()
    cast = await castOf(r)
    office = await openOffice(r)
    kase = await register(r, cast)
  })
  afterAll(async () => {
    await office.close()
    await r.close()
    rmSync(folder, { recursive: true, force: true })
  })
}

export const input = { paperType: 'incomeStatement', replaces: null, lastDay: null }
export const add = (
  who: Actor,
  sent: File | null,
  more: object = {},
  step: StepName = 'addPaper',
  actionKey: string | null = null,
) =>
  takeWithFile(
    {
      actor: who,
      step: stepOf(step) as Step,
      subjectId: kase,
      input: { ...input, ...more },
      version: null,
      today: TODAY,
      actionKey,
      requestId: null,
    },
    [sent],
  )
export const papers = async (who: Actor) => papersOf((await see(who, kase)) as unknown as Case)
export const kept = () => readdirSync(folder).sort()
export const give = (who: Actor, paper: string, caseId = kase): Promise<Given | null> =>
  givePaper(who, { caseId, paper, today: TODAY, requestId: null })

/** Adds a paper that must be kept; its id. */
export async function added(sent: File = pdfFile(), more: object = {}): Promise<string> {
  const before = new Set(kept())
  const outcome = await add(cast.mentor, sent, more)
  expect(outcome).toMatchObject({ done: { subjectId: kase } })
  return kept().find((name) => !before.has(name)) as string
}
