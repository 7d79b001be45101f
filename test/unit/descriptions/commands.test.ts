import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { shanghaiDateTime } from '#shared/calendar/shanghai.ts'
import { COMMAND_ARGUMENTS, COMMAND_TYPES } from '#shared/contracts/console-platform/commands.ts'
import { commandSaid } from '#shared/descriptions/commands.ts'
import { formatYuan } from '#shared/money/yuan.ts'
import { CHANNEL_WORDS } from '#shared/rules/fees/order-words.ts'
import { CONTROL_NAMES, CONTROLS } from '#shared/rules/in-force/company-controls.ts'
import type { Names } from '#shared/values/description.ts'
import { countText, labelledText } from '#shared/values/value-text.ts'
import { ACCEPTED_WORDS } from '#shared/words/accepted.ts'
import { STATUS_WORDS } from '#shared/words/bank-answers.ts'
import { CONTACT_OUTCOME_WORDS, CONTACT_PARTY_WORDS, CONTACT_REASON_WORDS } from '#shared/words/contacts.ts'
import {
  INVOICE_KIND_WORDS,
  INVOICE_SOURCE_WORDS,
  RED_REASON_WORDS,
  RED_WAITS_WORDS,
  VERIFY_RESULT_WORDS,
} from '#shared/words/invoices.ts'
import { LINE_KIND_WORDS } from '#shared/words/kinds.ts'
import { MATCH_REASON_WORDS } from '#shared/words/match-reasons.ts'
import { NOTICE_LANGUAGE_WORDS, OCCASION_WORDS, TOLD_BY_WORDS } from '#shared/words/notices.ts'
import {
  DELIVERY_WAY_WORDS,
  ORDER_KIND_WORDS,
  REVIEW_WORDS,
  SUPERVISION_RULING_WORDS,
} from '#shared/words/orders.ts'
import { COLUMN_CONTENT_WORDS } from '#shared/words/payment-templates.ts'
import { ROUTE_WORDS } from '#shared/words/postings.ts'
import { RENEWAL_WORDS, VERIFICATION_WORDS } from '#shared/words/providers.ts'
import { ROLE_WORDS } from '#shared/words/roles.ts'
import { CLOSE_CHECK_WORDS, REBATE_WORDS, SETTLEMENT_LINE_WORDS } from '#shared/words/settlement.ts'
import { APPEAL_WORDS, RULING_WORDS } from '#shared/words/violations.ts'
import { arbitraryOf } from './arbitrary-of.ts'
import { NOBODY_KNOWN } from './nobody-known.ts'

/**
 * Arguments that nobody is told, beside steps of a calculation: how lines travel, ids of what is said by its content, and
 * what a file's name tells.
 */
const UNTOLD = new Set([
  'attachments.type',
  'payee.attachments.type',
  'file.type',
  'documents.file.type',
  'pack',
  'about.kind',
  'table',
  'packedLines',
  'packedOrders',
  'statement.id',
  'parts.target.kind',
  'matches.part.target.kind',
  'payments.source.kind',
  // There is one.
  'template.format',
])
const MONEY =
  /(^|\.)(amount|net|tax|gross|paid|refunded|vouchers|opening|closing|deduction|listPrice|cash|voucher|debitSum|creditSum|becomes)$/

const WORDS: Readonly<Record<string, { readonly zh: string }>> = {
  ...DELIVERY_WAY_WORDS,
  ...SUPERVISION_RULING_WORDS,
  ...REVIEW_WORDS,
  ...LINE_KIND_WORDS,
  ...MATCH_REASON_WORDS,
  ...ACCEPTED_WORDS,
  ...ROUTE_WORDS,
  ...CLOSE_CHECK_WORDS,
  ...ORDER_KIND_WORDS,
  ...CHANNEL_WORDS,
  ...REBATE_WORDS,
  ...SETTLEMENT_LINE_WORDS,
  ...Object.fromEntries(CONTROL_NAMES.map((control) => [control, CONTROLS[control].name])),
  ...RULING_WORDS,
  ...VERIFICATION_WORDS,
  ...INVOICE_KIND_WORDS,
  ...INVOICE_SOURCE_WORDS,
  ...VERIFY_RESULT_WORDS,
  ...RED_REASON_WORDS,
  ...APPEAL_WORDS,
  ...CONTACT_OUTCOME_WORDS,
  ...OCCASION_WORDS,
  ...TOLD_BY_WORDS,
  ...RENEWAL_WORDS,
}

