import { Anchor } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { CaseSection } from '#renderer/review/case-section.tsx'
import { ViolationList } from '#renderer/review/violation-list.tsx'
import { useAccount } from '#renderer/shell/use-session.ts'
import type { DepositCase } from '#shared/contracts/console-engine/deposits.ts'
import { mayCommand } from '#shared/contracts/console-platform/transitions/permissions.ts'
import classes from './deposits.module.css'

/** What the provider broke, and the way to record something; nothing where there is neither. */
export function ViolationsSection({ opened: { violations, obligation } }: { readonly opened: DepositCase }) {
  const texts = useTexts().violations
  const mayRecord = mayCommand(useAccount()?.roles ?? [], 'violation.record')
  if (violations.length === 0 && !mayRecord) return null
  return (
    <CaseSection title={texts.ofProvider}>
      {violations.length === 0 ? (
        <p className={classes.quiet}>{texts.none}</p>
      ) : (
        <ViolationList rows={violations} />
      )}
      {mayRecord ? (
        <Anchor
          size="sm"
          renderRoot={(props) => (
            <Link to="/violations" search={{ record: obligation.providerId }} {...props} />
          )}
        >
          {texts.record}
        </Anchor>
      ) : null}
    </CaseSection>
  )
}
