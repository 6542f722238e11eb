'use server'
import { posted } from '@/server/guard'
import { ask, cancel } from './change'

export const askRunAction = posted(ask)
export const cancelRunAction = posted(cancel)
