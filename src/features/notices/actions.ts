'use server'
import { posted } from '@/server/guard'
import { markRead } from './read'

export const readNoticeAction = posted(markRead)
