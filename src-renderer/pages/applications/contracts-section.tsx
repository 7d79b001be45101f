import { Button } from '@mantine/core'
import { IconCircleCheck, IconCircleDashed } from '@tabler/icons-react'
import { useBilingual, useTexts } from '#renderer/i18n/language-context.ts'
import { CaseSection } from '#renderer/review/case-section.tsx'
import type { ApplicationCase } from '#shared/contracts/console-engine/applications.ts'
import classes from './contracts-section.module.css'

interface ContractsSectionProps {
  readonly opened: ApplicationCase
  /** Opens the form that records it, by the key of the agreement. */
  readonly onRecord: (agreement: string) => void
}

/** The agreements of the marketplace: what was signed, and recording what was. */
export function ContractsSection({ opened, onRecord }: ContractsSectionProps) {
  const texts = useTexts().applications
  const say = useBilingual()
  const mayRecord = opened.allowed.includes('application.record-contract')
  const { agreements, application } = opened
  const signedCount = agreements.filter((agreement) => agreement.signed).length
  return (
    <CaseSection title={texts.sections.contracts} aside={`${signedCount} / ${agreements.length}`}>
      {agreements.length === 0 ? <p className={classes.none}>{texts.contracts.none}</p> : null}
      <ul className={classes.list}>
        {agreements.map((agreement) => {
          const contract = application.contracts.find((signed) => signed.agreement === agreement.key)
          const Icon = agreement.signed ? IconCircleCheck : IconCircleDashed
          return (
            <li key={agreement.key} className={classes.agreement}>
              <Icon size={16} aria-hidden />
              <span className={classes.name}>
                {say(agreement.name)} <span className={classes.detail}>{agreement.version}</span>
              </span>
              <span className={classes.detail}>
                {contract === undefined
                  ? texts.contracts.unsigned
                  : texts.contracts.signed(contract.signedBy, contract.signedOn)}
              </span>
              {mayRecord && !agreement.signed ? (
                <Button variant="default" onClick={() => onRecord(agreement.key)}>
                  {texts.contracts.record}
                </Button>
              ) : null}
            </li>
          )
        })}
      </ul>
      {!mayRecord && agreements.length > signedCount && application.decidedAt === null ? (
        <p className={classes.none}>{texts.contracts.notYet}</p>
      ) : null}
    </CaseSection>
  )
}
