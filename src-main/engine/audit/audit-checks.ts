import type { AuditCheck } from '#shared/contracts/console-engine/audit.ts'
import type { AuditHead } from '#shared/contracts/console-platform/contract.ts'
import type { Engine } from '../engine.ts'
import { PlatformFailure } from '../platform-client/platform-failure.ts'
import type { QueryContext } from '../queries/query-context.ts'
import type { Clock } from '../time/clock.ts'
import { verifyChain } from './verify-chain.ts'

/** Recomputes the audit log in the background, once at a time; what it came to is there until it is begun anew. */
export class AuditChecks {
  readonly #clock: Clock
  #state: AuditCheck = { state: 'none' }
  #running: AbortController | null = null

  constructor(clock: Clock) {
    this.#clock = clock
  }

  state(): AuditCheck {
    return this.#state
  }

  /** Begins anew, with an entry that a document states. @throws PlatformFailure where the platform does not answer */
  async begin({ workspace }: QueryContext, noted: AuditHead | null): Promise<AuditCheck> {
    this.stop()
    const { auditLog } = workspace
    const running = new AbortController()
    this.#running = running
    const { sequence: total } = await auditLog.auditHead()
    if (running.signal.aborted) return this.#state
    this.#state = { state: 'running', done: 0, total }
    void this.#follow(running, async () => {
      const verdict = await verifyChain(auditLog, {
        noted,
        onProgress: ({ sequence }) => {
          if (this.#running !== running) return
          this.#state = { state: 'running', done: sequence, total: Math.max(total, sequence) }
        },
        signal: running.signal,
      })
      return verdict === null ? { state: 'none' } : { state: 'done', at: this.#now(), verdict }
    })
    return this.#state
  }

  /** Gives it up; what an earlier one came to stays. */
  stop(): AuditCheck {
    this.#running?.abort()
    this.#running = null
    if (this.#state.state === 'running') this.#state = { state: 'none' }
    return this.#state
  }

  /** Forgets everything: somebody else signs in. */
  forget(): void {
    this.stop()
    this.#state = { state: 'none' }
  }

  async #follow(running: AbortController, follow: () => Promise<AuditCheck>): Promise<void> {
    const ended = await follow().catch((error: unknown): AuditCheck => {
      const isRefused = error instanceof PlatformFailure && error.kind === 'refused'
      return { state: 'failed', why: isRefused ? 'refused' : 'offline' }
    })
    if (this.#running !== running) return
    this.#running = null
    this.#state = ended
  }

  #now() {
    return new Date(this.#clock.now()).toISOString()
  }
}

/** The checks of an engine; that of somebody who signs out is given up. */
export function openAuditChecks(engine: Pick<Engine, 'clock' | 'events' | 'workspace'>): AuditChecks {
  const checks = new AuditChecks(engine.clock)
  let of = engine.workspace()
  engine.events.subscribe(({ kind }) => {
    if (kind !== 'session' || engine.workspace() === of) return
    of = engine.workspace()
    checks.forget()
  })
  return checks
}
