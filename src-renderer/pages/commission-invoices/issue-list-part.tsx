import { Button, Checkbox, Select, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconDownload } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { engine } from '#renderer/engine-client/engine.ts'
import { saveFile } from '#renderer/format/save-file.ts'
import { useFailureText } from '#renderer/i18n/failure-text.ts'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { useDecide } from '#renderer/shell/decisions/use-decide.ts'
import { useMarketplaces } from '#renderer/shell/use-marketplaces.ts'
import { EXACT_LIMIT } from '#shared/contracts/console-engine/bank-lines.ts'
import type {
  IssueListQuestion,
  KeptIssueList,
} from '#shared/contracts/console-engine/commission-invoices.ts'
import { INVOICE_KINDS, type IssueListSettings, issueListSchema } from '#shared/rules/invoices/issue-list.ts'
import classes from './issuing.module.css'

/** The month's list for bulk issuing; what is on it is marked as exported. */
export function IssueListPart(of: IssueListQuestion) {
  const words = useTexts().commissionInvoices.issuing
  const failureText = useFailureText()
  const { decideTogether, refusal } = useDecide()
  const { marketplace } = of
  const { marketplaceName } = useMarketplaces()
  const asked = engine.commissionInvoices.issueListSettings.queryOptions({ input: { marketplace } })
  const kept = useQuery(asked).data
  const [written, setWritten] = useState<{ readonly for: string; readonly kept: KeptIssueList } | null>(null)
  // What was written for one market is not another's.
  const { value: settings, only } = (written?.for === marketplace ? written.kept : kept) ?? {}
  const given = issueListSchema.safeParse(settings)
  const [leftOut, setLeftOut] = useState<readonly string[]>([])
  const exporting = useMutation({
    mutationFn: async (given: KeptIssueList) => {
      await engine.commissionInvoices.keepIssueListSettings.call({ marketplace, ...given })
      const list = await engine.commissionInvoices.issueList.call(of)
      setLeftOut(list.leftOut.map(({ name }) => name))
      if (list.marks.length === 0) {
        notifications.show({ message: words.nothing })
        return
      }
      for (let first = 0; first < list.marks.length; first += EXACT_LIMIT) {
        const marked = await decideTogether(
          of.month,
          list.marks.slice(first, first + EXACT_LIMIT).map(({ id, version, buyer }) => ({
            type: 'commission-invoice.mark-exported' as const,
            recordId: id,
            expectedVersion: version,
            arguments: { buyer },
          })),
        )
        if (!marked) return
      }
      saveFile(list.file)
      notifications.show({ message: words.exported(list.marks.length) })
    },
    onError: (error) => notifications.show({ color: 'red', message: failureText(error) }),
  })
  if (settings === undefined || only === undefined) return null
  const keep = (changed: KeptIssueList) => setWritten({ for: marketplace, kept: changed })
  const write = (part: Partial<IssueListSettings>) => keep({ value: { ...settings, ...part }, only })
  return (
    <>
      <p className={classes.lead}>{words.listLead}</p>
      <div className={classes.fields}>
        <Select
          allowDeselect={false}
          label={words.kind}
          data={[...INVOICE_KINDS]}
          value={settings.kind}
          onChange={(kind) => kind !== null && write({ kind })}
        />
        <TextInput
          label={words.item}
          maxLength={90}
          value={settings.item}
          onChange={(event) => write({ item: event.currentTarget.value })}
        />
        <TextInput
          label={words.taxCode}
          inputMode="numeric"
          maxLength={19}
          value={settings.taxCode}
          onChange={(event) => write({ taxCode: event.currentTarget.value })}
        />
      </div>
      <Checkbox
        mb={8}
        label={words.onlyHere(marketplaceName(marketplace))}
        checked={only}
        onChange={(event) => keep({ value: settings, only: event.currentTarget.checked })}
      />
      {given.success ? null : <p className={classes.wrong}>{words.wrong}</p>}
      {refusal === null ? null : <p className={classes.wrong}>{refusal}</p>}
      {leftOut.length === 0 ? null : <p className={classes.wrong}>{words.leftOut(leftOut.join('、'))}</p>}
      <Button
        leftSection={<IconDownload size={15} aria-hidden />}
        disabled={!given.success}
        loading={exporting.isPending}
        onClick={() => given.success && exporting.mutate({ value: given.data, only })}
      >
        {words.download}
      </Button>
    </>
  )
}
