import { COMMAND_TYPES, COMMANDS, type DecidedKind } from '#shared/contracts/console-platform/commands.ts'
import { COMMAND_FORMS, type CommandDraft, type FormCommand, isFormCommand } from './command-forms.ts'
import { splitOnlySchema } from './drafts.ts'

/** What stands unsent in the forms of one record. */
export type KeptDrafts = { readonly [T in FormCommand]?: CommandDraft<T> | undefined }

/** Longest text the journal keeps for one record, in UTF-16 units. */
const KEPT_LIMIT = 20_000

/**
 * Reads what the journal kept for a record of this kind. What an older version of the program wrote is read too:
 * verdicts by the part of their name after the dot, and of a bank line the rows of a split alone. A draft that
 * fits no form any more counts as none.
 */
export function readDrafts(kind: DecidedKind, content: string | null): KeptDrafts {
  const kept = parsed(content)
  if (Array.isArray(kept)) {
    const split = splitOnlySchema.safeParse(kept)
    return kind === 'bankLine' && split.success ? { 'deposit.match': split.data } : {}
  }
  if (typeof kept !== 'object' || kept === null) return {}
  const byName = new Map<string, unknown>(Object.entries(kept))
  const drafts = COMMAND_TYPES.filter(isFormCommand)
    .filter((type) => COMMANDS[type].about === kind)
    .flatMap((type) => {
      const draft = COMMAND_FORMS[type].draft.schema.safeParse(
        byName.get(type) ?? byName.get(type.slice(type.indexOf('.') + 1)),
      )
      return draft.success ? [[type, draft.data] as const] : []
    })
  return Object.fromEntries(drafts)
}

/** Drafts as the journal keeps them; where they are too long together, the one last written alone. */
export function writeDrafts<T extends FormCommand>(
  drafts: KeptDrafts,
  type: T,
  draft: CommandDraft<T> | undefined,
): string {
  const all = JSON.stringify({ ...drafts, [type]: draft })
  if (all === '{}') return ''
  return all.length <= KEPT_LIMIT ? all : JSON.stringify({ [type]: draft })
}

function parsed(content: string | null): unknown {
  if (content === null || content === '') return null
  try {
    return JSON.parse(content)
  } catch {
    return null
  }
}
