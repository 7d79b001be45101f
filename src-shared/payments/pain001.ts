import { XMLBuilder } from 'fast-xml-parser'
import { decimalAmount } from '../bank-statements/amount.ts'
import { shanghaiDateTime } from '../calendar/shanghai.ts'
import { controlTotals, type Payment, type PaymentAccount, type PaymentOrder } from './payment.ts'

const PAIN_001 = 'pain.001.001.09'

/**
 * A customer credit transfer initiation of ISO 20022 in CNY, one payment information for each day of execution. The same
 * order always gives the same text: nothing in it comes from a clock. The caller has seen that `orderProblems` finds
 * nothing that must be mended.
 */
export function writePain001({ messageId, createdAt, payer, payments }: PaymentOrder): string {
  const days = [...Map.groupBy(payments, ({ executeOn }) => executeOn)].sort(([left], [right]) =>
    left < right ? -1 : 1,
  )
  const document = {
    '?xml': { '@version': '1.0', '@encoding': 'UTF-8' },
    Document: {
      '@xmlns': `urn:iso:std:iso:20022:tech:xsd:${PAIN_001}`,
      CstmrCdtTrfInitn: {
        GrpHdr: {
          MsgId: messageId,
          CreDtTm: `${shanghaiDateTime(createdAt).replace(' ', 'T')}+08:00`,
          ...totals(payments),
          InitgPty: { Nm: payer.name },
        },
        PmtInf: days.map(([day, ofDay], at) => ({
          PmtInfId: paymentInformationId(messageId, at + 1),
          PmtMtd: 'TRF',
          BtchBookg: 'false',
          ...totals(ofDay),
          ReqdExctnDt: { Dt: day },
          Dbtr: { Nm: payer.name },
          DbtrAcct: { Id: { Othr: { Id: payer.account } }, Ccy: 'CNY' },
          // The schema asks for the debtor's agent, if only to say that it is not known.
          DbtrAgt: agent(payer) ?? { FinInstnId: { Othr: { Id: 'NOTPROVIDED' } } },
          CdtTrfTxInf: ofDay.map(transfer),
        })),
      },
    },
  }
  const xml: unknown = new XMLBuilder({
    ignoreAttributes: false,
    attributeNamePrefix: '@',
    suppressEmptyNode: false,
    format: false,
  }).build(document)
  return String(xml).replace('?>', '?>\n')
}

/** Unique within the message, and within 35 characters as its id is. */
function paymentInformationId(messageId: string, number: number): string {
  const suffix = `-${number}`
  return messageId.slice(0, 35 - suffix.length) + suffix
}

function totals(payments: readonly Payment[]) {
  const { count, total } = controlTotals(payments)
  return { NbOfTxs: String(count), CtrlSum: decimalAmount(total) }
}

function transfer({ reference, amount, payee, purpose }: Payment) {
  const creditorAgent = agent(payee)
  return {
    PmtId: { InstrId: reference, EndToEndId: reference },
    Amt: { InstdAmt: { '@Ccy': 'CNY', '#text': decimalAmount(amount) } },
    ...(creditorAgent === null ? {} : { CdtrAgt: creditorAgent }),
    Cdtr: { Nm: payee.name },
    CdtrAcct: { Id: { Othr: { Id: payee.account } } },
    ...(purpose === '' ? {} : { RmtInf: { Ustrd: purpose } }),
  }
}

function agent({ bank, bankCode }: PaymentAccount) {
  if (bank === null && bankCode === null) return null
  return {
    FinInstnId: {
      ...(bankCode === null ? {} : { ClrSysMmbId: { ClrSysId: { Cd: 'CNAPS' }, MmbId: bankCode } }),
      ...(bank === null ? {} : { Nm: bank }),
    },
  }
}
