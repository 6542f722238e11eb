'use server'
import { posted } from '@/server/guard'
import { findEarlier } from './find'

export const findEarlierAction = posted(findEarlier)
