import type { EngineEvent } from '#shared/contracts/console-engine/sync.ts'
import type { RecordKind } from '#shared/contracts/console-platform/records/record-kinds.ts'

/** The parts of the engine's answers that can grow old. */
export type Part =
  | 'session'
  | 'applications'
  | 'listings'
  | 'providers'
  | 'deposits'
  | 'bankAccounts'
  | 'bankLines'
  | 'bankReports'
  | 'operators'
  | 'sync'
  | 'find'
  | 'today'
  | 'preferences'

/** Which answers a kind of record appears in. */
const SHOWN_IN: Readonly<Record<RecordKind, readonly Part[]>> = {
  application: ['applications', 'providers', 'find', 'today'],
  listing: ['listings', 'providers', 'find'],
  listingVersion: ['listings', 'providers', 'find', 'today'],
  depositObligation: ['deposits', 'listings', 'providers', 'bankLines'],
  bankAccount: ['bankAccounts', 'bankLines', 'bankReports'],
  bankStatement: ['bankAccounts', 'bankReports'],
  bankLine: ['bankAccounts', 'bankLines', 'bankReports', 'deposits'],
  provider: ['providers', 'applications', 'listings', 'find'],
  operator: ['operators', 'applications', 'listings'],
}

/** The parts to ask again after an event; `everything` when another person may be looking. */
export function partsToRefresh(event: EngineEvent): readonly Part[] | 'everything' {
  switch (event.kind) {
    case 'records':
      return [...new Set(event.kinds.flatMap((kind) => SHOWN_IN[kind]))]
    case 'decisions':
      return [
        'applications',
        'listings',
        'providers',
        'deposits',
        'bankAccounts',
        'bankLines',
        'bankReports',
        'sync',
        'today',
      ]
    case 'session':
      return 'everything'
    case 'sync':
      return []
  }
}
