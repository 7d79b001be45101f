import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { engine } from '#renderer/engine-client/engine.ts'
import classes from '#renderer/files/drop.module.css'
import { accountName } from '#renderer/format/account-name.ts'
import { saveFile } from '#renderer/format/save-file.ts'
import { useFailureText } from '#renderer/i18n/failure-text.ts'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { Panel } from '#renderer/shell/page/panel.tsx'
import { useSession } from '#renderer/shell/use-session.ts'

/** Of a demo: a file of each account to try the import with. */
export function SampleFiles() {
  const { samples: words } = useTexts().bankImport
  const failureText = useFailureText()
  const isDemo = useSession()?.platform?.demo === true
  const accounts = useQuery({ ...engine.bank.accounts.queryOptions(), enabled: isDemo })
  const saving = useMutation(engine.bank.sample.mutationOptions({ onSuccess: saveFile }))
  if (!isDemo || accounts.data === undefined || accounts.data.length === 0) return null
  return (
    <Panel title={words.title} lead={words.lead}>
      <ul className={classes.samples}>
        {accounts.data.map((account) => (
          <li key={account.id}>
            <Button
              variant="subtle"
              size="compact-sm"
              leftSection={<IconDownload size={15} aria-hidden />}
              onClick={() => saving.mutate({ id: account.id })}
            >
              {words.save(accountName(account))}
            </Button>
          </li>
        ))}
      </ul>
      {saving.isError ? (
        <p role="alert" className={classes.samples}>
          {failureText(saving.error)}
        </p>
      ) : null}
    </Panel>
  )
}
