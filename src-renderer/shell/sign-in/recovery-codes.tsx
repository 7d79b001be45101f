import { Button, CopyButton, Stack, Text } from '@mantine/core'
import { useTexts } from '../../i18n/language-context.ts'
import classes from './sign-in.module.css'
import { SignInCard } from './sign-in-card.tsx'

interface RecoveryCodesProps {
  readonly codes: readonly string[]
  readonly onDone: () => void
}

/** The recovery codes of a second factor that was just set up; they are never shown again. */
export function RecoveryCodes({ codes, onDone }: RecoveryCodesProps) {
  const words = useTexts().shell.signIn
  return (
    <SignInCard lead={words.recovery}>
      <section aria-label={words.recovery}>
        <Text size="sm">{words.recoveryLead}</Text>
        <ul className={classes.codes}>
          {codes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ul>
        <Stack gap={12}>
          <CopyButton value={codes.join('\n')}>
            {({ copied, copy }) => (
              <Button variant="default" onClick={copy}>
                {copied ? words.copied : words.copy}
              </Button>
            )}
          </CopyButton>
          <Button data-autofocus autoFocus onClick={onDone}>
            {words.recoveryDone}
          </Button>
        </Stack>
      </section>
    </SignInCard>
  )
}
