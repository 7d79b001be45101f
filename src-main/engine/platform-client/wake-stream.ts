import { z } from 'zod'
import { positionSchema } from '#shared/contracts/console-platform/feed.ts'

const wakeSchema = z.object({ position: positionSchema })
/** No event of ours is near this long; more without a line end is not an event stream. */
const LINE_LIMIT = 64 * 1024

/** The positions an event stream tells of; null for anything else that shows it is alive. Ends with the stream. */
export async function* wakePositions(body: ReadableStream<Uint8Array>): AsyncGenerator<number | null, void> {
  const decoder = new TextDecoder()
  let rest = ''
  for await (const chunk of body) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split(/\r?\n/)
    rest = lines.pop() ?? ''
    if (rest.length > LINE_LIMIT) return
    for (const line of lines) {
      yield line.startsWith('data:') ? positionOf(line.slice('data:'.length)) : null
    }
  }
}

function positionOf(text: string): number | null {
  try {
    return wakeSchema.parse(JSON.parse(text)).position
  } catch {
    return null
  }
}
