'use server'
import { posted } from '@/server/guard'
import { say } from './say'

export const saySupportAction = posted(say)
