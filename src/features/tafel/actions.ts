'use server'
import { posted } from '@/server/guard'
import { arrange } from './arrange'
import { hold } from './hold'

export const arrangeItemAction = posted(arrange)
export const holdAction = posted(hold)
