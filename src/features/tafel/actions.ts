'use server'
import { posted } from '@/server/guard'
import { arrange } from './arrange'

export const arrangeItemAction = posted(arrange)
