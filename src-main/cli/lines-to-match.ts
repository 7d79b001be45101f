import { z } from 'zod'
import { proveSection } from '#shared/bank-statements/proof.ts'
import type { Statement, StatementLine } from '#shared/bank-statements/statement.ts'
import { parseYuan } from '#shared/money/yuan.ts'
import { lineToMatch } from '#shared/rules/bank-matching/line-to-match.ts'
import type { LineToMatch } from '#shared/rules/bank-matching/match-types.ts'
import type { OpenItem } from '#shared/rules/bank-matching/open-item.ts'
import { checkInput, parseJson, readTextFile } from './read-json.ts'

const MAX_JSON_BYTES = 256 * 1024 * 1024
/** More than a year of a busy account. */
const MAX_LINES = 200_000
const MAX_DEPOSITS = 100_000
const textSchema = z.string().max(1000)

/** An amount in yuan, as a decimal in a string, read as fen. */
const fenSchema = z.string().transform((text, context) => {
  const fen = parseYuan(text)
  if (fen !== null) return fen
  context.addIssue({ code: 'custom', message: 'not an amount with at most two decimals' })
  return z.NEVER
})

const lineSchema = z
  .object({
    amount: fenSchema,
    direction: z.enum(['in', 'out']),
    payer: textSchema,
    payer_account: textSchema.default(''),
    remark: textSchema,
    summary: textSchema.default(''),
  })
  .transform(
    ({ payer_account, ...line }): LineToMatch => ({
      ...line,
      payerAccount: payer_account,
      isReversal: false,
      isDirectionProven: true,
    }),
  )

const depositSchema = z
  .object({
    id: z.string().min(1),
    name: z.string().min(1).max(1000),
    deposit_due: fenSchema.pipe(z.number().nonnegative()),
    accounts: z.array(textSchema).max(100).default([]),
  })
  .transform(
    ({ id, name, deposit_due, accounts }): OpenItem => ({
      ...{ kind: 'deposit', id, accounts },
      counterparty: name,
      due: deposit_due,
    }),
  )

/** Open deposits of a JSON file. @throws UsageError where it holds none. */
export async function readOpenDeposits(path: string): Promise<readonly OpenItem[]> {
  const json = parseJson(await readTextFile(path, MAX_JSON_BYTES), path)
  const deposits = checkInput(
    json,
    z.array(depositSchema).max(MAX_DEPOSITS),
    `${path} is no list of open deposits`,
  )
  const ids = z
    .array(z.string())
    .refine((all) => new Set(all).size === all.length, 'an id stands there twice')
  checkInput(
    deposits.map(({ id }) => id),
    ids,
    path,
  )
  return deposits
}

/** The lines of a JSON file; null where it is no JSON array, so that it may be a statement of a bank. */
export async function readJsonLines(path: string): Promise<readonly LineToMatch[] | null> {
  const text = await readTextFile(path, MAX_JSON_BYTES)
  // `[` also begins the ICBC export: [HISTORYDETAIL].
  if (!/^\uFEFF?\s*\[\s*[{\]]/.test(text)) return null
  return checkInput(parseJson(text, path), z.array(lineSchema).max(MAX_LINES), `${path} is no list of lines`)
}

/** A line of a statement with what the proof of its section says about it. */
export interface ProvenLine {
  readonly line: StatementLine
  readonly toMatch: LineToMatch
}

/** The lines of a statement, for matching. A direction nothing proves leaves a line to a person. */
export function provenLines({ sections }: Statement): readonly ProvenLine[] {
  return sections.flatMap((section) => {
    const proof = proveSection(section)
    return section.lines.map((line, at) => ({
      line,
      toMatch: lineToMatch(line, proof.verdict === 'proven' || proof.directions[at] === true),
    }))
  })
}
