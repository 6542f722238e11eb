import 'server-only'
import { env } from '@/server/env'

/** Whether everything here is made up. */
export const isDemo = () => env().DEMO === '1'
