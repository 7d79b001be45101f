import { useMutation } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import type { PendingDecision } from '#shared/contracts/console-engine/pending.ts'
import type { CommandArguments, CommandType } from '#shared/contracts/console-platform/commands.ts'
import { engine } from '../../engine-client/engine.ts'
import { useFailureText } from '../../i18n/failure-text.ts'
import { useTexts } from '../../i18n/language-context.ts'
import { heldDecisions } from './held-decisions.ts'

/** A decision as a page submits it, with the name of the record for the notice. */
export interface Decide<T extends CommandType = CommandType> {
  readonly type: T
  readonly recordId: string
  readonly recordTitle: string
  /** The version on screen. */
  readonly expectedVersion: number
  readonly seenDigest: string | null
  readonly arguments: CommandArguments<T>
  /** The returned decision this one is instead of. */
  readonly replaces: string | null
  /** It was taken back in time. */
  readonly onUndone?: () => void
}

export interface Deciding {
  /** Answers with the pending decision, or null where the engine refused it. */
  readonly decide: <T extends CommandType>(decision: Decide<T>) => Promise<PendingDecision | null>
  /** Gives one command about several records, all or none; taken back together too. Answers whether they were taken. */
  readonly decideTogether: <T extends CommandType>(
    title: string,
    decisions: readonly Pick<Decide<T>, 'type' | 'recordId' | 'expectedVersion' | 'arguments'>[],
  ) => Promise<boolean>
  readonly deciding: boolean
  /** Why the last one was refused; null where it was not. */
  readonly refusal: string | null
  readonly forgetRefusal: () => void
}

/** Submits decisions. What was taken is told in the top line, with an undo for as long as the engine holds it. */
export function useDecide(): Deciding {
  const texts = useTexts().commands
  const failureText = useFailureText()
  const [refusal, setRefusal] = useState<string | null>(null)
  const { mutateAsync, isPending } = useMutation(engine.decisions.submit.mutationOptions())
  const together = useMutation(engine.decisions.submitTogether.mutationOptions())

  const decide = useCallback(
    async <T extends CommandType>({ recordTitle, onUndone, ...decision }: Decide<T>) => {
      setRefusal(null)
      try {
        const pending = await mutateAsync(decision)
        heldDecisions.tell(pending, { id: decision.recordId, title: recordTitle }, Date.now(), onUndone)
        return pending
      } catch (error) {
        setRefusal(texts.failed(texts.doing[decision.type], failureText(error)))
        return null
      }
    },
    [mutateAsync, texts, failureText],
  )
  const decideTogether: Deciding['decideTogether'] = async (title, decisions) => {
    const [first] = decisions
    if (first === undefined) return false
    setRefusal(null)
    try {
      const pendings = await together.mutateAsync({
        decisions: decisions.map((decision) => ({ ...decision, seenDigest: null, replaces: null })),
      })
      heldDecisions.tellTogether(pendings, { id: first.recordId, title }, Date.now())
      return true
    } catch (error) {
      setRefusal(texts.failed(texts.doing[first.type], failureText(error)))
      return false
    }
  }
  return {
    decide,
    decideTogether,
    deciding: isPending || together.isPending,
    refusal,
    forgetRefusal: () => setRefusal(null),
  }
}
