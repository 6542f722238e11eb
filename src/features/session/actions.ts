'use server'
import { posted } from '@/server/guard'
import { asDemoPerson, byInvitation, byPassword, choose, leave, prefer } from './enter'

export const passwordAction = posted(byPassword)
export const demoAction = posted(asDemoPerson)
export const invitationAction = posted(byInvitation)
export const chooseAction = posted(choose)
export const leaveAction = posted(leave)
export const preferAction = posted(prefer)
