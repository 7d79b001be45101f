import { Button, CopyButton } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { engine } from '#renderer/engine-client/engine.ts'
import { beijingDateTime } from '#renderer/format/instant.ts'
import { Moment } from '#renderer/format/instant-text.tsx'
import { useFailureText } from '#renderer/i18n/failure-text.ts'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { CaseSection } from '#renderer/review/case-section.tsx'
import { useAccount } from '#renderer/shell/use-session.ts'
import type { AccountRow } from '#shared/contracts/console-engine/accounts.ts'
import classes from './accounts.module.css'

/** The code with which the person sets a password: given out, shown once. */
export function CodeSection({ row: { account } }: { readonly row: AccountRow }) {
  const words = useTexts().roles.accounts
  const failureText = useFailureText()
  const queries = useQueryClient()
  const me = useAccount()?.id
  const issue = useMutation(
    engine.accounts.issueInvitation.mutationOptions({
      onSettled: () => void queries.invalidateQueries({ queryKey: engine.accounts.list.key() }),
    }),
  )
  if (account.state === 'deactivated') return null
  return (
    <CaseSection title={words.code}>
      <p className={classes.quiet}>{account.id === me ? words.ownCode : words.codeLead}</p>
      {issue.data === undefined ? (
        <p className={classes.quiet}>
          {account.invitedUntil === null ? (
            words.noCode
          ) : (
            <>
              {words.invitedUntil} <Moment at={account.invitedUntil} />
            </>
          )}
        </p>
      ) : (
        <div className={classes.code} role="status">
          <code className={classes.secret}>{issue.data.code}</code>
          <CopyButton value={issue.data.code}>
            {({ copied, copy }) => (
              <Button
                variant="default"
                leftSection={
                  copied ? <IconCheck size={14} aria-hidden /> : <IconCopy size={14} aria-hidden />
                }
                onClick={copy}
              >
                {copied ? words.copied : words.copy}
              </Button>
            )}
          </CopyButton>
          <span className={classes.quiet}>{words.issued(beijingDateTime(issue.data.expiresAt))}</span>
        </div>
      )}
      {issue.isError ? <p role="alert">{failureText(issue.error)}</p> : null}
      {account.id === me ? null : (
        <div className={classes.code}>
          <Button
            variant="default"
            loading={issue.isPending}
            onClick={() => issue.mutate({ id: account.id })}
          >
            {account.invitedUntil === null ? words.issue : words.issueAgain}
          </Button>
        </div>
      )}
    </CaseSection>
  )
}
