'use server'
import { posted } from '@/server/guard'
import { takeFromForm } from './take'

export const takeStepAction = posted(takeFromForm)
