import { Alert } from '@mantine/core'
import classes from '#renderer/files/preview.module.css'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { CaseSection } from '#renderer/review/case-section.tsx'
import type { ImportSection } from '#shared/contracts/console-engine/bank-imports.ts'
import { checkFinding, checkName } from './check-words.ts'
import { ProofMark } from './proof-mark.tsx'

/** Every balance, sum and count the bank gives, held against the lines. */
export function ProofPart({ section: { proof, head } }: { readonly section: ImportSection }) {
  const texts = useTexts().bankImport.proof
  const isRunning = proof.checks.some(
    ({ check, verdict }) => check === 'running-balance' && verdict === 'proven',
  )
  const reachesClosing = proof.checks.some(
    ({ check, verdict }) =>
      (check === 'last-balance' || check === 'opening-plus-lines') && verdict === 'proven',
  )
  const how = !isRunning ? 'provenBySums' : reachesClosing ? 'provenToClosing' : 'proven'
  const summary = proof.verdict === 'proven' ? how : proof.verdict
  return (
    <CaseSection title={texts.title}>
      <p className={classes.verdict}>
        <ProofMark verdict={proof.verdict} word={texts.verdict[summary]} />
      </p>
      {proof.isSwapped ? (
        <Alert variant="outline" color="red" p={8} mb={8}>
          {texts.swapped}
        </Alert>
      ) : null}
      <dl className={classes.checks}>
        {proof.checks.map((check) => (
          <div key={check.check}>
            <dt>{checkName(check.check, texts)}</dt>
            <dd>
              <ProofMark verdict={check.verdict} word={texts.word[check.verdict]} />
              <span className={classes.quiet}>{checkFinding(check, texts, head.currency)}</span>
            </dd>
          </div>
        ))}
        <div>
          <dt>{texts.direction}</dt>
          <dd>
            <ProofMark
              verdict={isRunning ? 'proven' : 'unprovable'}
              word={texts.directionWord[isRunning ? 'proven' : 'unprovable']}
            />
            <span className={classes.quiet}>
              {isRunning ? texts.directionProven : texts.directionUnproven}
            </span>
          </dd>
        </div>
      </dl>
    </CaseSection>
  )
}
