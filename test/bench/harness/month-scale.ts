import { sampleProvider } from '#test/integration/platform/sample-records.ts'
import { scaled } from './scale.ts'

/** What the orders of the month to be closed are of. */
export const MARKET = 'kubesphere'
export const ORDERS = scaled(200_000)
export const PROVIDERS = Math.max(2, Math.round(ORDERS / 200))

export function monthProviders() {
  return Array.from({ length: PROVIDERS }, (_, at) =>
    sampleProvider({ id: `provider-${at}`, marketplace: MARKET, status: 'active', joinedOn: '2024-03-01' }),
  )
}
