import { Anchor, SegmentedControl } from '@mantine/core'
import { IconArrowBackUp, IconCircleCheck, IconCircleX, IconCopy, IconHelpCircle } from '@tabler/icons-react'
import { memo, useState } from 'react'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { RecordLink } from '#renderer/routes/record-link.tsx'
import { type Look, Mark } from '#renderer/shell/status/status-mark.tsx'
import { formatYuan } from '#shared/money/yuan.ts'
import { Compared } from './compared.tsx'
import { FindingList } from './finding-list.tsx'
import classes from './invoices.module.css'
import type { Received, Standing, Standings } from './received.ts'

const LOOKS: Readonly<Record<Standing, Look>> = {
  refused: [IconCircleX, 'bad'],
  unfit: [IconCircleX, 'bad'],
  review: [IconHelpCircle, 'warn'],
  duplicate: [IconCopy, 'warn'],
  red: [IconArrowBackUp, 'warn'],
  fit: [IconCircleCheck, 'good'],
  recorded: [IconCircleCheck, 'calm'],
}

interface ReceivedItemProps {
  readonly item: Received & Standings
  /** Whether the request is not one that all are for. */
  readonly showsPayout: boolean
  readonly onKind: (kind: Received['kind']) => void
}

/** One invoice of the files that were dropped: what it is, what is wrong with it, what became of it. */
function ReceivedInvoice({ item, showsPayout, onKind }: ReceivedItemProps) {
  const words = useTexts().invoices
  const { receive } = words
  const { id, fileName, judged, standing, repeats, outcome, kind } = item
  const { stated, number, known, provider, payout, source, entry } = judged
  // Where no provider is known no seller was expected: that is said above.
  const findings = judged.findings.filter(({ rule }) => provider !== null || rule !== 'seller_mismatch')
  // A file that no invoice was read from has said of itself no more than its name.
  const about = [
    ...(number === null && entry === '' ? [] : [[fileName, entry].filter((part) => part !== '').join(' › ')]),
    ...(stated === null ? [] : [words.source[source]]),
    ...(stated?.kind == null ? [] : [words.kind[stated.kind]]),
    ...(stated?.issuedOn == null ? [] : [stated.issuedOn]),
  ]
  const asksKind = outcome === null && judged.said !== null && judged.said.kind === null
  const isToRead =
    (standing !== 'fit' && standing !== 'recorded') || findings.some(({ severity }) => severity === 'should')
  const [chosen, setChosen] = useState<boolean | null>(null)
  const isOpen = chosen ?? isToRead
  return (
    <li className={classes.item}>
      <details
        open={isOpen}
        // It is also told of what was opened here.
        onToggle={({ currentTarget: { open } }) => open !== isOpen && setChosen(open)}
      >
        <summary className={classes.summary}>
          <Mark look={LOOKS[standing]} word={receive.outcome[standing]} />
          <span className={classes.number}>{number ?? fileName}</span>
          <span className={classes.amount}>
            {stated === null || stated.gross === null ? '' : formatYuan(stated.gross)}
          </span>
        </summary>
        {isOpen ? (
          <>
            {about.length === 0 ? null : <p className={classes.quiet}>{about.join(' · ')}</p>}
            {outcome?.kind === 'refused' ? (
              <p className={classes.trouble} role="alert">
                {outcome.why}
              </p>
            ) : null}
            {outcome?.kind === 'recorded' ? (
              <Anchor component="span" size="sm">
                <RecordLink kind="invoice" id={id}>
                  {number}
                </RecordLink>
              </Anchor>
            ) : null}
            {known === null ? null : (
              <Anchor component="span" size="sm">
                <RecordLink kind="invoice" id={known.id}>
                  {receive.known(known.providerName)}
                </RecordLink>
              </Anchor>
            )}
            {repeats === null ? null : <p className={classes.trouble}>{receive.repeats(repeats)}</p>}
            {provider === null && stated !== null ? (
              <p className={classes.trouble}>{receive.noProvider}</p>
            ) : null}
            {asksKind ? (
              <div className={classes.kind}>
                <span>{receive.chooseKind}</span>
                <SegmentedControl
                  size="xs"
                  aria-label={receive.chooseKind}
                  data={[
                    { value: 'special', label: words.kind.special },
                    { value: 'ordinary', label: words.kind.ordinary },
                  ]}
                  {...(kind === null ? { value: '' } : { value: kind })}
                  onChange={(value) => onKind(value === 'special' ? 'special' : 'ordinary')}
                />
              </div>
            ) : null}
            <FindingList findings={findings} />
            {stated === null || provider === null ? null : (
              <Compared stated={stated} expected={judged.expected} findings={judged.findings} />
            )}
            {showsPayout && provider !== null ? (
              <p className={classes.quiet}>
                {payout === null
                  ? words.noPayout
                  : words.payoutOf(formatYuan(payout.amount), formatYuan(payout.invoiced))}
              </p>
            ) : null}
          </>
        ) : null}
      </details>
    </li>
  )
}

/** As `ReceivedInvoice`, drawn anew only where it looks otherwise. */
export const ReceivedItem = memo(ReceivedInvoice, looksAlike)

/** Whether it is drawn as it was: a thousand stand below each other while further files are read. */
function looksAlike(before: ReceivedItemProps, now: ReceivedItemProps): boolean {
  const [one, other] = [before.item, now.item]
  return (
    one.judged === other.judged &&
    one.outcome === other.outcome &&
    one.kind === other.kind &&
    one.repeats === other.repeats &&
    before.showsPayout === now.showsPayout
  )
}
