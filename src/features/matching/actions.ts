'use server'
import { posted } from '@/server/guard'
import { agreeToAll, answer } from './answers'
import { ask, cancel } from './change'

export const askRunAction = posted(ask)
export const cancelRunAction = posted(cancel)
export const answerProposalAction = posted(answer)
export const agreeToAllAction = posted(agreeToAll)
