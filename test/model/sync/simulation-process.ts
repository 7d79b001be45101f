import { loadPolicies } from '#platform/load-policies.ts'
import { serveSimulations } from './serve-simulations.ts'
import { Simulation } from './simulation.ts'

const policies = await loadPolicies()
serveSimulations((seed) => Simulation.start(seed, policies))
