import { z } from 'zod'
import {
  type HeldAccount,
  heldAccountSchema,
  type IssuedInvitation,
  issuedInvitationSchema,
} from '#shared/contracts/console-platform/accounts.ts'
import { type Command, type Outcome, outcomeSchema } from '#shared/contracts/console-platform/commands.ts'
import {
  type AuditChange,
  type AuditEntries,
  type AuditEntry,
  type AuditFilter,
  type AuditHead,
  auditChangeSchema,
  auditEntriesSchema,
  auditHeadSchema,
  auditPageSchema,
  platformContract,
  RAW_PATHS,
  type RevealQuestion,
  revealedSchema,
} from '#shared/contracts/console-platform/contract.ts'
import {
  type Digest,
  digestSchema,
  type SnapshotStart,
  snapshotStartSchema,
} from '#shared/contracts/console-platform/feed.ts'
import { FILE_LIMIT_BYTES } from '#shared/contracts/console-platform/protocol.ts'
import type { RecordKind } from '#shared/contracts/console-platform/records/record-kinds.ts'
import { type HeldRoles, rolesOnDaySchema } from '#shared/contracts/console-platform/roles-on-day.ts'
import {
  type About,
  type Account,
  aboutSchema,
  accountSchema,
  type SessionTokens,
  type SignedIn,
  sessionTokensSchema,
  signedInSchema,
} from '#shared/contracts/console-platform/session.ts'
import type { Http, HttpRequest } from './http.ts'
import { PlatformFailure } from './platform-failure.ts'
import { type WakeSign, wakeSigns } from './wake-stream.ts'
import { type FeedRows, feedRowsSchema, type SnapshotRows, snapshotRowsSchema } from './wire-pages.ts'

const SHORT_MS = 15_000
const PAGE_MS = 60_000
const FILE_MS = 5 * 60_000
/** The answer to a given file has no body; this much is read all the same. */
const ANSWER_TO_FILE_BYTES = 1024
/** A statement of 200,000 lines goes up and is checked line by line. */
const STATEMENT_MS = 3 * 60_000
/** Records of a page: few enough that writing one keeps queries waiting for less than 50 ms. */
const PAGE_RECORDS = 2500

interface Credentials {
  readonly email: string
  readonly password: string
  /** Of the second factor. */
  readonly code?: string
  readonly device: string
}

/** What can be asked without a session. */
export interface PublicClient {
  about(): Promise<About>
  /** @throws PlatformFailure: `second-factor` where a code is asked, or the one given is wrong. */
  signIn(credentials: Credentials): Promise<SignedIn>
  /** Sets the password of an account by its invitation. */
  acceptInvitation(given: { email: string; code: string; password: string }): Promise<void>
  refresh(refreshToken: string): Promise<SessionTokens>
  signOut(accessToken: string): Promise<void>
}

/** Where access tokens come from. */
export interface AccessTokens {
  current(): Promise<string>
  /** Another one than `refused`. */
  renewed(refused: string): Promise<string>
}

/** How far a copy has read the feed, and of which history and cut. */
export interface FeedPlace {
  readonly position: number
  readonly mark: string | null
  readonly epoch: string
  readonly scope: string
}

/** What those who may ask of the log of every act. */
export interface AuditLog {
  /** The newest entry. */
  auditHead(): Promise<AuditHead>
  /** Entries after one, oldest first. */
  auditAfter(sequence: number, limit: number): Promise<AuditEntry[]>
  /** Entries of a filter below one, newest first, and how many there are in all. */
  auditEntries(filter: AuditFilter, below: number | null, limit: number): Promise<AuditEntries>
  auditChange(sequence: number): Promise<AuditChange>
  /** What everybody could act as on a day in Beijing. */
  auditRoles(day: string): Promise<HeldRoles[]>
}

