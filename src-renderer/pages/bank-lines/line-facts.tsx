import { IconAlertTriangle, IconCheck } from '@tabler/icons-react'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { CaseSection } from '#renderer/review/case-section.tsx'
import { FactList } from '#renderer/review/fact-list.tsx'
import type { LineCase } from '#shared/contracts/console-engine/bank-lines.ts'
import { formatYuan } from '#shared/money/yuan.ts'
import shared from './bank-lines.module.css'
import classes from './case.module.css'

/** Everything the bank said of a line, and where it said it. */
export function LineFacts({ opened: { line, account } }: { readonly opened: LineCase }) {
  const all = useTexts().bankLines
  const texts = all.facts
  const said = (text: string) => (text === '' ? <span className={shared.quiet}>{texts.empty}</span> : text)
  const Icon = line.isDirectionProven ? IconCheck : IconAlertTriangle
  return (
    <CaseSection title={texts.title}>
      <FactList
        facts={[
          { label: texts.counterparty, value: said(line.counterpartyName) },
          { label: texts.counterpartyAccount, value: said(line.counterpartyAccount) },
          { label: texts.summary, value: said(line.summary) },
          { label: texts.purpose, value: said(line.purpose) },
          { label: texts.remark, value: said(line.remark) },
          {
            label: texts.balanceAfter,
            value: said(line.balanceAfter === null ? '' : formatYuan(line.balanceAfter)),
          },
          {
            label: texts.direction,
            value: (
              <span className={classes.proof}>
                {all.direction[line.direction]}
                {line.isReversal ? ` · ${all.reversal}` : ''}
                <Icon
                  className={line.isDirectionProven ? classes.proven : classes.unproven}
                  size={14}
                  aria-hidden
                />
                {line.isDirectionProven ? texts.proven : texts.unproven}
              </span>
            ),
          },
          { label: texts.serial, value: said(line.serial ?? '') },
          { label: texts.account, value: `${account.bank} ${account.number} ${account.holder}` },
          { label: texts.place, value: texts.placed(line.place.page, line.place.row) },
        ]}
      />
    </CaseSection>
  )
}
