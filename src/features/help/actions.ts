'use server'
import { posted } from '@/server/guard'
import { helpAsked } from './components/screen-help'

export const helpAction = posted(helpAsked)
