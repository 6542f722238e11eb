'use server'
import { posted } from '@/server/guard'
import { checkAnew, findByNumber } from './find'

export const findByNumberAction = posted(findByNumber)
export const checkAnewAction = posted(checkAnew)
