import { loadPolicies } from '#platform/load-policies.ts'
import { serveSimulations } from '../sync/serve-simulations.ts'
import { PayoutSimulation } from './payout-simulation.ts'

const policies = await loadPolicies()
serveSimulations((seed) => PayoutSimulation.start(seed, policies))
