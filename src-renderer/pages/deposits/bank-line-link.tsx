import { Anchor } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { shortId } from '#renderer/format/short-id.ts'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { NotVisible, useUnseen } from '#renderer/shell/states/not-visible.tsx'
import type { DepositCase } from '#shared/contracts/console-engine/deposits.ts'

interface BankLineLinkProps {
  readonly id: string
  /** Undefined where the line is not here. */
  readonly known: DepositCase['bankLines'][string] | undefined
}

/** A line of the bank, or a recharge, by its day and payer; who may not see the bank is told its id, and that. */
export function BankLineLink({ id, known }: BankLineLinkProps) {
  const texts = useTexts().deposits.ledger
  const unseen = useUnseen()('bankLine')
  const words = known === undefined ? texts.line(shortId(id)) : `${known.bookedOn} ${known.counterpartyName}`
  if (unseen !== null) {
    return (
      <span title={id}>
        {words} <NotVisible what={unseen} />
      </span>
    )
  }
  return (
    <Anchor
      size="sm"
      title={id}
      renderRoot={(props) => (
        <Link
          to={known?.isRecharge === true ? '/recharges/$id' : '/bank/lines/$id'}
          params={{ id }}
          {...props}
        />
      )}
    >
      {words}
    </Anchor>
  )
}
