import { child, children, type Node, text, textAt } from '../bank-statements/international/xml-node.ts'
import { type AnswerStatus, answerOf, type BankAnswer, type PaymentAnswer } from './bank-answer.ts'

/**
 * Statuses of ISO 20022 (ExternalPaymentTransactionStatus1Code) as we treat them. ACTC says no more than that the file is
 * well-formed; PART is said of a group and speaks for none of its payments.
 */
const STATUSES: Readonly<Record<string, AnswerStatus>> = {
  ACCC: 'accepted',
  ACCP: 'accepted',
  ACFC: 'accepted',
  ACSC: 'accepted',
  ACSP: 'accepted',
  ACWC: 'accepted',
  ACTC: 'pending',
  PDNG: 'pending',
  RCVD: 'pending',
  CANC: 'rejected',
  RJCT: 'rejected',
}
const PARTLY = 'PART'

type Said = Pick<PaymentAnswer, 'status' | 'said' | 'reason'>

/**
 * Reads a pain.002 of any version. What is said of a transaction goes before what is said of its payment information, and
 * that before what is said of the group. Null where the message is none.
 */
export function readPain002(document: Node, version: string | null): BankAnswer | null {
  const report = child(document, 'CstmrPmtStsRpt')
  if (report === null) return null
  const group = child(report, 'OrgnlGrpInfAndSts')
  const ofGroup = said(group, 'GrpSts')
  const informations = children(report, 'OrgnlPmtInfAndSts')
  const payments = informations.flatMap((information) => {
    const ofInformation = said(information, 'PmtInfSts') ?? ofGroup
    return children(information, 'TxInfAndSts').map((transaction) => ({
      reference: trimmed(transaction, 'OrgnlEndToEndId') || trimmed(transaction, 'OrgnlInstrId'),
      account: '',
      amount: null,
      ...(said(transaction, 'TxSts') ?? ofInformation ?? SILENT),
    }))
  })
  return answerOf({
    kind: version ?? 'pain.002',
    messageId: trimmed(group, 'OrgnlMsgId') || null,
    payments,
    others: ofOthers(informations, ofGroup),
  })
}

const SILENT: Said = { status: null, said: '', reason: '' }

/**
 * What holds for payments that are not named: what every payment information says, or the group where none says
 * anything. Where they differ it is not known, for what is not named does not say which it belongs to.
 */
function ofOthers(informations: readonly Node[], ofGroup: Said | null): Said | null {
  const each = informations.map((information) => said(information, 'PmtInfSts') ?? ofGroup)
  const [first = ofGroup] = each
  return each.every((one) => one?.said === first?.said) ? first : null
}

/** Status and reason of an element; null where it has none, or one that speaks for no payment. */
function said(node: Node | null, status: string): Said | null {
  const code = trimmed(node, status)
  if (code === '' || code === PARTLY) return null
  const reason = children(node, 'StsRsnInf')
    .flatMap((information) => [
      trimmed(information, 'Rsn', 'Cd') || trimmed(information, 'Rsn', 'Prtry'),
      ...children(information, 'AddtlInf').map((each) => text(each).trim()),
    ])
    .filter((part) => part !== '')
    .join(' ')
  return { status: Object.hasOwn(STATUSES, code) ? (STATUSES[code] ?? null) : null, said: code, reason }
}

function trimmed(node: Node | null, ...path: readonly string[]): string {
  return textAt(node, ...path).trim()
}
