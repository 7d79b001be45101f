import { packageRoot } from '#node/package-root.ts'
import { loadHolidays } from '#node/resources/load-holidays.ts'
import { loadPacks } from '#node/resources/load-packs.ts'
import type { ShippedPolicies } from '#shared/rules/in-force/policies.ts'

const RESOURCES = new URL('resources/', packageRoot(import.meta.url))

/**
 * Reads the packs and holiday tables that come with the program.
 * @throws ResourceError naming every place that is wrong.
 */
export async function loadPolicies(resources: URL = RESOURCES): Promise<ShippedPolicies> {
  const [packs, tables] = await Promise.all([
    loadPacks(new URL('policy-packs/', resources)),
    loadHolidays(new URL('holidays/', resources)),
  ])
  return { packs, tables }
}