/** What is said otherwise elsewhere, by its path: a bank's acceptance, what a column holds, and of contacts to whom and why. */
const WORDS_AT: Readonly<Record<string, Readonly<Record<string, { readonly zh: string }>>>> = {
  'answers.status': STATUS_WORDS,
  to: CONTACT_PARTY_WORDS,
  'grants.role': ROLE_WORDS,
  waitsFor: RED_WAITS_WORDS,
  language: NOTICE_LANGUAGE_WORDS,
  reason: { ...RED_REASON_WORDS, ...CONTACT_REASON_WORDS },
  'template.columns.content.kind': COLUMN_CONTENT_WORDS,
}

function saidInWords(type: (typeof COMMAND_TYPES)[number], given: unknown, names: Names = NOBODY_KNOWN) {
  return commandSaid(type, given, names)?.map((each) => labelledText(each, 'zh')) ?? null
}

/** Every value of arguments, by its path without places in lists. */
function leavesOf(value: unknown, path = ''): [path: string, leaf: string | number | boolean][] {
  if (value === null || value === undefined) return []
  if (Array.isArray(value)) return value.flatMap((each) => leavesOf(each, path))
  if (typeof value === 'object') {
    return Object.entries(value).flatMap(([name, each]) =>
      leavesOf(each, path === '' ? name : `${path}.${name}`),
    )
  }
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? [[path, value]]
    : []
}

function wordsOf(path: string, leaf: string | number | boolean): string {
  if (typeof leaf === 'boolean') return leaf ? '是' : '否'
  if (path.endsWith('asisPoints')) return `${Number(leaf) / 100}%`
  if (typeof leaf === 'number') return MONEY.test(path) ? formatYuan(leaf) : countText(leaf)
  if (/(^|\.)fileHash$|(ttachments|^file|\.file)\.sha256$/.test(path)) return leaf.slice(0, 12)
  if (/^\d{4}-\d\d-\d\dT.*Z$/.test(leaf)) return shanghaiDateTime(leaf).slice(0, 16)
  return (WORDS_AT[path] ?? WORDS)[leaf]?.zh ?? leaf
}

describe.each(COMMAND_TYPES)('%s', (type) => {
  it('says every argument it carries: money as money, days as days, the rest in words', () => {
    const schema: z.ZodType<unknown> = COMMAND_ARGUMENTS[type]
    fc.assert(
      fc.property(arbitraryOf(schema), (given) => {
        const said = saidInWords(type, given)?.join('\n')
        for (const [path, leaf] of leavesOf(given)) {
          // A bank's template is told by its name.
          const isMapping = path.startsWith('format.') && path !== 'format.template.name'
          if (!UNTOLD.has(path) && !path.startsWith('steps.') && !isMapping && leaf !== '')
            expect(said, path).toContain(wordsOf(path, leaf))
        }
        expect(said).not.toMatch(/[{"[]|undefined|object/)
      }),
      { numRuns: 40 },
    )
  })
})

describe('a decision', () => {
  const names: Names = {
    ...NOBODY_KNOWN,
    person: (id) => (id === 'op-2' ? '周敏' : null),
    record: (kind) => (kind === 'depositObligation' ? '杭州云帆' : '2026-11-20 杭州云帆 ¥5,000.00'),
    entry: (_list, id) => (id === 'staff' ? { zh: '团队规模', en: 'Team size' } : null),
  }

  it('of a match names each part with its deposit and amount', () => {
    const target = { kind: 'deposit', obligationId: '01KAJ8V5MDDB2WQSQWBG3Q8R4D' } as const
    const parts = [
      { target, amount: 500_000, reasons: ['payer-equal', 'amount-equal'] },
      { target: { kind: 'other', what: 'interest' }, amount: 12, reasons: [] },
    ]
    expect(saidInWords('deposit.match', { parts, note: '' }, names)).toEqual([
      `去向：保证金 杭州云帆 ¥5,000.00 依据：${MATCH_REASON_WORDS['payer-equal'].zh}、${MATCH_REASON_WORDS['amount-equal'].zh}、利息 ¥0.12`,
    ])
  })

  it('leaves out what it did not say, and says that it is given to nobody', () => {
    const given = { reasons: ['staff', 'capital'], noteToVendor: '请补充', internalNote: '' }
    expect(saidInWords('application.reject', given, names)).toEqual([
      '理由：团队规模、capital',
      '给服务商的说明：请补充',
    ])
    expect(saidInWords('application.assign', { assignee: 'op-2' }, names)).toEqual(['处理人：周敏'])
    expect(saidInWords('application.assign', { assignee: null }, names)).toEqual(['处理人：未分配'])
  })

  it('whose arguments are not those of its command says that it cannot be read', () => {
    expect(saidInWords('deposit.request-refund', { amount: '5000' })).toBeNull()
    expect(saidInWords('deposit.request-refund', 'not arguments')).toBeNull()
  })
})
