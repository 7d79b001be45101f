import { monotonicFactory } from 'ulid'
import type { ColumnMapping } from '#shared/bank-statements/mapping.ts'
import type {
  ImportPreview,
  ImportProgress,
  PreviewLine,
} from '#shared/contracts/console-engine/bank-imports.ts'
import type { CommandArguments } from '#shared/contracts/console-platform/commands.ts'
import type { Acceptable } from '#shared/contracts/console-platform/records/bank-statement.ts'
import { isSettledByImport } from '#shared/rules/bank-matching/open-item.ts'
import { listBankAccounts } from '../queries/bank/bank-accounts.ts'
import { itemBook } from '../queries/bank/item-book.ts'
import { shownDeposit } from '../queries/bank/shown-candidates.ts'
import { settingsFor } from '../queries/matching/match-settings-of.ts'
import type { QueryContext } from '../queries/query-context.ts'
import { seenDigestOf } from '../queries/seen-digest.ts'
import type { OutboxRow } from '../storage/journal/schema.ts'
import { Mutex } from '../time/mutex.ts'
import { contestedItems } from './contested-items.ts'
import { ImportRefused } from './import-refused.ts'
import { mustBeAccepted, whyBarred } from './judge-section.ts'
import { knownLines, knownNames } from './known-lines.ts'
import type { ImportSetting } from './open-files.ts'
import { accountOf, headOf, inQuestion, type OpenSection, openSection, shownSection } from './open-section.ts'
import { ProgressFeed, progressOf } from './progress.ts'
import type { FileFacts, LinesQuestion } from './statement-questions.ts'
import { StatementThread } from './statement-thread.ts'

/** Chance a ULID begins with. */
const CHANCES = 16
/** For what the thread does with lines it has: a hundred times what 200,000 of them take. */
const ANSWER_LIMIT_MS = 120_000
/** Names that are all alike take matching longest: 200,000 lines against thousands of them. */
const MATCHING_LIMIT_MS = 600_000

/** One file on its way in: its bytes and lines are in a thread, what is known of it is here. */
export class OpenImport {
  readonly id: string
  readonly #fileName: string
  readonly #bytes: number
  readonly #setting: ImportSetting
  readonly #thread: StatementThread
  readonly #progress = new ProgressFeed()
  /** Comparing and packing go through several messages each. */
  readonly #turns = new Mutex()
  #received = 0
  #reading: Promise<FileFacts> | null = null
  #sections: readonly OpenSection[] = []

