import type { Database } from 'better-sqlite3'
import { shanghaiDate } from '#shared/calendar/shanghai.ts'
import { companyControlSchema } from '#shared/contracts/console-platform/records/company-control.ts'
import { admissionSteps } from '#shared/contracts/console-platform/transitions/admission-steps.ts'
import type { StepsOf } from '#shared/contracts/console-platform/transitions/decide.ts'
import { packInForce } from '#shared/policy/pack-in-force.ts'
import {
  type AdoptedPolicies,
  type Policies,
  policiesOf,
  type ShippedPolicies,
} from '#shared/rules/in-force/policies.ts'
import { changeStamp } from './storage/change-stamp.ts'

interface Known {
  readonly stamp: () => string
  at: string
  /** Names and versions of what is adopted. */
  adopted: string
  policies: Policies | null
}

const KNOWN = new WeakMap<Database, Known>()

const ADOPTED = `SELECT group_concat(id || ' ' || version, ' ') FROM main.company_control WHERE status = 'adopted'`

/**
 * What is in force as this copy has it: what came with the program, with what the platform says was adopted laid over.
 * The same object as long as nothing of it changed.
 */
export function policiesHere(database: Database, shipped: ShippedPolicies): Policies {
  const known = KNOWN.get(database) ?? { stamp: changeStamp(database), at: '', adopted: '', policies: null }
  KNOWN.set(database, known)
  const stamp = known.stamp()
  if (known.policies !== null && known.at === stamp) return known.policies
  const adopted = database.prepare<[], string | null>(ADOPTED).pluck().get() ?? ''
  if (known.policies === null || known.adopted !== adopted) {
    known.policies = policiesOf(shipped, readAdopted(database))
  }
  known.at = stamp
  known.adopted = adopted
  return known.policies
}

function readAdopted(database: Database): AdoptedPolicies {
  const bodies = (table: string) =>
    database
      .prepare<[], string>(`SELECT body FROM main.${table} WHERE status = 'adopted' ORDER BY decidedAt, id`)
      .pluck()
      .all()
      .map((body): unknown => JSON.parse(body))
  return { controls: bodies('company_control').map((body) => companyControlSchema.parse(body)) }
}

/** What the pack of an application's day asks after approval. Without one the platform refuses whatever is decided. */
export function stepsByPack(policies: () => Policies): StepsOf {
  return (application) => {
    const on = shanghaiDate(application.submittedAt)
    const pack = packInForce(policies().packs, application.marketplace, on)
    return pack === null ? { agreements: [] } : admissionSteps(pack, application)
  }
}
