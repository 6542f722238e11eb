'use server'
import { posted } from '@/server/guard'
import { agree, end } from './answer'
import { proposeNumbers, proposeText } from './propose'

export const proposeNumbersAction = posted(proposeNumbers)
export const proposeTextAction = posted(proposeText)
export const agreeToChangeAction = posted(agree)
export const endChangeAction = posted(end)
