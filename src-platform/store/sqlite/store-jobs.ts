import type { RecordKind } from '#shared/contracts/console-platform/records/record-kinds.ts'
import type { Audience } from '../../change-feed/role-cut.ts'

/** What a query binds by name: numbers as whole ones. */
export type Bindings = Readonly<Record<string, string | bigint>>

export type Job =
  | { readonly do: 'checkpoint' }
  | { readonly do: 'read'; readonly sql: string; readonly bindings: Bindings }
  | { readonly do: 'digest'; readonly kinds: readonly RecordKind[]; readonly audience: Audience | null }
  | 'close'

export interface ToWorker {
  readonly id: number
  readonly job: Job
}

export type Answer =
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly error: unknown }
