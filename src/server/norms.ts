import 'server-only'
import type { Norm } from '@/domain/norm/norm'
import { Prisma, type Tx } from './db/client'

/** SQL of all norms, each with the day from which it holds. */
export const normsAsked = Prisma.sql`SELECT kind, valid_from::text AS "validFrom", value, status, source, below_age AS "belowAge" FROM norm ORDER BY kind, valid_from DESC`

/** All norms, each with the day from which it holds. */
export const normsOn = (tx: Tx): Promise<Norm[]> => tx.$queryRaw<Norm[]>(normsAsked)
