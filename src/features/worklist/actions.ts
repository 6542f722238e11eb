'use server'
import { posted } from '@/server/guard'
import { searchCases } from './search'

export const searchAction = posted(searchCases)