/** What is asked of accounts, which are in nobody's copy. */
export interface AccountsKept {
  /** Of who is signed in. Answers whether the present password was right. */
  changePassword(given: { current: string; next: string }): Promise<boolean>
  /** For administrators. */
  accounts(): Promise<HeldAccount[]>
  /** A code for a new account or a new password; the one before ends. */
  issueInvitation(operatorId: string): Promise<IssuedInvitation>
}

/** What a signed-in console asks. Every answer is parsed; every failure is a PlatformFailure. */
export interface PlatformClient extends Pick<PublicClient, 'about'>, AuditLog, AccountsKept {
  me(): Promise<Account>
  snapshotStart(): Promise<SnapshotStart>
  snapshotPage(kind: RecordKind, after: string): Promise<SnapshotRows>
  feed(after: FeedPlace): Promise<FeedRows>
  digest(): Promise<Digest>
  command(command: Command): Promise<Outcome>
  /** Those of this account's commands that the platform has an outcome of; at most KNOWN_LIMIT ids. */
  knownCommands(ids: readonly string[]): Promise<ReadonlySet<string>>
  /** The personal data of a record; whoever asks keeps it nowhere. */
  reveal(question: RevealQuestion): Promise<Record<string, unknown>>
  file(hash: string): Promise<Uint8Array<ArrayBuffer>>
  /** Gives the bytes of a hash, so that commands of this account may name the file. */
  giveFile(hash: string, bytes: Uint8Array): Promise<void>
  /** Positions as the platform tells them, null for a sign of life; ends or throws when the connection does. */
  wake(signal: AbortSignal): Promise<AsyncGenerator<WakeSign, void>>
}

/** What is not given is left out. */
type Query = Readonly<Record<string, string | undefined>>

/** Paths are those of the contract. */
const pathOf = (name: keyof typeof platformContract): string => {
  const { path } = platformContract[name]['~orpc'].route
  if (path === undefined) throw new TypeError(`${name} has no path`)
  return path
}

export function createPublicClient(http: Http): PublicClient {
  const post = (name: 'signIn' | 'acceptInvitation' | 'refresh' | 'signOut', body: unknown): HttpRequest => ({
    method: 'POST',
    path: pathOf(name),
    body,
    timeLimitMs: SHORT_MS,
  })
  return {
    about: () => http.json({ method: 'GET', path: pathOf('about'), timeLimitMs: SHORT_MS }, aboutSchema),
    signIn: (credentials) => http.json(post('signIn', credentials), signedInSchema),
    acceptInvitation: async (given) => {
      await http.json(post('acceptInvitation', given), z.object({ accepted: z.boolean() }))
    },
    refresh: (refreshToken) => http.json(post('refresh', { refreshToken }), sessionTokensSchema),
    signOut: async (accessToken) => {
      await http.json({ ...post('signOut', {}), accessToken }, z.object({ ended: z.boolean() }))
    },
  }
}

