import { notifications } from '@mantine/notifications'
import { useMutation } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { PendingDecision } from '#shared/contracts/console-engine/pending.ts'
import type { CommandArguments, CommandType } from '#shared/contracts/console-platform/commands.ts'
import { engine } from '../../engine-client/engine.ts'
import { useFailureText } from '../../i18n/failure-text.ts'
import { useTexts } from '../../i18n/language-context.ts'
import { tellDecision } from './tell-decision.tsx'

/** A decision as a page gives it, with the name of the record for the notice. */
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
}

/**
 * Submits decisions. It answers with the pending decision, or null where the engine refused it; either way the
 * person has been told, with an undo for as long as the engine holds the decision.
 */
export function useDecide(): {
  decide: <T extends CommandType>(decision: Decide<T>) => Promise<PendingDecision | null>
  deciding: boolean
} {
  const texts = useTexts().commands
  const failureText = useFailureText()
  const { mutateAsync, isPending } = useMutation(engine.decisions.submit.mutationOptions())

  const decide = useCallback(
    async <T extends CommandType>({ recordTitle, ...decision }: Decide<T>) => {
      try {
        const pending = await mutateAsync(decision)
        tellDecision(pending, recordTitle)
        return pending
      } catch (error) {
        const what = `${texts.doing[decision.type]} · ${recordTitle}`
        notifications.show({
          color: 'red',
          withCloseButton: true,
          autoClose: false,
          title: texts.failed(what),
          message: failureText(error),
        })
        return null
      }
    },
    [mutateAsync, texts, failureText],
  )
  return { decide, deciding: isPending }
}
