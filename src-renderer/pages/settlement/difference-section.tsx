import { Button, SegmentedControl } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { engine } from '#renderer/engine-client/engine.ts'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { CaseSection } from '#renderer/review/case-section.tsx'
import { Failed } from '#renderer/shell/states/failed.tsx'
import { LateLoader } from '#renderer/shell/states/late-loader.tsx'
import type { Comparison, SettlementCase } from '#shared/contracts/console-engine/settlement.ts'
import { formatYuan } from '#shared/money/yuan.ts'
import { DifferenceRows } from './difference-rows.tsx'
import classes from './settlement.module.css'

/** Line by line, what a statement has otherwise than a voided one, the draft before it, or the month before. */
export function DifferenceSection({
  opened: { statement, comparable },
}: {
  readonly opened: SettlementCase
}) {
  const texts = useTexts().settlement
  const [chosen, setChosen] = useState<Comparison | null>(null)
  const against = (comparable.find((each) => each.against === chosen) ?? comparable[0])?.against
  if (against === undefined) return null
  return (
    <CaseSection
      title={texts.lineDifferences.title}
      aside={
        <SegmentedControl
          size="xs"
          aria-label={texts.lineDifferences.against}
          value={against}
          data={comparable.map((each) => ({ value: each.against, label: texts.comparison[each.against] }))}
          onChange={setChosen}
        />
      }
    >
      <Differences key={against} id={statement.id} against={against} marketplace={statement.marketplace} />
    </CaseSection>
  )
}

interface DifferencesProps {
  readonly id: string
  readonly against: Comparison
  readonly marketplace: string
}

function Differences({ id, against, marketplace }: DifferencesProps) {
  const texts = useTexts().settlement.lineDifferences
  const query = useInfiniteQuery(
    engine.settlement.differences.infiniteOptions({
      input: (skip: number) => ({ id, against, skip }),
      initialPageParam: 0,
      getNextPageParam: ({ next }) => next,
    }),
  )
  if (query.isPending) return <LateLoader />
  if (query.isError) return <Failed error={query.error} reset={() => void query.refetch()} />
  const [first] = query.data.pages
  if (first === undefined || first.differences.length === 0) return <p>{texts.none}</p>
  const { came, went, changed, change } = first
  return (
    <>
      <p>{texts.summary(came, went, changed, formatYuan(change))}</p>
      {against === 'last-month' ? <p className={classes.quiet}>{texts.kinds}</p> : null}
      <DifferenceRows
        differences={query.data.pages.flatMap((page) => page.differences)}
        ofKinds={against === 'last-month'}
        marketplace={marketplace}
      />
      {query.hasNextPage ? (
        <Button
          size="compact-sm"
          variant="default"
          mt={8}
          loading={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          {texts.more}
        </Button>
      ) : null}
    </>
  )
}
