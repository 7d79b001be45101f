import type { Fen } from '../money/fen.ts'
import type { Place, StatementLine } from './statement.ts'
import { balanceEffect } from './statement.ts'

export interface RunningBalance {
  readonly verdict: 'proven' | 'contradicted' | 'unprovable'
  readonly opening: Fen | null
  readonly closing: Fen | null
  /** The first step that does not come out: its line, the balance it should have, and the one it has. */
  readonly broken: { readonly place: Place; readonly expected: Fen; readonly found: Fen } | null
  /** For each line, in the order of the file, whether its own step proves its direction. */
  readonly directions: readonly boolean[]
  /** Where the oldest line stands in the file. */
  readonly start: number
  readonly isSwapped: boolean
}

interface Walk {
  readonly steps: number
  /** Lines before the first or behind the last balance, which no step covers. */
  readonly hasLooseEnds: boolean
  readonly broken: RunningBalance['broken']
  /** For each line, in the order of the walk, 1 where its own step came out. */
  readonly proven: Uint8Array
  readonly hits: number
}

/**
 * Follows the balance from line to line, oldest first as the days tell; where they do not, either way. A file that
 * also comes out with every amount turned round, read the other way, proves no direction: equal amounts do that.
 */
export function proveRunningBalance(lines: readonly StatementLine[]): RunningBalance {
  const orders = possibleOrders(lines)
  const walks = orders.map((order) => ({ order, walk: follow(order, 1) }))
  const mirrored = orders.map((order) => follow(order, -1)).some(comesOut)
  const good = walks.find(({ walk }) => comesOut(walk))
  const nearest = good ?? walks.reduce((best, next) => (next.walk.hits > best.walk.hits ? next : best))
  const { order, walk } = nearest
  const [first] = order
  const last = order.findLast(({ balanceAfter }) => balanceAfter !== null)
  const start = first === lines[0] ? 0 : lines.length - 1
  const isProven = good !== undefined && !mirrored && !walk.hasLooseEnds
  const isAnchored = good !== undefined && first?.balanceAfter != null
  return {
    verdict: good === undefined && walk.steps > 0 ? 'contradicted' : isProven ? 'proven' : 'unprovable',
    opening: isAnchored && first?.balanceAfter != null ? first.balanceAfter - balanceEffect(first) : null,
    closing: good === undefined || last !== order.at(-1) ? null : (last?.balanceAfter ?? null),
    broken: walk.broken,
    directions: lines.map(
      (_, at) => good !== undefined && !mirrored && walk.proven[start === 0 ? at : start - at] === 1,
    ),
    start,
    isSwapped: good === undefined && mirrored,
  }
}

function possibleOrders(lines: readonly StatementLine[]): readonly (readonly StatementLine[])[] {
  const [first] = lines
  const last = lines.at(-1)
  if (first === undefined || last === undefined) return [lines]
  const toTheSecond = first.bookedTime !== null && last.bookedTime !== null
  const moment = (line: StatementLine) => line.bookedOn + (toTheSecond ? line.bookedTime : '')
  if (moment(first) < moment(last)) return [lines]
  if (moment(first) > moment(last)) return [lines.toReversed()]
  return lines.length === 1 ? [lines] : [lines, lines.toReversed()]
}

/** Adds up the effects between one known balance and the next; a line without a balance joins the next step. */
function follow(order: readonly StatementLine[], sign: 1 | -1): Walk {
  const proven = new Uint8Array(order.length)
  let hits = 0
  let broken: RunningBalance['broken'] = null
  let steps = 0
  let hasLooseEnds = false
  let known: Fen | null = null
  let effects = 0
  let since = 0
  for (const [at, line] of order.entries()) {
    effects += sign * balanceEffect(line)
    since += 1
    if (line.balanceAfter === null) continue
    if (known === null) {
      hasLooseEnds = since > 1
    } else {
      steps += 1
      const expected: Fen = known + effects
      if (expected === line.balanceAfter) {
        if (since === 1) {
          proven[at] = 1
          hits += 1
        }
      } else {
        broken ??= { place: line.place, expected, found: line.balanceAfter }
      }
    }
    known = line.balanceAfter
    effects = 0
    since = 0
  }
  return { steps, hasLooseEnds: hasLooseEnds || since > 0, broken, proven, hits }
}

function comesOut({ steps, broken }: Walk): boolean {
  return steps > 0 && broken === null
}
