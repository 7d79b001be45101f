import { Button, FileButton } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconFileUpload } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { engine } from '#renderer/engine-client/engine.ts'
import { useFailureText } from '#renderer/i18n/failure-text.ts'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { type Decide, useDecide } from '#renderer/shell/decisions/use-decide.ts'
import { EXACT_LIMIT } from '#shared/contracts/console-engine/bank-lines.ts'
import { NUMBERS_BYTES, type ReadBack } from '#shared/contracts/console-engine/commission-invoices.ts'
import { formatYuan } from '#shared/money/yuan.ts'
import classes from './issuing.module.css'

type Match = ReadBack['matches'][number]

/** Numbers of issued invoices from a file: shown first, recorded together. */
export function ReadBackPart({ marketplace }: { readonly marketplace: string }) {
  const words = useTexts().commissionInvoices.issuing
  const failureText = useFailureText()
  const reading = useMutation({
    mutationFn: async (file: File) =>
      engine.commissionInvoices.readBack.call({ marketplace, base64: await base64Of(file) }),
    onError: (error) => notifications.show({ color: 'red', message: failureText(error) }),
  })
  const choose = (file: File | null) => {
    if (file === null) return
    if (file.size > NUMBERS_BYTES) notifications.show({ color: 'red', message: words.tooLarge })
    else reading.mutate(file)
  }
  return (
    <>
      <p className={classes.lead}>{words.backLead}</p>
      <FileButton accept=".xlsx,.xls,.csv" onChange={choose}>
        {(props) => (
          <Button
            {...props}
            variant="default"
            leftSection={<IconFileUpload size={15} aria-hidden />}
            loading={reading.isPending}
          >
            {words.choose}
          </Button>
        )}
      </FileButton>
      {reading.data === undefined ? null : <Preview read={reading.data} onDone={() => reading.reset()} />}
    </>
  )
}

function Preview({ read, onDone }: { readonly read: ReadBack; readonly onDone: () => void }) {
  const texts = useTexts().commissionInvoices
  const words = texts.issuing
  const { decideTogether, deciding, refusal } = useDecide()
  const ready = read.matches.filter(isReady)
  const record = async () => {
    for (let first = 0; first < ready.length; first += EXACT_LIMIT) {
      const part = ready.slice(first, first + EXACT_LIMIT).flatMap(decisionOf)
      if (!(await decideTogether(words.back, part))) return
    }
    onDone()
  }
  return (
    <>
      {read.matches.length + read.unread.length === 0 ? <p className={classes.lead}>{words.none}</p> : null}
      <ul className={classes.matches} aria-label={words.back}>
        {read.matches.map((match) => (
          <li key={match.number}>
            <span className={classes.number}>{match.number}</span> {match.issuedOn} {formatYuan(match.gross)}{' '}
            {match.buyerName}
            <MatchSaid match={match} />
          </li>
        ))}
        {read.unread.map(({ row, why, text }) => (
          <li key={row} className={classes.wrong}>
            {words.row(row)}：{words.unread[why]} {text}
          </li>
        ))}
      </ul>
      {refusal === null ? null : <p className={classes.wrong}>{refusal}</p>}
      {ready.length === 0 ? null : (
        <Button loading={deciding} onClick={() => void record()}>
          {words.record(ready.length)}
        </Button>
      )}
    </>
  )
}

function MatchSaid({ match }: { readonly match: Match }) {
  const words = useTexts().commissionInvoices.issuing
  const { record, why, ours } = match
  if (why !== null) {
    return (
      <div className={classes.wrong}>
        {words.why[why]} {ours === null ? '' : words.ours(formatYuan(ours))}
      </div>
    )
  }
  if (!isReady(match)) return <div className={classes.wrong}>{words.noBlue}</div>
  return (
    <div className={classes.quiet}>
      {words.for} {record?.month} {record?.name}
    </div>
  )
}

/** A red letter is recorded only with the invoice it takes back. */
function isReady({ record, gross, blueNumber }: Match): boolean {
  return record !== null && (gross >= 0 || blueNumber !== null)
}

type Numbering = Decide<'commission-invoice.record-number' | 'commission-invoice.record-red-letter'>

function decisionOf({
  record,
  number,
  issuedOn,
  gross,
  blueNumber,
}: Match): Pick<Numbering, 'type' | 'recordId' | 'expectedVersion' | 'arguments'>[] {
  if (record === null) return []
  const about = { recordId: record.id, expectedVersion: record.version }
  const numbered = { number, issuedOn, gross }
  return blueNumber === null
    ? [{ ...about, type: 'commission-invoice.record-number', arguments: numbered }]
    : [{ ...about, type: 'commission-invoice.record-red-letter', arguments: { ...numbered, blueNumber } }]
}

async function base64Of(file: File): Promise<string> {
  return new Uint8Array(await file.arrayBuffer()).toBase64()
}
