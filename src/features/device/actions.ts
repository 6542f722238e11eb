'use server'
import { posted } from '@/server/guard'
import { choose } from './choose'

export const chooseDeviceAction = posted(choose)
