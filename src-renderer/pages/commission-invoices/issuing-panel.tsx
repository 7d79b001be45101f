import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { engine } from '#renderer/engine-client/engine.ts'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { CaseFrame } from '#renderer/review/case-frame.tsx'
import { CaseHead } from '#renderer/review/case-head.tsx'
import { CaseSection } from '#renderer/review/case-section.tsx'
import { useMarketplaces } from '#renderer/shell/use-marketplaces.ts'
import type { CommissionInvoiceFilter } from '#shared/contracts/console-engine/commission-invoices.ts'
import { IssueListPart } from './issue-list-part.tsx'
import classes from './issuing.module.css'
import { ReadBackPart } from './read-back-part.tsx'

interface IssuingPanelProps {
  readonly filter: CommissionInvoiceFilter
  readonly onClose: () => void
}

/** 批量开票: the month's list for the tax bureau, and the numbers it gives back. */
export function IssuingPanel({ filter, onClose }: IssuingPanelProps) {
  const words = useTexts().commissionInvoices
  const { choices } = useMarketplaces()
  const newest = useQuery(
    engine.commissionInvoices.list.queryOptions({
      input: {
        filter: { ...filter, statuses: [], text: '' },
        sort: { column: 'month', descending: true },
        after: null,
        limit: 1,
      },
    }),
  ).data?.rows[0]
  const [chosen, setChosen] = useState<{ marketplace: string; month: string } | null>(null)
  const of = chosen ?? newest ?? null
  const months = useQuery({
    ...engine.settlement.months.queryOptions({ input: { marketplace: of?.marketplace ?? '' } }),
    enabled: of !== null,
  }).data?.months
  return (
    <CaseFrame
      head={
        <CaseHead title={words.issuing.title} wide={false} onWide={() => undefined} onClose={onClose}>
          {null}
        </CaseHead>
      }
      document={null}
      foot={null}
    >
      {of === null ? (
        <p className={classes.lead}>{words.nothingLead}</p>
      ) : (
        <>
          <div className={classes.bar}>
            <Select
              w={200}
              aria-label={words.columns.marketplace}
              allowDeselect={false}
              data={choices}
              value={of.marketplace}
              onChange={(marketplace) => marketplace !== null && setChosen({ marketplace, month: of.month })}
            />
            <Select
              w={120}
              aria-label={words.issuing.month}
              allowDeselect={false}
              data={[...new Set([of.month, ...(months ?? []).map(({ month }) => month)])]}
              value={of.month}
              onChange={(month) => month !== null && setChosen({ marketplace: of.marketplace, month })}
            />
          </div>
          <CaseSection title={words.issuing.list}>
            <IssueListPart marketplace={of.marketplace} month={of.month} />
          </CaseSection>
          <CaseSection title={words.issuing.back}>
            <ReadBackPart key={of.marketplace} marketplace={of.marketplace} />
          </CaseSection>
        </>
      )}
    </CaseFrame>
  )
}
