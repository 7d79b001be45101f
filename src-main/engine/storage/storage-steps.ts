/** Every moment at which a crash is told from one a moment later; a simulation stops the program there. */
export type StorageStep =
  | 'snapshot-begin'
  | 'snapshot-page'
  | 'snapshot-indexes'
  | 'feed-page'
  | 'outbox-store'
  | 'outbox-send'
  | 'outbox-outcome'
  | 'outbox-settle'
  | 'session-store'

/** Called inside the transaction (`before` it commits) and right `after` it; what it throws stops the program. */
export type OnStep = (step: StorageStep, when: 'before' | 'after') => void

export const noSteps: OnStep = () => undefined
