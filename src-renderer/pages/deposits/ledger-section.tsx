import { Anchor } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { AttachmentList } from '#renderer/files/attachment-list.tsx'
import { Moment } from '#renderer/format/instant-text.tsx'
import { useLanguage, useTexts } from '#renderer/i18n/language-context.ts'
import { CaseSection } from '#renderer/review/case-section.tsx'
import { useAccount } from '#renderer/shell/use-session.ts'
import type { DepositCase } from '#shared/contracts/console-engine/deposits.ts'
import { attachmentsIn } from '#shared/contracts/console-platform/records/attachment.ts'
import type { DepositEntry } from '#shared/contracts/console-platform/records/deposit-obligation.ts'
import { mayCommand } from '#shared/contracts/console-platform/transitions/permissions.ts'
import { postingSaid } from '#shared/descriptions/deposit.ts'
import { formatYuan } from '#shared/money/yuan.ts'
import { valueText } from '#shared/values/value-text.ts'
import { BankLineLink } from './bank-line-link.tsx'
import classes from './deposits.module.css'

interface Posting {
  readonly entry: DepositEntry
  /** What lay with the marketplace after it, fen. */
  readonly balance: number
}

/** Every posting with the balance it left, newest first. */
export function LedgerSection({ opened }: { readonly opened: DepositCase }) {
  const texts = useTexts().deposits.ledger
  const { entries } = opened.obligation
  return (
    <CaseSection title={texts.title} aside={<RecordRecharge obligation={opened.obligation} />}>
      {entries.length === 0 ? (
        <p className={classes.quiet}>{texts.none}</p>
      ) : (
        <table className={classes.book}>
          <thead>
            <tr>
              <th scope="col">{texts.at}</th>
              <th scope="col">{texts.posting}</th>
              <th scope="col">{texts.amount}</th>
              <th scope="col">{texts.balance}</th>
            </tr>
          </thead>
          <tbody>
            {postingsOf(entries)
              .toReversed()
              .map((posting) => (
                <PostingRow key={keyOf(posting)} {...posting} bankLines={opened.bankLines} />
              ))}
          </tbody>
        </table>
      )}
    </CaseSection>
  )
}

/** The way to type a recharge for this deposit, for who may. */
function RecordRecharge({ obligation }: Pick<DepositCase, 'obligation'>) {
  const label = useTexts().commands.doing['recharge.record']
  const mayRecord = mayCommand(useAccount()?.roles ?? [], 'recharge.record')
  return mayRecord ? (
    <Anchor
      size="sm"
      renderRoot={(props) => <Link to="/recharges" search={{ record: obligation.id }} {...props} />}
    >
      {label}
    </Anchor>
  ) : null
}

interface PostingRowProps extends Posting, Pick<DepositCase, 'bankLines'> {}

function PostingRow({ entry, balance, bankLines }: PostingRowProps) {
  const { language } = useLanguage()
  const reason = 'reason' in entry ? entry.reason : 'note' in entry ? entry.note : ''
  return (
    <tr>
      <td>
        <Moment at={entry.at} />
      </td>
      <td>
        {valueText(postingSaid(entry), language)}{' '}
        {'recharge' in entry ? <BankLineLink id={entry.recharge} known={bankLines[entry.recharge]} /> : null}
        {'line' in entry ? <BankLineLink id={entry.line} known={bankLines[entry.line]} /> : null}
        <div className={classes.quiet}>
          {entry.byName}
          {reason === '' ? null : ` · ${reason}`}
        </div>
        <AttachmentList attachments={attachmentsIn(entry)} />
      </td>
      <td className={classes.amount} data-out={entry.amount < 0}>
        {entry.amount === 0 ? '' : formatYuan(entry.amount)}
      </td>
      <td className={classes.amount}>{formatYuan(balance)}</td>
    </tr>
  )
}

function postingsOf(entries: readonly DepositEntry[]): Posting[] {
  let balance = 0
  return entries.map((entry) => {
    balance += entry.amount
    return { entry, balance }
  })
}

function keyOf({ entry, balance }: Posting): string {
  const line = 'line' in entry ? entry.line : 'recharge' in entry ? entry.recharge : ''
  return `${entry.at} ${entry.kind} ${line} ${entry.amount} ${balance}`
}
