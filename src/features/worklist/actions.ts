'use server'
import { posted } from '@/server/guard'
import { findFromForm } from './find-form'
import { searchCases } from './search'

export const searchAction = posted(searchCases)
export const findAction = posted(findFromForm)
