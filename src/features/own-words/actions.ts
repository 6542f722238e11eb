'use server'
import { posted } from '@/server/guard'
import { agree, end, proposeTyped } from './propose'

export const proposeWordsAction = posted(proposeTyped)
export const agreeToWordsAction = posted(agree)
export const endWordsAction = posted(end)
