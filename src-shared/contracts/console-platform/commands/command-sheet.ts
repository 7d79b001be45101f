import type { z } from 'zod'
import type { RecordKind } from '../records/record-kinds.ts'
import type { Role } from '../roles.ts'

/** All that is to be said of a command, in one place; everything else about it is derived. */
export interface CommandSheet {
  /** The kind of record it decides about. */
  readonly about: RecordKind
  /** Its record comes to be with it: the version seen is 0. */
  readonly makesRecord: boolean
  /** Who may give it: any one of the roles. The platform enforces it; the page only hides. */
  readonly roles: readonly [Role, ...Role[]]
  /** Whether it may be kept until the platform answers. What lets money go may not, and cannot be held for undo. */
  readonly offline: 'may-wait' | 'refused'
  /** Whether the platform compares what was on screen with its own records and packs: verdicts and approvals. */
  readonly seen: 'compared' | 'not-compared'
  readonly arguments: z.ZodType
  /** Places of the arguments that say when something happened, such as `paper.receivedOn`: none of them lies ahead. */
  readonly happened?: readonly [string, ...string[]]
}

/** The commands about some kind of record by their names, the likelier ones first where all are possible. */
export type CommandSheets = Readonly<Record<string, CommandSheet>>
