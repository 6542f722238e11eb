'use server'
import { posted } from '@/server/guard'
import { answer } from './by-link'
import { give } from './give-link'

export const giveLinkAction = posted(give)
export const answerByLinkAction = posted(answer)
