'use server'
import { posted } from '@/server/guard'
import { searchCases } from './search'
import { keepSelection, openSelectionFirst, removeSelection } from './views'

export const searchAction = posted(searchCases)
export const keepViewAction = posted(keepSelection)
export const removeViewAction = posted(removeSelection)
export const openFirstAction = posted(openSelectionFirst)
