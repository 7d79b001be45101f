import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import type { CommandArguments, CommandType } from '#shared/contracts/console-platform/commands.ts'
import { client } from '../engine-client/engine.ts'
import { useFailureText } from '../i18n/failure-text.ts'
import { useTexts } from '../i18n/language-context.ts'
import classes from './queue.module.css'

interface Each {
  readonly id: string
  readonly version: number
}

interface Refusal {
  readonly name: string
  readonly why: string
}

/**
 * Gives one command about each of several records, every one a decision of its own in the same outbox. A record that
 * is refused does not hold up the others; all refusals are named at the end. Answers with the ids that went through.
 */
export function useDecideEach<Row extends Each>(
  nameOf: (row: Row) => string,
): {
  decideEach: <T extends CommandType>(
    type: T,
    rows: readonly Row[],
    argumentsOfEach: CommandArguments<T>,
  ) => Promise<readonly string[]>
  deciding: boolean
} {
  const texts = useTexts()
  const failureText = useFailureText()
  const [deciding, setDeciding] = useState(false)
  const decideEach = async <T extends CommandType>(
    type: T,
    rows: readonly Row[],
    argumentsOfEach: CommandArguments<T>,
  ) => {
    setDeciding(true)
    const done: string[] = []
    const refusals: Refusal[] = []
    for (const row of rows) {
      try {
        await client.decisions.submit({
          type,
          recordId: row.id,
          expectedVersion: row.version,
          seenDigest: null,
          arguments: argumentsOfEach,
          replaces: null,
        })
        done.push(row.id)
      } catch (error) {
        refusals.push({ name: nameOf(row), why: failureText(error) })
      }
    }
    setDeciding(false)
    const words = texts.table
    notifications.show({
      withCloseButton: true,
      ...(refusals.length === 0 ? {} : { color: 'red', autoClose: false as const }),
      title: words.doneEach(texts.commands.done[type], done.length),
      message:
        refusals.length === 0 ? null : (
          <>
            {words.refusedEach(refusals.length)}
            <ul className={classes.refusals}>
              {refusals.map(({ name, why }) => (
                <li key={name}>{words.refusal(name, why)}</li>
              ))}
            </ul>
          </>
        ),
    })
    return done
  }
  return { decideEach, deciding }
}
