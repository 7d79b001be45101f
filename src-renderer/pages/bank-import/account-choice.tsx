import { Anchor, Select } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { engine } from '#renderer/engine-client/engine.ts'
import classes from '#renderer/files/preview.module.css'
import { useImportFailure } from '#renderer/files/use-import-failure.ts'
import { accountName } from '#renderer/format/account-name.ts'
import { useBilingual, useTexts } from '#renderer/i18n/language-context.ts'
import type { ImportSection } from '#shared/contracts/console-engine/bank-imports.ts'
import { sameAccount } from '#shared/contracts/console-platform/records/bank-account.ts'
import type { FileImports } from './file-imports.ts'

interface AccountChoiceProps {
  readonly imports: FileImports
  readonly importId: string
  readonly section: ImportSection
}

/** The account the lines will go to: found by its number, or chosen by a person. */
export function AccountChoice({ imports, importId, section }: AccountChoiceProps) {
  const texts = useTexts().bankImport
  const words = texts.head
  const say = useBilingual()
  const failureText = useImportFailure()
  const { account, head } = section
  const [isChanging, setChanging] = useState(false)
  const accounts = useQuery(engine.bank.accounts.queryOptions())
  const choose = useMutation(
    engine.bank.imports.chooseAccount.mutationOptions({
      onSuccess: (preview) => {
        setChanging(false)
        imports.revise(preview)
      },
    }),
  )
  // The copy had not come so far when the file was read, or somebody has opened the account since.
  const isThereNow =
    account === null &&
    accounts.data?.some(({ number }) => head.account !== null && sameAccount(head.account, number)) === true
  useEffect(() => {
    if (isThereNow) void imports.lookAgain(importId)
  }, [isThereNow, imports, importId])
  const isOpen = account === null || isChanging
  const differs = account !== null && head.account !== null && !sameAccount(head.account, account.number)
  return (
    <div className={classes.account}>
      {account === null ? (
        <span className={classes.warn}>
          {head.account === null ? words.unnamed : words.unknownAccount(head.account)}
        </span>
      ) : (
        <span>
          {accountName(account)}
          <span className={classes.quiet}> {say(account.marketplaceName)}</span>
          {differs ? <span className={classes.warn}> ({words.inFile(head.account ?? '')})</span> : null}
        </span>
      )}
      {accounts.data?.length === 0 ? <span className={classes.warn}>{words.noAccounts}</span> : null}
      {isOpen && accounts.data !== undefined && accounts.data.length > 0 ? (
        <Select
          aria-label={words.choose}
          placeholder={words.chooseHint}
          data={accounts.data.map((each) => ({
            value: each.id,
            label: `${accountName(each)} · ${say(each.marketplaceName)}`,
          }))}
          value={account?.id ?? null}
          disabled={choose.isPending}
          error={choose.error === null ? null : failureText(choose.error)}
          onChange={(accountId) => choose.mutate({ importId, section: section.index, accountId })}
        />
      ) : null}
      {isOpen ? null : (
        <Anchor component="button" type="button" size="xs" onClick={() => setChanging(true)}>
          {words.change}
        </Anchor>
      )}
    </div>
  )
}
