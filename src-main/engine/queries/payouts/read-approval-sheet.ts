import type { z } from 'zod'
import type { Bilingual } from '#shared/base/bilingual.ts'
import { shanghaiDateTime } from '#shared/calendar/shanghai.ts'
import type { ExportedFile } from '#shared/contracts/console-engine/files.ts'
import type { approvalSheetInput, PayoutCase } from '#shared/contracts/console-engine/payouts.ts'
import type { PayoutStatus } from '#shared/contracts/console-platform/records/payout-request.ts'
import { PAYOUT_LABELS as LABELS } from '#shared/descriptions/payout.ts'
import { chineseCapitals } from '#shared/money/chinese-capitals.ts'
import { formatYuan } from '#shared/money/yuan.ts'
import { auditHeadSaid } from '#shared/words/audit-head.ts'
import { DOUBT_WORDS, PAYOUT_CHECK_WORDS, PAYOUT_RESULT_WORDS } from '#shared/words/payout-checks.ts'
import { STATUS_WORDS } from '#shared/words/statuses.ts'
import { runExport } from '../../exports/run-export.ts'
import type { SettlementFacts } from '../../exports/settlement-pdf.ts'
import type { QueryContext } from '../query-context.ts'
import { readPayoutCase } from './payout-case.ts'

const WORDS = {
  title: { zh: '付款审批单', en: 'Payment approval' },
  provider: { zh: '服务商', en: 'Provider' },
  marketplace: { zh: '市场', en: 'Marketplace' },
  status: { zh: '状态', en: 'State' },
  requestedOn: { zh: '申请日期', en: 'Asked for on' },
  what: { zh: '项目', en: 'Item' },
  says: { zh: '内容', en: 'Content' },
  outcome: { zh: '结果', en: 'Outcome' },
  amount: { zh: '付款金额', en: 'Amount' },
  capitals: { zh: '金额大写', en: 'In capitals' },
  check: { zh: '检查', en: 'Check' },
  look: { zh: '再看一眼', en: 'Look twice' },
  byVendor: { zh: '服务商自行申请', en: 'asked by the provider itself' },
  none: { zh: '无', en: 'none' },
  notYet: { zh: '尚未办理', en: 'not yet' },
  checkedOn: {
    zh: '付款前检查按打印当日重新判断；币种：人民币（元）',
    en: 'Checks as of the day of printing; CNY',
  },
} as const satisfies Readonly<Record<string, Bilingual>>

/** States in which the payment is approved: in others the sheet says across the page which one it is. */
const APPROVED: ReadonlySet<PayoutStatus> = new Set(['approved', 'in_batch', 'paid'])

/** Widths that fill a line of the sheet's middle column; an ideograph is as wide as two. */
const LINE_UNITS = 64

type Row = readonly [what: string, says: string, outcome: string]

/** 付款审批单: a request with who had a hand in it, what proves it, its checks and doubts, as PDF. @throws RecordMissing */
export async function readApprovalSheet(
  context: QueryContext,
  { id, language }: z.infer<typeof approvalSheetInput>,
): Promise<ExportedFile> {
  const opened = readPayoutCase(context, id)
  const auditHead = auditHeadSaid(await context.workspace.auditHead(), language)
  const facts = { ...factsOf(opened, language), at: context.now, auditHead }
  const pdf = await runExport({ kind: 'settlement', facts })
  const { marketplace, requested } = opened.payout
  return {
    fileName: `payment-approval-${marketplace}-${requested.on}-${id}.pdf`,
    mediaType: 'application/pdf',
    base64: pdf.toString('base64'),
  }
}

