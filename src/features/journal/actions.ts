'use server'
import { posted } from '@/server/guard'
import { checkAnew, findByNumber } from './find'
import { markSeen } from './seen'

export const findByNumberAction = posted(findByNumber)
export const seeAlertAction = posted(markSeen)
export const checkAnewAction = posted(checkAnew)
