import { useRef } from 'react'
import { useDecide } from '#renderer/shell/decisions/use-decide.tsx'
import type { ReturnedDecision } from '#shared/contracts/console-engine/pending.ts'
import {
  COMMAND_ARGUMENTS,
  type CommandArguments,
  type CommandType,
} from '#shared/contracts/console-platform/commands.ts'

/** The record on screen, as a decision about it must name it. */
interface SeenRecord {
  readonly id: string
  readonly title: string
  readonly version: number
  readonly seenDigest: string
}

/** Gives decisions about one record. A decision given anew takes the returned one out of the inbox. */
export function useGive(record: SeenRecord) {
  const { decide, deciding } = useDecide()
  const returned = useRef<ReturnedDecision | null>(null)

  /** Answers whether the engine took it; the person has been told either way. */
  const give = async <T extends CommandType>(type: T, given: CommandArguments<T>): Promise<boolean> => {
    const replaced = returned.current?.type === type ? returned.current.commandId : null
    const pending = await decide({
      type,
      recordId: record.id,
      recordTitle: record.title,
      expectedVersion: record.version,
      seenDigest: record.seenDigest,
      arguments: given,
      replaces: replaced,
    })
    if (pending === null) return false
    if (replaced !== null) returned.current = null
    return true
  }
  return {
    give,
    deciding,
    /** The next decision of its kind stands for this returned one. */
    redecide: (decision: ReturnedDecision) => {
      returned.current = decision
    },
    /** Gives a returned decision once more as it was, about the record as it is now. */
    giveAgain: (decision: ReturnedDecision) => {
      const given = COMMAND_ARGUMENTS[decision.type].safeParse(decision.arguments)
      if (!given.success) return
      returned.current = decision
      void give(decision.type, given.data)
    },
  }
}
