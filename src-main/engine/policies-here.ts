import type { Database } from 'better-sqlite3'
import type { z } from 'zod'
import type { PlainDate } from '#shared/calendar/plain-date.ts'
import { shanghaiDate } from '#shared/calendar/shanghai.ts'
import { companyControlSchema } from '#shared/contracts/console-platform/records/company-control.ts'
import {
  holidayTableRecordSchema,
  tableOf,
} from '#shared/contracts/console-platform/records/holiday-table.ts'
import { packOf, policyPackRecordSchema } from '#shared/contracts/console-platform/records/policy-pack.ts'
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
  today: PlainDate
  /** Names and versions of what is adopted. */
  adopted: string
  policies: Policies | null
}

const KNOWN = new WeakMap<Database, Known>()

const TABLES = ['company_control', 'policy_pack', 'holiday_table'] as const
type Table = (typeof TABLES)[number]

const ADOPTED = TABLES.map(
  (table) => `SELECT group_concat(id || ' ' || version, ' ') FROM main.${table} WHERE status = 'adopted'`,
)

/**
 * What is in force as this copy has it on a day: what came with the program, with what the platform says was adopted laid
 * over. The same object as long as nothing of it changed.
 */
export function policiesHere(database: Database, shipped: ShippedPolicies, today: PlainDate): Policies {
  const fresh = { stamp: changeStamp(database), at: '', today, adopted: '', policies: null }
  const known: Known = KNOWN.get(database) ?? fresh
  KNOWN.set(database, known)
  const stamp = known.stamp()
  if (known.policies !== null && known.at === stamp && known.today === today) return known.policies
  const adopted = ADOPTED.map((sql) => database.prepare<[], string | null>(sql).pluck().get() ?? '').join(
    '; ',
  )
  if (known.policies === null || known.adopted !== adopted || known.today !== today) {
    known.policies = policiesOf(shipped, readAdopted(database), today)
  }
  Object.assign(known, { at: stamp, today, adopted })
  return known.policies
}

function readAdopted(database: Database): AdoptedPolicies {
  const adopted = <R>(table: Table, schema: z.ZodType<R>): R[] =>
    database
      .prepare<[], string>(`SELECT body FROM main.${table} WHERE status = 'adopted' ORDER BY decidedAt, id`)
      .pluck()
      .all()
      .map((body) => schema.parse(JSON.parse(body)))
  return {
    controls: adopted('company_control', companyControlSchema),
    packs: adopted('policy_pack', policyPackRecordSchema).flatMap((record) => packOf(record) ?? []),
    tables: adopted('holiday_table', holidayTableRecordSchema).flatMap((record) => {
      const table = tableOf(record)
      return table === null ? [] : [{ table, from: record.from }]
    }),
  }
}

/** What the pack of an application's day asks after approval. Without one the platform refuses whatever is decided. */
export function stepsByPack(policies: () => Policies): StepsOf {
  return (application) => {
    const on = shanghaiDate(application.submittedAt)
    const pack = packInForce(policies().packs, application.marketplace, on)
    return pack === null ? { agreements: [] } : admissionSteps(pack, application)
  }
}
