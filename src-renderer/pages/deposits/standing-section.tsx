import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { CaseSection } from '#renderer/review/case-section.tsx'
import { CitationLine } from '#renderer/review/citation-line.tsx'
import { FactList } from '#renderer/review/fact-list.tsx'
import type { DepositCase } from '#shared/contracts/console-engine/deposits.ts'
import { formatYuan } from '#shared/money/yuan.ts'
import { Explanation } from './explanation.tsx'

/** Amount and dates as of today; behind a click, the rules they follow from. */
export function StandingSection({ opened }: { readonly opened: DepositCase }) {
  const all = useTexts()
  const texts = all.deposits
  const [explained, setExplained] = useState(false)
  const { obligation, balance, standing, on } = opened
  const none = all.format.none
  const waiver = standing.waiver === 'granted' ? texts.standing.granted : standing.waiver
  const endless = standing.waiver !== null && standing.waivedUntil === null
  return (
    <CaseSection title={texts.standing.title} aside={texts.standing.on(on)}>
      <FactList
        facts={[
          {
            label: texts.standing.amount,
            value: obligation.amount === null ? texts.notConfigured : formatYuan(obligation.amount),
          },
          { label: texts.standing.balance, value: formatYuan(balance) },
          {
            label: texts.columns.dueOn,
            value: `${standing.dueOn ?? none}${standing.provisional ? ` · ${texts.provisional}` : ''}`,
          },
          { label: texts.columns.waivedUntil, value: endless ? texts.noEnd : (standing.waivedUntil ?? none) },
          ...opened.topUps.map(({ amount, by, violation }) => ({
            id: violation ?? by,
            label: violation === null ? texts.newAmount.topUp : all.violations.topUp,
            value: all.violations.topUpBy(formatYuan(amount), by),
          })),
          { label: texts.standing.waiver, value: waiver ?? none },
          { label: texts.columns.refundableFrom, value: standing.refundableFrom ?? none },
          {
            label: texts.standing.settled,
            value: standing.settled ? texts.standing.settledYes : texts.standing.settledNo,
          },
        ]}
      />
      <CitationLine citation={obligation.why} />
      <Button
        variant="subtle"
        size="compact-sm"
        mt={4}
        aria-expanded={explained}
        onClick={() => setExplained(!explained)}
      >
        {explained ? texts.standing.hide : texts.standing.explain}
      </Button>
      {explained ? <Explanation opened={opened} /> : null}
    </CaseSection>
  )
}