function factsOf(opened: PayoutCase, language: keyof Bilingual): Omit<SettlementFacts, 'auditHead' | 'at'> {
  const { payout, marketplaceName } = opened
  const word = (key: keyof typeof WORDS) => WORDS[key][language]
  const stateWord = STATUS_WORDS.payoutRequest[payout.status][language]
  return {
    title: word('title'),
    id: payout.id,
    head: [
      [word('provider'), payout.providerName],
      [word('marketplace'), marketplaceName[language]],
      [word('requestedOn'), payout.requested.on],
      [word('status'), stateWord],
    ],
    totals: [
      ...payout.months.map(({ month, net }) => [month, formatYuan(net)] as const),
      [word('capitals'), `人民币${chineseCapitals(payout.amount)}`],
      [word('amount'), formatYuan(payout.amount)],
    ],
    columns: [
      { header: word('what'), width: 18, right: false },
      { header: word('says'), width: 62, right: false },
      { header: word('outcome'), width: 20, right: false },
    ],
    rows: [...proofOf(opened, language), ...handsOf(opened, language), ...judgedOf(opened, language)].flatMap(
      wrapped,
    ),
    stamp: APPROVED.has(payout.status) ? null : stateWord,
    foot: word('checkedOn'),
  }
}

/** The account it goes to with what proves that it is the provider's, and the invoices. */
function proofOf({ payout, account }: PayoutCase, language: keyof Bilingual): Row[] {
  const none = WORDS.none[language]
  const to = payout.account ?? account
  return [
    [
      LABELS.account[language],
      to === null ? none : `${to.accountName} ${to.accountNumber} ${to.bankName}`,
      '',
    ],
    ...(account === null ? [] : [[LABELS.evidence[language], account.evidence, ''] as const]),
    ...(payout.invoices.length === 0 ? [[LABELS.invoices[language], none, ''] as const] : []),
    ...payout.invoices.map(
      ({ number, gross }) => [LABELS.invoices[language], number, formatYuan(gross)] as const,
    ),
  ]
}

/** Who asked, 经办 and 复核, each with when and why; a step nobody has taken says so. */
function handsOf({ payout }: PayoutCase, language: keyof Bilingual): Row[] {
  const { requested, verified, approvals, approvers } = payout
  const notYet = WORDS.notYet[language]
  const said = (
    label: Bilingual,
    by: { readonly at: string; readonly byName: string; readonly reason?: string } | null,
  ): Row =>
    by === null
      ? [label[language], notYet, '']
      : [label[language], [by.byName, by.reason ?? ''].join(' ').trim(), shanghaiDateTime(by.at).slice(0, 16)]
  const via =
    requested.via === 'vendor' ? [WORDS.byVendor[language], requested.reason].join(' ') : requested.reason
  return [
    said(LABELS.requested, { ...requested, reason: via }),
    said(LABELS.verified, verified),
    ...Array.from({ length: Math.max(approvers, approvals.length) }, (_, at) =>
      said(LABELS.approvals, approvals[at] ?? null),
    ),
  ]
}

/** Each check with its sentence, or what would make it pass; and what should be looked at twice. */
function judgedOf({ checks, doubts }: PayoutCase, language: keyof Bilingual): Row[] {
  const judged = checks.map(({ check, result, citation, remedyText }): Row => {
    const source = citation === null ? '' : citation.quote
    const says = [PAYOUT_CHECK_WORDS[check][language], remedyText?.[language] ?? source]
    return [
      WORDS.check[language],
      says.filter((part) => part !== '').join(' · '),
      PAYOUT_RESULT_WORDS[result][language],
    ]
  })
  const looked = doubts.map(
    ({ doubt, evidence }): Row => [
      WORDS.look[language],
      [DOUBT_WORDS[doubt][language], ...evidence].join(' · '),
      '',
    ],
  )
  return [...judged, ...looked]
}

/** A row as the lines that hold all it says. */
function wrapped([what, says, outcome]: Row): Row[] {
  const lines = linesOf(says.replaceAll(/\s+/g, ' '))
  return lines.map((line, at) => (at === 0 ? [what, line, outcome] : ['', line, '']))
}

function linesOf(text: string): string[] {
  const lines = ['']
  let units = 0
  for (const character of text) {
    const own = character <= '~' ? 1 : 2
    if (units + own > LINE_UNITS) {
      lines.push('')
      units = 0
    }
    lines[lines.length - 1] += character
    units += own
  }
  return lines
}
