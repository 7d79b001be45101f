import type { Instant } from '../../../base/ids.ts'
import { shanghaiDate } from '../../../calendar/shanghai.ts'
import type { CommandSheet } from '../commands/command-sheet.ts'
import { COMMANDS } from '../commands.ts'
import type { Decision } from './decision.ts'

/** A desk's clock may be ahead of the platform's by this. */
const CLOCKS_APART_MS = 5 * 60_000

const INSTANT_LENGTH = '2026-11-21T06:05:00.000Z'.length

/**
 * The first argument that says when something happened (`happened` of the command's sheet) and lies ahead of an instant, by
 * its place; null where none does, by more than clocks may be apart. A month lies ahead while it has not begun. Days and
 * months are Beijing's. Pure.
 */
export function liesAhead({ type, arguments: said }: Decision, at: Instant): string | null {
  const sheet: CommandSheet = COMMANDS[type]
  const latest = new Date(Date.parse(at) + CLOCKS_APART_MS).toISOString()
  return sheet.happened?.find((place) => isAhead(valueAt(said, place), latest)) ?? null
}

function isAhead(value: unknown, at: Instant): boolean {
  if (typeof value !== 'string') return false
  return value > (value.length === INSTANT_LENGTH ? at : shanghaiDate(at).slice(0, value.length))
}

/** What stands at a place such as `paper.receivedOn`. */
function valueAt(said: unknown, place: string): unknown {
  return place.split('.').reduce<unknown>((within, key) => {
    if (typeof within !== 'object' || within === null) return null
    return Object.entries(within).find(([name]) => name === key)?.[1]
  }, said)
}
