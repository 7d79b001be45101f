import { ulid } from 'ulid'
import { useDecide } from '#renderer/shell/decisions/use-decide.ts'
import type { ReturnedDecision } from '#shared/contracts/console-engine/pending.ts'
import {
  COMMANDS,
  type CommandArguments,
  type MakingCommand,
  NOT_YET_THERE,
} from '#shared/contracts/console-platform/commands.ts'
import type { CommandDraft, FormCommand } from './command-forms.ts'
import { readDrafts, writeDrafts } from './kept-drafts.ts'
import { draftOfReturned } from './use-case-forms.ts'
import { useKeptText } from './use-kept-text.ts'

interface MakingForm<T extends FormCommand & MakingCommand> {
  readonly type: T
  /** What stands in it before anything is written. */
  readonly empty: CommandDraft<T>
  /** Whether what was written is about what the form is opened for; else it begins empty. */
  readonly isAbout?: (draft: CommandDraft<T>) => boolean
  /** The decision that came back and is taken again; null where none is. */
  readonly returned: ReturnedDecision | null
  readonly onClose: () => void
}

/**
 * The form of a command that makes a record. What is written is kept by the command until it is given, and comes back
 * where it is undone; a decision that came back has its own.
 */
export function useMakingForm<T extends FormCommand & MakingCommand>({
  type,
  empty,
  isAbout = () => true,
  returned,
  onClose,
}: MakingForm<T>) {
  const { decide, deciding, refusal } = useDecide()
  const kept = useKeptText(returned?.recordId ?? type)
  const written = readDrafts(COMMANDS[type].about, kept.content)[type]
  const draft: CommandDraft<T> =
    (written !== undefined && (returned !== null || isAbout(written)) ? written : null) ??
    (returned === null ? null : draftOfReturned(type, returned.arguments)) ??
    empty
  return {
    /** Whether what was written earlier is there: before, the form is not shown. */
    known: kept.known,
    draft,
    write: (part: Partial<CommandDraft<T>>) => kept.keep(writeDrafts({}, type, { ...draft, ...part })),
    place: { deciding, refusal, close: onClose },
    submit: async (recordTitle: string, given: CommandArguments<T>): Promise<void> => {
      const pending = await decide({
        ...{ type, recordId: returned?.recordId ?? ulid(), recordTitle },
        ...{ expectedVersion: NOT_YET_THERE, seenDigest: null, arguments: given },
        replaces: returned?.commandId ?? null,
        onUndone: () => kept.keepNow(writeDrafts({}, type, draft)),
      })
      if (pending === null) return
      kept.keepNow('')
      onClose()
    },
  }
}
