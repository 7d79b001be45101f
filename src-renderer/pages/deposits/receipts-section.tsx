import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconDownload } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { engine } from '#renderer/engine-client/engine.ts'
import { Moment } from '#renderer/format/instant-text.tsx'
import { saveFile } from '#renderer/format/save-file.ts'
import { useFailureText } from '#renderer/i18n/failure-text.ts'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { CaseSection } from '#renderer/review/case-section.tsx'
import { NotVisible, useUnseen } from '#renderer/shell/states/not-visible.tsx'
import {
  courierOf,
  liveReceipts,
  type Receipt,
} from '#shared/contracts/console-platform/records/deposit-ledger.ts'
import type { DepositObligation } from '#shared/contracts/console-platform/records/deposit-obligation.ts'
import { formatYuan } from '#shared/money/yuan.ts'
import classes from './deposits.module.css'

/** The receipts of a deposit, newest first, void ones too; nothing where there is none. */
export function ReceiptsSection({ obligation }: { readonly obligation: DepositObligation }) {
  const texts = useTexts().deposits.receipt
  const unseen = useUnseen()('bankLine')
  const receipts = obligation.entries.filter((entry): entry is Receipt => entry.kind === 'receipt')
  const live = liveReceipts(obligation)
  if (receipts.length === 0) return null
  return (
    <CaseSection title={texts.list}>
      <table className={classes.book}>
        <thead>
          <tr>
            <th scope="col">{texts.number}</th>
            <th scope="col">{texts.issuedAt}</th>
            <th scope="col">{texts.state}</th>
            <th scope="col">{texts.courier}</th>
            <th scope="col">{texts.amount}</th>
            <th>
              <span className={classes.unseen}>{texts.download}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {receipts.toReversed().map((receipt) => (
            <tr key={receipt.number ?? receipt.at}>
              <td>{receipt.number ?? texts.numberOnItsWay}</td>
              <td>
                <Moment at={receipt.at} day />
              </td>
              <td>{live.includes(receipt) ? texts.holds : texts.isVoid}</td>
              <td>{courierWords(obligation, receipt.number)}</td>
              <td className={classes.amount}>{formatYuan(receipt.received)}</td>
              <td className={classes.amount}>
                {receipt.number === null ? null : <Download id={obligation.id} number={receipt.number} />}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {unseen === null ? null : (
        <p className={classes.quiet}>
          {texts.bankFacts} <NotVisible what={unseen} />
        </p>
      )}
    </CaseSection>
  )
}

function courierWords(obligation: DepositObligation, number: string | null): string {
  const sent = courierOf(obligation, number)
  return sent === null ? '' : `${sent.courier} ${sent.tracking}`
}

function Download({ id, number }: { readonly id: string; readonly number: string }) {
  const texts = useTexts().deposits.receipt
  const failureText = useFailureText()
  const reading = useMutation(
    engine.deposits.receipt.mutationOptions({
      onSuccess: saveFile,
      onError: (error) => notifications.show({ color: 'red', message: failureText(error) }),
    }),
  )
  return (
    <Button
      variant="subtle"
      size="compact-sm"
      leftSection={<IconDownload size={14} aria-hidden />}
      aria-label={texts.downloadNumber(number)}
      loading={reading.isPending}
      onClick={() => reading.mutate({ id, number })}
    >
      PDF
    </Button>
  )
}
