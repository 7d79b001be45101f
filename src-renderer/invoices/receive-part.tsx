import { Button, Progress } from '@mantine/core'
import { IconFileInvoice } from '@tabler/icons-react'
import { useEffect, useEffectEvent, useRef } from 'react'
import { DropVeil } from '#renderer/files/drop-veil.tsx'
import { useFileDrop } from '#renderer/files/use-file-drop.ts'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { KeyHint } from '#renderer/review/key-hint.tsx'
import { useKeys } from '#renderer/shell/keys/use-keys.ts'
import type { InvoicedPayout } from '#shared/contracts/console-engine/invoices.ts'
import { formatYuan } from '#shared/money/yuan.ts'
import classes from './invoices.module.css'
import { STANDINGS, totalOf } from './received.ts'
import { ReceivedItem } from './received-item.tsx'
import { useReceiving } from './use-receiving.ts'

/** Invoices listed at once; those behind them want least attention. */
const LISTED = 100

interface ReceivePartProps {
  /** The request the invoices are for; null where each is for that of its seller. */
  readonly payout: Pick<InvoicedPayout, 'id' | 'amount' | 'invoiced'> | null
  /** Gives, once, files that were dropped before this was open. */
  readonly takeDropped?: () => readonly File[]
}

/** 收票: files dropped anywhere in the window are read, shown beside what is expected, and recorded. */
export function ReceivePart({ payout, takeDropped = () => [] }: ReceivePartProps) {
  const words = useTexts().invoices.receive
  const input = useRef<HTMLInputElement>(null)
  const receiving = useReceiving(payout?.id ?? null)
  const { received, troubles, progress, recording, take, record, stop, chooseKind } = receiving
  const isOver = useFileDrop((files) => void take(files))
  const begin = useEffectEvent(() => {
    const dropped = takeDropped()
    if (dropped.length > 0) void take(dropped)
  })
  useEffect(() => begin(), [])
  const sorted = received.toSorted(
    (one, other) => STANDINGS.indexOf(one.standing) - STANDINGS.indexOf(other.standing),
  )
  const fit = received.filter(({ said }) => said !== null)
  const total = totalOf(received)
  const choose = () => input.current?.click()
  const mayRecord = fit.length > 0 && progress === null
  const recordAll = () => {
    if (mayRecord && !recording) void record(received)
  }
  useKeys([
    { means: 'open-files', label: words.choose, run: choose },
    ...(mayRecord
      ? [
          {
            means: 'submit-form',
            label: words.record(fit.length, formatYuan(total)),
            run: recordAll,
          } as const,
        ]
      : []),
  ])
  return (
    <div className={classes.receive}>
      {isOver ? <DropVeil over={words.over} overLead={words.overLead} /> : null}
      <div className={classes.choose}>
        <input
          ref={input}
          type="file"
          multiple
          hidden
          aria-label={words.choose}
          onChange={(event) => {
            void take([...(event.currentTarget.files ?? [])])
            // So that the same file can be chosen again.
            event.currentTarget.value = ''
          }}
        />
        <Button
          variant="default"
          size="xs"
          leftSection={<IconFileInvoice size={14} aria-hidden />}
          rightSection={<KeyHint means="open-files" />}
          onClick={choose}
        >
          {words.choose}
        </Button>
        <span className={classes.hint}>
          {words.drop}
          <br />
          {words.formats}
        </span>
      </div>
      {progress === null ? null : (
        <div className={classes.progress} role="status">
          <Progress value={(progress.done / Math.max(1, progress.all)) * 100} aria-label={words.title} />
          <span>{words.progress(progress.done, progress.all)}</span>
          <Button variant="subtle" size="compact-xs" onClick={stop}>
            {words.stop}
          </Button>
        </div>
      )}
      {troubles.map((trouble) => (
        <p key={trouble} className={classes.trouble} role="alert">
          {trouble}
        </p>
      ))}
      {received.length === 0 ? null : (
        <>
          <ul className={classes.items} aria-label={words.title}>
            {sorted.slice(0, LISTED).map((item) => (
              <ReceivedItem
                key={item.id}
                item={item}
                showsPayout={payout === null}
                onKind={(kind) => chooseKind(item.id, kind)}
              />
            ))}
          </ul>
          {sorted.length > LISTED ? (
            <p className={classes.quiet}>{words.hidden(sorted.length - LISTED)}</p>
          ) : null}
          {payout === null ? null : <Sum payout={payout} dropped={total} />}
          <div className={classes.foot}>
            <span className={classes.quiet}>{words.summary(fit.length, received.length - fit.length)}</span>
            <Button
              disabled={!mayRecord}
              loading={recording}
              {...(mayRecord ? { rightSection: <KeyHint means="submit-form" /> } : {})}
              onClick={recordAll}
            >
              {fit.length === 0 ? words.nothingToRecord : words.record(fit.length, formatYuan(total))}
            </Button>
          </div>
        </>
      )}
    </div>
  )
}

interface SumProps {
  readonly payout: Pick<InvoicedPayout, 'amount' | 'invoiced'>
  /** What the files that can be recorded come to. Fen. */
  readonly dropped: number
}

/** What is still missing to exactly the amount of the request. */
function Sum({ payout: { amount, invoiced }, dropped }: SumProps) {
  const words = useTexts().invoices.receive
  const missing = amount - invoiced - dropped
  return (
    <p className={classes.sum} data-exact={missing === 0}>
      {words.counted(formatYuan(invoiced), formatYuan(dropped), formatYuan(amount))}
      <strong>
        {missing === 0
          ? words.exact
          : missing > 0
            ? words.missing(formatYuan(missing))
            : words.tooMuch(formatYuan(-missing))}
      </strong>
    </p>
  )
}

interface DropHereProps {
  readonly onFiles: (files: readonly File[]) => void
}

/** Takes files that are dropped where nothing receives them yet. */
export function DropHere({ onFiles }: DropHereProps) {
  const words = useTexts().invoices.receive
  return useFileDrop(onFiles) ? <DropVeil over={words.over} overLead={words.overLead} /> : null
}
