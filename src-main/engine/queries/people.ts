import type { z } from 'zod'
import type { personSchema } from '#shared/contracts/console-engine/applications.ts'
import type { Operator } from '#shared/contracts/console-platform/records/operator.ts'
import { operatorSchema } from '#shared/contracts/console-platform/records/operator.ts'
import type { QueryContext } from './query-context.ts'

export type Person = z.infer<typeof personSchema>

/** A desk has dozens of people; more than this are not listed. */
const MAX_OPERATORS = 2000

/** Everyone who works or worked at the desk, by name. */
export function listOperators(context: QueryContext): Operator[] {
  return context.statements
    .prepare<{ body: string }>(`SELECT body FROM operator ORDER BY name, id LIMIT ${MAX_OPERATORS}`)
    .all({})
    .map((row) => operatorSchema.parse(JSON.parse(row.body)))
}

/** The person an id names; someone not in this copy is shown by the id. */
export function personOf(context: QueryContext, id: string | null): Person | null {
  if (id === null) return null
  const row = context.statements.prepare<Person>('SELECT id, name FROM operator WHERE id = @id').get({ id })
  return row ?? { id, name: id }
}
