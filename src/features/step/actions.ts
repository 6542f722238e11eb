'use server'
import { posted } from '@/server/guard'
import { discardFromForm } from './keep'
import { takeFromForm } from './take'
import { takeTogether } from './together-take'

export const takeStepAction = posted(takeFromForm)
export const discardDraftAction = posted(discardFromForm)
export const takeTogetherAction = posted(takeTogether)
