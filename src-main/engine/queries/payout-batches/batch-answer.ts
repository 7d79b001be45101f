import { createHash } from 'node:crypto'
import type { Bilingual } from '#shared/base/bilingual.ts'
import type { AnswerRead, ReadAnswerQuestion } from '#shared/contracts/console-engine/payout-batches.ts'
import { batchOrder, type PayoutBatch } from '#shared/contracts/console-platform/records/payout-batch.ts'
import { answerMappingOf } from '#shared/payments/answer-mapping.ts'
import type { BankAnswer } from '#shared/payments/bank-answer.ts'
import { readBankAnswer } from '#shared/payments/read-payment-file.ts'
import { resolveAnswer } from '#shared/payments/resolve-answer.ts'
import {
  ANSWER_WORDS,
  DIFFERENCE_WORDS,
  PAYMENT_FILE_REFUSALS,
  RECORDED_ELSEWHERE,
} from '#shared/words/bank-answers.ts'
import { decodeWorkbook } from '../../imports/decode-workbook.ts'
import type { QueryContext } from '../query-context.ts'
import { readPresent } from '../read-present.ts'
import { RecordMissing } from '../record-missing.ts'
import { templatesHere } from './payment-templates.ts'

const SAID_LIMIT = 200
const REASON_LIMIT = 2000

/**
 * What a file of the bank, pain.002 or its result workbook, says of each payment of a batch. A file of which no payment is
 * of the batch is that of another. Nothing is decided. @throws RecordMissing
 */
export async function readBatchAnswer(
  context: QueryContext,
  { id, base64 }: ReadAnswerQuestion,
): Promise<AnswerRead> {
  const batch = readPresent(context, 'payoutBatch', id)
  if (batch === null) throw new RecordMissing('payoutBatch', id)
  const bytes = Buffer.from(base64, 'base64')
  const reading = await readBankAnswer(bytes, [mappingFor(context, batch)], decodeWorkbook)
  if (reading.kind === 'refused') return { kind: 'refused', why: PAYMENT_FILE_REFUSALS[reading.reason] }
  const { payments } = batchOrder(batch)
  const { answers, differences } = resolveAnswer(reading.file, payments, batch.number)
  const silent = new Set(differences.flatMap(({ code, place }) => (code === 'not-answered' ? [place] : [])))
  const isAnother = differences.some(({ code }) => code === 'another-message')
  const said = isAnother ? [] : answers.filter(({ reference }) => !silent.has(reference))
  if (said.length === 0) return { kind: 'another-batch', batch: batchOfAnswer(context, reading.file, batch) }
  const fileHash = createHash('sha256').update(bytes).digest('hex')
  const isNamed = reading.file.payments.some(({ reference }) => reference.startsWith(batch.number))
  const elsewhere = isNamed ? null : recordedElsewhere(context, fileHash, batch)
  return {
    kind: 'read',
    fileHash,
    answers: said.map(({ reference, status, said: word, reason }) => ({
      ...{ endToEndId: reference, status },
      ...{ said: word.slice(0, SAID_LIMIT), reason: reason.slice(0, REASON_LIMIT) },
    })),
    remarks: [
      ...(elsewhere === null ? [] : [inPlace(RECORDED_ELSEWHERE, elsewhere, '')]),
      ...reading.file.problems.map(({ code, place, found }) => inPlace(ANSWER_WORDS[code], place, found)),
      ...differences.map(({ code, place }) => inPlace(DIFFERENCE_WORDS[code], place, '')),
    ],
  }
}

/** As the template of the bank says it today: how its answer is read is set right when one comes that cannot be read. */
function mappingFor(context: QueryContext, { format }: PayoutBatch) {
  if (format.kind !== 'template') return answerMappingOf(undefined)
  const { id } = format.template
  const today = templatesHere(context).find((template) => template.id === id)
  return answerMappingOf((today ?? format.template).answer)
}

/** The batch here that an answer speaks of: by its message, else by the number that its references begin with. */
function batchOfAnswer(context: QueryContext, answer: BankAnswer, asked: PayoutBatch) {
  const numbers = [
    answer.messageId ?? '',
    ...answer.payments.map(({ reference }) => reference.slice(0, reference.lastIndexOf('-'))),
  ]
  for (const number of new Set(numbers)) {
    const found = context.statements
      .prepare<{ id: string }>(`SELECT id FROM payout_batch WHERE number = @number`)
      .get({ number })
    if (found !== undefined && found.id !== asked.id) return { id: found.id, number }
  }
  return null
}

/** The number of another batch of which this very file is on record as the answer; null where there is none. */
function recordedElsewhere(
  { statements }: QueryContext,
  fileHash: string,
  { id }: PayoutBatch,
): string | null {
  const found = statements
    .prepare<{ number: string }>('SELECT number FROM payout_batch WHERE id <> @id AND instr(body, @hash) > 0')
    .get({ id, hash: `"fileHash":"${fileHash}"` })
  return found?.number ?? null
}

function inPlace({ zh, en }: Bilingual, place: string, found: string): Bilingual {
  const tail = found === '' ? '' : ` (${found})`
  return { zh: `${place}：${zh}${tail}`, en: `${place}: ${en}${tail}` }
}