  constructor(id: string, fileName: string, bytes: number, setting: ImportSetting) {
    this.id = id
    this.#fileName = fileName
    this.#bytes = bytes
    this.#setting = setting
    this.#thread = new StatementThread((sections, of) =>
      this.#progress.tell(progressOf('proving', sections, of)),
    )
  }

  /** Takes the next piece. @throws ImportRefused `too-large` beyond the size that was told. */
  add(piece: Uint8Array<ArrayBuffer>): ImportProgress {
    this.#received += piece.length
    if (this.#received > this.#bytes || this.#reading !== null) {
      throw new ImportRefused('too-large', `the file has more than its ${this.#bytes} bytes: choose it again`)
    }
    this.#thread.add(piece)
    const progress = progressOf('receiving', this.#received, this.#bytes)
    this.#progress.tell(progress)
    return progress
  }

  /** Reads the file, unless that is done or under way, and tells how far it is. @throws ImportRefused `incomplete` */
  read(context: QueryContext, mappings: readonly ColumnMapping[]): AsyncGenerator<ImportProgress, void> {
    if (this.#received !== this.#bytes) {
      throw new ImportRefused(
        'incomplete',
        `${this.#received} of ${this.#bytes} bytes are here: choose the file again`,
      )
    }
    this.#reading ??= this.#begin(context, mappings)
    return this.#progress.follow(this.#reading)
  }

  /** Reads it anew, with other mappings. */
  readAgain(context: QueryContext, mappings: readonly ColumnMapping[]): void {
    this.#reading = this.#begin(context, mappings)
  }

  async preview(context: QueryContext): Promise<ImportPreview> {
    const file = await this.#file()
    const { id: importId } = this
    const fileName = this.#fileName
    if (file.kind === 'refused') {
      const candidates = file.candidates.map((cells) => [...cells])
      return { kind: 'refused', importId, fileName, reason: file.reason, candidates }
    }
    await this.#turns.run(async () => {
      for (const section of this.#sections) {
        // An account was opened, or chosen, since.
        if (section.comparedWith !== (accountOf(context, section)?.id ?? null))
          await this.#compare(context, section)
      }
    })
    const { format, encoding } = file
    const unread = [...file.unread]
    const sections = this.#sections.map((section) => shownSection(context, file, section, fileName))
    return { kind: 'read', importId, fileName, format, encoding, unread, sections }
  }

  async lines(
    context: QueryContext,
    asked: Omit<LinesQuestion, 'kind'>,
  ): Promise<{ lines: PreviewLine[]; next: number | null }> {
    const section = await this.#section(asked.section)
    const { lines, next } = await this.#turns.run(() =>
      this.#thread.ask<'lines'>({ kind: 'lines', ...asked }, ANSWER_LIMIT_MS),
    )
    const account = accountOf(context, section)
    const shown = (line: (typeof lines)[number]) => {
      const { match, ...rest } = line
      const automatic =
        match === null || account === null
          ? null
          : shownDeposit(context, { ...rest, ...account }, { ...match, certain: true })
      return { ...rest, automatic }
    }
    return { lines: lines.map(shown), next }
  }

  /** Imports a section into another account than its number says; null leaves it to the number again. */
  async choose(context: QueryContext, index: number, accountId: string | null): Promise<void> {
    const section = await this.#section(index)
    if (accountId !== null && !listBankAccounts(context).some(({ id }) => id === accountId)) {
      throw new ImportRefused('barred', 'no-account')
    }
    await this.#turns.run(() => {
      section.chosen = accountId
      return this.#compare(context, section)
    })
  }

  /**
   * Decides to import a section: into the outbox with it, all or nothing. It is compared once more before.
   * @throws ImportRefused, DecisionRefused, DecisionNotAllowed
   */
  async apply(
    context: QueryContext,
    index: number,
    accepted: readonly Acceptable[],
    matchAutomatically: boolean,
  ): Promise<OutboxRow> {
    const section = await this.#section(index)
    const file = await this.#file()
    if (file.kind === 'refused') throw new ImportRefused('not-read', file.reason)
    return this.#turns.run(async () => {
      if (section.applied) throw new ImportRefused('already-applied', `section ${index}`)
      // Nothing moved: it would come out the same.
      if (section.stamp !== context.counts.stamp()) await this.#compare(context, section)
      const account = accountOf(context, section)
      const asked = inQuestion(context, file, section, account)
      const barred = whyBarred(asked)
      if (barred !== null || account === null) throw new ImportRefused('barred', barred ?? 'no-account')
      const missing = mustBeAccepted(asked).filter((each) => !accepted.includes(each))
      if (missing.length > 0) throw new ImportRefused('not-accepted', missing.join(' '))
      const { clock, random } = this.#setting
      const chances = Array.from({ length: CHANCES }, random)
      const packed = await this.#thread.ask<'pack'>(
        { kind: 'pack', section: index, now: clock.now(), chances, matchAutomatically },
        ANSWER_LIMIT_MS,
      )
      const statement = headOf(file, section, this.#fileName)
      const row = context.workspace.outbox.enqueue({
        type: 'bank.import-statement',
        recordId: account.id,
        expectedVersion: account.version,
        seenDigest: seenDigestOf(context, 'bankAccount', account.id),
        arguments: {
          statement,
          ...packed,
          accepted: mustBeAccepted(asked),
        } satisfies CommandArguments<'bank.import-statement'>,
      })
      section.applied = true
      return row
    })
  }

  /** Whether nothing of the file waits for a decision any more. */
  isDone(): boolean {
    const isOver = ({ applied, comparison, comparedWith }: OpenSection) =>
      applied || (comparedWith !== null && comparison.new + comparison.overlapping === 0)
    return this.#sections.length > 0 && this.#sections.every(isOver)
  }

  close(): Promise<void> {
    return this.#thread.close()
  }

  #begin(context: QueryContext, mappings: readonly ColumnMapping[]): Promise<FileFacts> {
    const reading = this.#turns.run(() => this.#readAll(context, mappings))
    // Whoever waits for it is told; nobody may.
    reading.catch(() => undefined)
    return reading
  }

  async #readAll(context: QueryContext, mappings: readonly ColumnMapping[]): Promise<FileFacts> {
    this.#progress.tell(progressOf('reading'))
    const file = await this.#thread.ask<'read'>({ kind: 'read', mappings }, readingLimit(this.#bytes))
    const newId = monotonicFactory(this.#setting.random)
    const sections = file.kind === 'read' ? file.sections : []
    this.#sections = sections.map((facts, index) =>
      openSection(index, facts, newId(this.#setting.clock.now())),
    )
    for (const section of this.#sections) {
      this.#progress.tell(progressOf('comparing', section.index, sections.length))
      await this.#compare(context, section)
    }
    this.#progress.tell(progressOf('ready'))
    return file
  }

  /** Holds a section against the account it goes to, as that is now. */
  async #compare(context: QueryContext, section: OpenSection): Promise<void> {
    const { index, facts } = section
    const stamp = context.counts.stamp()
    const account = accountOf(context, section)
    if (account !== null && facts.period !== null) {
      for await (const names of knownNames(context, account.id, facts.period)) this.#thread.know(index, names)
      const days = await this.#thread.ask<'days'>({ kind: 'days', section: index }, ANSWER_LIMIT_MS)
      if (days !== null)
        for await (const lines of knownLines(context, account.id, days)) this.#thread.know(index, [], lines)
    }
    this.#progress.tell(progressOf('matching', index, this.#sections.length))
    section.comparison = await this.#thread.ask<'compare'>(
      {
        kind: 'compare',
        section: index,
        imported: account?.imported ?? null,
        items: account === null ? [] : itemBook(context, account.marketplace).items.filter(isSettledByImport),
        contested: account === null ? null : await contestedItems(context, account.marketplace),
        settings: account === null ? null : settingsFor(context, account.marketplace),
      },
      MATCHING_LIMIT_MS,
    )
    section.comparedWith = account?.id ?? null
    section.stamp = stamp
  }

  /** What was read, once it is. */
  async #file(): Promise<FileFacts> {
    if (this.#reading === null) throw new ImportRefused('not-read', 'the file has to be read first')
    return this.#reading
  }

  async #section(index: number): Promise<OpenSection> {
    await this.#file()
    const section = this.#sections[index]
    if (section === undefined) throw new ImportRefused('no-section', `there is no section ${index}`)
    return section
  }
}

/** Some ten times what intact files take: two minutes, and 3 s for each MiB. */
function readingLimit(bytes: number): number {
  return 120_000 + (bytes / 1024 / 1024) * 3000
}
