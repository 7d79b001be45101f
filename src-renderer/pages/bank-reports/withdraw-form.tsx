import { TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { engine } from '#renderer/engine-client/engine.ts'
import { accountName } from '#renderer/format/account-name.ts'
import { grouped } from '#renderer/format/quantity.ts'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { CommandForm } from '#renderer/review/forms/command-form.tsx'
import { NOTE_LIMIT } from '#renderer/review/vendor-note.ts'
import { useDecide } from '#renderer/shell/decisions/use-decide.ts'
import type { AccountRow } from '#shared/contracts/console-engine/bank-lines.ts'
import type { StatementRow } from '#shared/contracts/console-engine/bank-reports.ts'
import { COMMAND_ARGUMENTS } from '#shared/contracts/console-platform/commands.ts'

interface WithdrawFormProps {
  readonly account: AccountRow
  readonly statement: StatementRow
  readonly onClose: () => void
}

/** 作废: takes an import back, with a reason, while none of its lines is matched. */
export function WithdrawForm({ account, statement, onClose }: WithdrawFormProps) {
  const texts = useTexts().bankReports.statements.form
  const { decide, deciding, refusal } = useDecide()
  const [reason, setReason] = useState('')
  const held = useQuery(engine.bank.reports.held.queryOptions({ input: { statementId: statement.id } }))
  const given = COMMAND_ARGUMENTS['bank.withdraw-statement'].safeParse({ statementId: statement.id, reason })
  const blocked = () => {
    if (held.data === undefined) return texts.counting
    if (held.data.rests !== null) return texts.rests(held.data.rests)
    if (held.data.lines > 0) return texts.held(grouped(held.data.lines))
    return given.success ? null : texts.incomplete
  }
  const submit = async () => {
    if (!given.success) return
    const pending = await decide({
      type: 'bank.withdraw-statement',
      recordId: account.id,
      recordTitle: `${accountName(account)} · ${statement.fileName}`,
      expectedVersion: account.version,
      seenDigest: null,
      arguments: given.data,
      replaces: null,
    })
    if (pending !== null) onClose()
  }
  return (
    <CommandForm
      place={{ deciding, refusal, close: onClose }}
      title={texts.title(statement.fileName)}
      lead={texts.lead}
      submitLabel={texts.submit}
      blocked={blocked()}
      onSubmit={() => void submit()}
      danger
    >
      <TextInput
        label={texts.reason}
        maxLength={NOTE_LIMIT}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {held.data === undefined || held.data.lines === 0 || statement.period === null ? null : (
        <Link
          to="/bank/lines"
          search={{ accounts: [account.id], statuses: ['matched', 'taken-back'], ...statement.period }}
        >
          {texts.toLines}
        </Link>
      )}
    </CommandForm>
  )
}
