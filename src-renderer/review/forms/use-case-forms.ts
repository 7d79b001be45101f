import { useEffect, useRef, useState } from 'react'
import { useDecide } from '#renderer/shell/decisions/use-decide.ts'
import { useAccount } from '#renderer/shell/use-session.ts'
import type { ReturnedDecision } from '#shared/contracts/console-engine/pending.ts'
import {
  COMMAND_ARGUMENTS,
  type CommandArguments,
  type CommandType,
  type DecidedKind,
} from '#shared/contracts/console-platform/commands.ts'
import type { HistoryEntry } from '#shared/contracts/console-platform/records/history.ts'
import { COMMAND_FORMS, type CommandDraft, type FormCommand, isFormCommand } from './command-forms.ts'
import { type KeptDrafts, readDrafts, writeDrafts } from './kept-drafts.ts'
import { newsSince, type SeenAtOpening, seenOf } from './moved.ts'
import { useKeptText } from './use-kept-text.ts'

/** The record of a case as a decision about it must name it. */
export interface DecidedCase {
  readonly kind: DecidedKind
  readonly record: {
    readonly id: string
    readonly version: number
    readonly history: readonly HistoryEntry[]
  }
  readonly title: string
  readonly seenDigest: string
  readonly allowed: readonly CommandType[]
  /** The case to go on with; null: there is none. */
  readonly nextId: () => string | null
  readonly onShow: (id: string | null) => void
}

/** What others did while a form was open; the form was closed where the record no longer takes its command. */
export interface Moved {
  readonly type: CommandType
  readonly steps: readonly HistoryEntry[]
  readonly closed: boolean
}

/**
 * The forms of one case, each named by its command: which is open, what stands in it, and giving what it says. What
 * is written is kept by record and command until it is given. Use it under a `key` of the record's id.
 */
export function useCaseForms({ kind, record, title, seenDigest, allowed, nextId, onShow }: DecidedCase) {
  const { decide, deciding, refusal, forgetRefusal } = useDecide()
  const me = useAccount()?.id ?? null
  const kept = useKeptText(record.id)
  const drafts = readDrafts(kind, kept.content)
  const [opened, setOpened] = useState<{ type: FormCommand; seen: SeenAtOpening } | null>(null)
  const [closed, setClosed] = useState<Moved | null>(null)
  const returned = useRef<ReturnedDecision | null>(null)
  const [made, setMade] = useState<ReadonlySet<string>>(new Set())

  const isMadeHere = ({ actor, action }: HistoryEntry) => actor === me && made.has(action)
  const mayStay = opened === null || allowed.includes(opened.type)
  const news = opened === null ? null : newsSince(opened.seen, record, isMadeHere)
  useEffect(() => {
    if (mayStay || opened === null || news === null) return
    setOpened(null)
    if (news.changed) setClosed({ type: opened.type, steps: news.steps, closed: true })
  })

  const write = <T extends FormCommand>(type: T, draft: CommandDraft<T> | undefined) =>
    kept.keep(writeDrafts(drafts, type, draft))
  const open = (type: FormCommand) => {
    forgetRefusal()
    setClosed(null)
    setOpened({ type, seen: seenOf(record) })
  }
  const close = () => {
    forgetRefusal()
    setOpened(null)
  }
  /** Answers whether the engine took it. A decision that stands for a returned one takes it out of the inbox. */
  const submit = async <T extends CommandType>(type: T, given: CommandArguments<T>): Promise<boolean> => {
    const next = nextId()
    setMade((before) => new Set(before).add(type))
    const replaced = returned.current?.type === type ? returned.current.commandId : null
    const pending = await decide({
      type,
      recordId: record.id,
      recordTitle: title,
      expectedVersion: record.version,
      seenDigest,
      arguments: given,
      replaces: replaced,
      // What was written comes back with the decision.
      onUndone: () => isFormCommand(type) && kept.keepNow(writeDrafts(drafts, type, drafts[type])),
    })
    if (pending === null) return false
    if (replaced !== null) returned.current = null
    if (isFormCommand(type) && drafts[type] !== undefined) write(type, undefined)
    setOpened(null)
    setClosed(null)
    if (COMMAND_FORMS[type].after === 'next-case') onShow(next)
    return true
  }
  const submitAsWritten = (type: CommandType, written: unknown) => {
    const given = COMMAND_ARGUMENTS[type].safeParse(written)
    if (given.success) void submit(type, given.data)
  }
  const shown = kept.known && mayStay ? (opened?.type ?? null) : null
  return {
    /** The command whose form is open; none is before the kept drafts are known. */
    open: shown,
    deciding,
    refusal,
    forgetRefusal,
    moved:
      shown !== null && news?.changed === true ? { type: shown, steps: news.steps, closed: false } : closed,
    forgetMoved: () => {
      setClosed(null)
      if (opened !== null) setOpened({ ...opened, seen: seenOf(record) })
    },
    drafts: drafts as KeptDrafts,
    write,
    /** Opens the form of a command or puts it away; one without a form is given at once. */
    toggle: (type: CommandType) => {
      if (!isFormCommand(type)) return submitAsWritten(type, {})
      if (opened?.type === type) close()
      else open(type)
    },
    /** Opens the form of a command with this in it. */
    start: <T extends FormCommand>(type: T, draft: CommandDraft<T>) => {
      write(type, draft)
      open(type)
    },
    close,
    submit: <T extends CommandType>(type: T, given: CommandArguments<T>) => void submit(type, given),
    /** Takes up a decision that came back: its form with what was written, or the decision as it was. */
    again: (decision: ReturnedDecision) => {
      const { type, createdAt } = decision
      if (!allowed.includes(type)) {
        const steps = record.history.filter(({ actor, at }) => actor !== me && at > createdAt)
        return setClosed({ type, steps, closed: true })
      }
      returned.current = decision
      if (!isFormCommand(type)) return submitAsWritten(type, decision.arguments)
      const draft = draftOfReturned(type, decision.arguments)
      if (draft !== null) write(type, draft)
      open(type)
    },
  }
}
export type CaseForms = ReturnType<typeof useCaseForms>

/** What was written for a decision that came back; null where its arguments are not those of the command. */
export function draftOfReturned<T extends FormCommand>(type: T, given: unknown): CommandDraft<T> | null {
  const parsed = COMMAND_ARGUMENTS[type].safeParse(given)
  if (!parsed.success) return null
  // One command at a time: the table holds that its draft is made from its own arguments.
  const written = COMMAND_FORMS[type].draft.written as (of: unknown) => CommandDraft<T>
  return written(parsed.data)
}
