import { setTimeout as wait } from 'node:timers/promises'
import { giveUpSending, type Sending, sendDue } from './send-notices.ts'

/** How often a sender looks for what is due. */
const EVERY_MS = 2000
/** How long it leaves a server alone that could not be used. */
const DOWN_MS = 30_000
/** How often a process that does not send looks whether it is to take over. */
const ELSEWHERE_MS = 30_000

/**
 * Sends notices until it is stopped: the round in hand is finished first, then another process may take over at once. A round
 * that fails as a whole is reported, and the next one comes after a pause.
 */
export function runSender(sending: Sending, report: (error: unknown) => void): { stop(): Promise<void> } {
  const stopped = new AbortController()
  const running = (async () => {
    while (!stopped.signal.aborted) {
      const pause = await round()
      if (pause > 0)
        await wait(pause, undefined, { signal: stopped.signal, ref: false }).catch(() => undefined)
    }
    for (const lane of sending.lanes) lane.close()
    await giveUpSending(sending).catch(report)
  })()

  async function round(): Promise<number> {
    try {
      const { isElsewhere, handled, isDown } = await sendDue(sending)
      if (isElsewhere) return ELSEWHERE_MS
      if (isDown) return DOWN_MS
      if (handled > 0) return 0
      // Nothing is due: a server need not keep a connection for that.
      for (const lane of sending.lanes) lane.close()
      return EVERY_MS
    } catch (error) {
      report(error)
      return DOWN_MS
    }
  }

  return {
    stop: async () => {
      stopped.abort()
      await running
    },
  }
}
