'use server'
import { posted } from '@/server/guard'
import { link } from './calendar'
import { choose } from './choose'
import { markRead } from './read'

export const readNoticeAction = posted(markRead)
export const chooseMailAction = posted(choose)
export const calendarLinkAction = posted(link)
