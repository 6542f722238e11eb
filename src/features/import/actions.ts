'use server'
import { posted } from '@/server/guard'
import { agree, cancel, throwAway } from './change'
import { pointOut } from './point-out'

export const mapImportAction = posted(pointOut)
export const agreeImportAction = posted(agree)
export const cancelImportAction = posted(cancel)
export const endImportAction = posted(throwAway)
