'use server'
import { posted } from '@/server/guard'
import { findFromForm } from './find-form'

export const findAction = posted(findFromForm)
