'use server'
import { posted } from '@/server/guard'
import { helpAt } from './components/screen-help'

export const helpAction = posted(helpAt)
