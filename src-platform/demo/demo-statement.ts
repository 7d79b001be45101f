import { ulid } from 'ulid'
import { hashOfBytes } from '#node/file-store/file-store.ts'
import { movement } from '#shared/bank-statements/statement.ts'
import type { PlainDate } from '#shared/calendar/plain-date.ts'
import { startOfShanghaiDay } from '#shared/calendar/shanghai.ts'
import type { ImportedLine } from '#shared/contracts/console-platform/imported-lines.ts'
import type { MatchPart, OtherKind } from '#shared/contracts/console-platform/records/bank-line.ts'
import type { StatementHead } from '#shared/contracts/console-platform/records/bank-statement.ts'
import type { Fen } from '#shared/money/fen.ts'
import type { SeededRandom } from './seeded-random.ts'

/** What becomes of a line once it is imported. */
export type LineFate =
  | { readonly kind: 'open' }
  | {
      readonly kind: 'deposit'
      readonly obligationId: string
      readonly automatic: boolean
      readonly reasons: MatchPart['reasons']
    }
  | { readonly kind: 'refund'; readonly obligationId: string }
  | { readonly kind: 'other'; readonly what: OtherKind }
  /** Takes another line of the same statement back. */
  | { readonly kind: 'return'; readonly of: DemoLine }

/** A line of a statement that is still to be drawn up. */
export interface DemoLine {
  readonly day: PlainDate
  /** What it does to the balance. */
  readonly effect: Fen
  readonly name: string
  readonly account: string
  readonly summary: string
  readonly purpose: string
  readonly remark: string
  /** 冲正: the other way on its own side. */
  readonly reversal: boolean
  readonly fate: LineFate
}

export interface DrawnStatement {
  readonly head: StatementHead
  /** Oldest first, each with the line it was drawn from. */
  readonly lines: readonly { readonly line: ImportedLine & { readonly id: string }; readonly of: DemoLine }[]
  readonly closing: Fen
}

interface Frame {
  readonly account: string
  readonly opening: Fen
  readonly fileName: string
}

const MORNING_SECONDS = 9 * 3600
const WORKDAY_SECONDS = 8 * 3600

/** Draws up a statement as a bank would: in the order of booking, numbered, each line with its balance. */
export function drawStatement(
  random: SeededRandom,
  { account, opening, fileName }: Frame,
  wishes: readonly DemoLine[],
): DrawnStatement {
  const sorted = wishes.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
  let balance = opening
  const lines = sorted.map((of, at) => {
    balance += of.effect
    const side = of.effect < 0 !== of.reversal ? 'debit' : 'credit'
    const ofDay = sorted.filter(({ day }) => day === of.day)
    // Spread over the working day in the order of booking.
    const second =
      MORNING_SECONDS + Math.round((WORKDAY_SECONDS * (ofDay.indexOf(of) + 1)) / (ofDay.length + 1))
    const line = {
      id: ulid(Date.parse(startOfShanghaiDay(of.day)), random.next),
      serial: `${of.day.replaceAll('-', '')}${String(at + 1).padStart(6, '0')}`,
      bookedOn: of.day,
      bookedTime: clockTime(second),
      ...movement(of.effect, side),
      counterpartyName: of.name,
      counterpartyAccount: of.account,
      summary: of.summary,
      purpose: of.purpose,
      remark: of.remark,
      balanceAfter: balance,
      currency: null,
      place: { page: '', row: at + 3 },
    }
    return { line, of }
  })
  const [first, last] = [lines[0]?.line, lines.at(-1)?.line]
  const head: StatementHead = {
    id: ulid(Date.parse(startOfShanghaiDay(last?.bookedOn ?? '2026-01-01')), random.next),
    fileHash: hashOfBytes(Buffer.from(JSON.stringify(lines.map(({ line }) => line)))),
    fileName,
    format: 'icbc-history',
    encoding: 'gb18030',
    undecodable: 0,
    account,
    currency: null,
    opening,
    closing: balance,
    totals: { debitSum: null, creditSum: null, debitCount: null, creditCount: null, count: null },
    period: first && last ? { from: first.bookedOn, to: last.bookedOn } : null,
    skipped: { rows: 0, matter: 0, first: [] },
  }
  return { head, lines, closing: balance }
}

function clockTime(second: number): string {
  return [Math.floor(second / 3600), Math.floor(second / 60) % 60, second % 60]
    .map((part) => String(part).padStart(2, '0'))
    .join(':')
}
