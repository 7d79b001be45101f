import { z } from 'zod'
import { positionSchema } from '#shared/contracts/console-platform/feed.ts'

const wakeSchema = z.object({ position: positionSchema })
/** No event of ours is near this long; more without a line end is not an event stream. */
const LINE_LIMIT = 64 * 1024

/** What a line of an event stream says; each shows that the platform is alive. */
export interface WakeSign {
  /** Where the feed stands. */
  readonly position?: number
  /** Within how many ms the next sign comes. */
  readonly nextWithinMs?: number
}

const NEXT_SIGN = /^: next within (\d{1,6}) ms$/

/** What an event stream says, line by line. Ends with the stream. */
export async function* wakeSigns(body: ReadableStream<Uint8Array>): AsyncGenerator<WakeSign, void> {
  const decoder = new TextDecoder()
  let rest = ''
  for await (const chunk of body) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split(/\r?\n/)
    rest = lines.pop() ?? ''
    if (rest.length > LINE_LIMIT) return
    for (const line of lines) {
      yield signOf(line)
    }
  }
}

function signOf(line: string): WakeSign {
  const within = NEXT_SIGN.exec(line)?.[1]
  if (within !== undefined) return { nextWithinMs: Number(within) }
  if (!line.startsWith('data:')) return {}
  try {
    return wakeSchema.parse(JSON.parse(line.slice('data:'.length)))
  } catch {
    return {}
  }
}
