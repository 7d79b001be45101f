import { useQuery } from '@tanstack/react-query'
import { engine } from '#renderer/engine-client/engine.ts'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { useAccount } from '#renderer/shell/use-session.ts'
import {
  COMMANDS,
  type CommandAbout,
  type CommandType,
  commandsAbout,
  type DecidedKind,
} from '#shared/contracts/console-platform/commands.ts'
import { COMMAND_FORMS } from './forms/command-forms.ts'
import { type Missing, missingActions, peopleFor } from './missing-actions.ts'

/**
 * What others may decide about a case and this person may not, with who they are. `barred` names, by operator id,
 * who may not give a command although the role would let her.
 */
export function useMissing<K extends DecidedKind>(
  kind: K,
  allowed: readonly CommandType[],
  isPossible: (type: CommandAbout<K>) => boolean,
  barred: { readonly [T in CommandType]?: readonly string[] } = {},
): readonly Missing[] {
  const me = useAccount()
  const operators = useQuery(engine.operators.queryOptions())
  if (me === null || operators.data === undefined) return []
  // Whose case it is does not bring it further.
  const steps = commandsAbout(kind).filter((type) => COMMAND_FORMS[type].key !== 'assign-to-me')
  return missingActions({
    possible: steps.filter(isPossible),
    allowed,
    me,
    operators: operators.data,
    barred,
  })
}

/** “财务（李…、王…）”: the roles that may give any of these commands, and who has one. */
export function useWhoMay(): (types: readonly CommandType[]) => string {
  const texts = useTexts()
  const operators = useQuery(engine.operators.queryOptions())
  return (types) => {
    const roles = [...new Set(types.flatMap((type) => COMMANDS[type].roles))]
    const people = peopleFor(types, operators.data ?? [])
    const { listed } = texts.review
    return texts.review.missing.who(
      listed(roles.map((role) => texts.roles.role[role])),
      people.length === 0 ? texts.review.missing.nobody : listed(people),
    )
  }
}