export function createPlatformClient(http: Http, tokens: AccessTokens): PlatformClient {
  /** With the current token; once more with a new one where the platform does not take it. */
  async function authorised<T>(ask: (accessToken: string) => Promise<T>): Promise<T> {
    const token = await tokens.current()
    try {
      return await ask(token)
    } catch (error) {
      if (!(error instanceof PlatformFailure) || error.kind !== 'unauthorized') throw error
      return ask(await tokens.renewed(token))
    }
  }
  const json = <T>(request: HttpRequest, schema: z.ZodType<T>) =>
    authorised((accessToken) => http.json({ ...request, accessToken }, schema))
  const get = (path: string, query: Query, timeLimitMs: number): HttpRequest => {
    const given = new URLSearchParams()
    for (const [name, value] of Object.entries(query)) if (value !== undefined) given.set(name, value)
    const text = given.toString()
    return { method: 'GET', path: text === '' ? path : `${path}?${text}`, timeLimitMs }
  }

  return {
    about: createPublicClient(http).about,
    me: () => json(get(pathOf('me'), {}, SHORT_MS), accountSchema),
    snapshotStart: () => json(get(pathOf('snapshotStart'), {}, SHORT_MS), snapshotStartSchema),
    snapshotPage: (kind, after) => {
      const path = pathOf('snapshotPage').replace('{kind}', kind)
      const query = { limit: String(PAGE_RECORDS), ...(after === '' ? {} : { after }) }
      return json(get(path, query, PAGE_MS), snapshotRowsSchema)
    },
    feed: ({ position, mark, epoch, scope }) => {
      const place = { after: String(position), epoch, scope, ...(mark === null ? {} : { mark }) }
      return json(get(pathOf('feed'), { ...place, limit: String(PAGE_RECORDS) }, PAGE_MS), feedRowsSchema)
    },
    digest: () => json(get(pathOf('digest'), {}, PAGE_MS), digestSchema),
    command: (body) => {
      const isLong = body.type === 'bank.import-statement' || body.type === 'order.import'
      const timeLimitMs = isLong ? STATEMENT_MS : SHORT_MS
      return json({ method: 'POST', path: pathOf('command'), body, timeLimitMs }, outcomeSchema)
    },
    knownCommands: async (ids) => {
      const path = pathOf('knownCommands')
      const request: HttpRequest = { method: 'POST', path, body: { ids }, timeLimitMs: SHORT_MS }
      return new Set((await json(request, z.object({ known: z.array(z.string()) }))).known)
    },
    auditHead: () => json(get(pathOf('auditHead'), {}, SHORT_MS), auditHeadSchema),
    auditAfter: async (after, limit) => {
      const query = { after: String(after), limit: String(limit) }
      return (await json(get(pathOf('audit'), query, PAGE_MS), auditPageSchema)).entries
    },
    auditEntries: (filter, below, limit) => {
      const query = { ...filter, below: below === null ? undefined : String(below), limit: String(limit) }
      return json(get(pathOf('auditEntries'), query, PAGE_MS), auditEntriesSchema)
    },
    auditChange: (sequence) => {
      const path = pathOf('auditChange').replace('{sequence}', String(sequence))
      return json(get(path, {}, SHORT_MS), auditChangeSchema)
    },
    auditRoles: async (day) =>
      (await json(get(pathOf('auditRoles'), { day }, PAGE_MS), rolesOnDaySchema)).people,
    accounts: async () => {
      const answer = z.object({ accounts: z.array(heldAccountSchema) })
      return (await json(get(pathOf('accounts'), {}, SHORT_MS), answer)).accounts
    },
    changePassword: async (body) => {
      const path = pathOf('changePassword')
      const answer = z.object({ outcome: z.enum(['changed', 'wrong-password']) })
      return (await json({ method: 'POST', path, body, timeLimitMs: SHORT_MS }, answer)).outcome === 'changed'
    },
    issueInvitation: (operatorId) => {
      const path = pathOf('issueInvitation').replace('{id}', encodeURIComponent(operatorId))
      return json({ method: 'POST', path, body: {}, timeLimitMs: SHORT_MS }, issuedInvitationSchema)
    },
    reveal: async (body) => {
      const request: HttpRequest = { method: 'POST', path: pathOf('reveal'), body, timeLimitMs: SHORT_MS }
      return (await json(request, revealedSchema)).fields
    },
    file: (hash) =>
      authorised((accessToken) =>
        http.bytes({ ...get(RAW_PATHS.file(hash), {}, FILE_MS), accessToken }, FILE_LIMIT_BYTES),
      ),
    giveFile: async (hash, body) => {
      await authorised((accessToken) =>
        http.bytes(
          { method: 'PUT', path: RAW_PATHS.file(hash), body, timeLimitMs: FILE_MS, accessToken },
          ANSWER_TO_FILE_BYTES,
        ),
      )
    },
    wake: (signal) =>
      authorised(async (accessToken) =>
        wakeSigns(await http.stream({ ...get(RAW_PATHS.wake, {}, SHORT_MS), accessToken, signal })),
      ),
  }
}
