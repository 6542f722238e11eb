// How well a unit that passes all rules fits a client: whole points, 0 to 1000. It says where somebody lives best, and
// is kept small beside the points of priority, so that it hardly ever says who.
import { type Client, distanceKm, type Pool, type Unit } from './pool'

export const MOST_FIT = 1000

/** Points of fit, rounded half up. The order of the sum is the order of the format: the last digit depends on it. */
export function fitPoints(client: Client, unit: Unit, pool: Pool): number {
  const serves = pool.providers[client.provider]?.municipalities.includes(unit.municipality) ?? false
  let sum = Math.max(0, 400 - 16 * distanceKm(client.anchor, unit))
  if (unit.type === client.preferredType) sum += 150
  else if (unit.type !== 'shared') sum += 60
  if (unit.municipality === client.homeMunicipality) sum += 150
  if (serves) sum += 120
  if (client.needsCalm && unit.calm) sum += 40
  if (unit.bedrooms === client.minBedrooms) sum += 40
  sum += Math.min(60, (client.maxRentCents - unit.rentCents) / 300)
  sum += Math.max(0, 40 - Math.abs(unit.availableDay - Math.max(0, client.fromDay)) / 3)
  return Math.min(MOST_FIT, Math.floor(sum + 0.5))
}
