'use server'
import { posted } from '@/server/guard'
import { end, keep } from './keep'

export const keepPlaceAction = posted(keep)
export const endPlaceAction = posted(end)
