'use server'
import { posted } from '@/server/guard'
import { discardFromForm } from './keep'
import { takeFromForm } from './take'

export const takeStepAction = posted(takeFromForm)
export const discardDraftAction = posted(discardFromForm)
