import { Button, UnstyledButton } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Fragment, useEffect, useRef, useState } from 'react'
import { engine } from '#renderer/engine-client/engine.ts'
import { plainYuan } from '#renderer/format/quantity.ts'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { CaseSection } from '#renderer/review/case-section.tsx'
import { KeyHint } from '#renderer/review/key-hint.tsx'
import { RecordLink } from '#renderer/routes/record-link.tsx'
import { useKeys } from '#renderer/shell/keys/use-keys.ts'
import { Failed } from '#renderer/shell/states/failed.tsx'
import { LateLoader } from '#renderer/shell/states/late-loader.tsx'
import { useMarketplaces } from '#renderer/shell/use-marketplaces.ts'
import { StepList } from '#renderer/values/step-list.tsx'
import type { ExplainedLine } from '#shared/contracts/console-engine/settlement.ts'
import type { SettlementStatement } from '#shared/contracts/console-platform/records/settlement-statement.ts'
import classes from './settlement.module.css'

/** Every line of a statement; each opens to the steps it came from. */
export function LinesSection({ statement }: { readonly statement: SettlementStatement }) {
  const texts = useTexts().settlement
  const [openId, setOpen] = useState<string | null>(null)
  const query = useInfiniteQuery(
    engine.settlement.lines.infiniteOptions({
      input: (after: string | null) => ({ id: statement.id, after }),
      initialPageParam: null,
      getNextPageParam: ({ next }) => next,
    }),
  )
  const lines = query.data?.pages.flatMap((page) => page.lines) ?? []
  const explainNext = () => {
    const at = lines.findIndex(({ id }) => id === openId)
    setOpen(lines[at + 1]?.id ?? null)
  }
  useKeys(lines.length === 0 ? [] : [{ means: 'explain-next', label: texts.explainNext, run: explainNext }])
  return (
    <CaseSection
      title={texts.lines}
      aside={
        <>
          {statement.lines} {lines.length === 0 ? null : <KeyHint means="explain-next" />}
        </>
      }
    >
      {query.isPending ? <LateLoader /> : null}
      {query.isError ? <Failed error={query.error} reset={() => void query.refetch()} /> : null}
      {lines.length === 0 ? (
        query.isSuccess ? (
          <p>{texts.noLines}</p>
        ) : null
      ) : (
        <table className={classes.lines} aria-label={texts.lines}>
          <thead>
            <tr>
              <th>{texts.line.what}</th>
              <th className={classes.figure}>{texts.line.gross}</th>
              <th className={classes.figure}>{texts.line.fee}</th>
              <th className={classes.figure}>{texts.line.amount}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <Line
                key={line.id}
                line={line}
                isOpen={line.id === openId}
                onOpen={() => setOpen(line.id === openId ? null : line.id)}
              />
            ))}
          </tbody>
        </table>
      )}
      {query.hasNextPage ? (
        <Button
          size="compact-sm"
          variant="default"
          mt={8}
          loading={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          {texts.moreLines}
        </Button>
      ) : null}
    </CaseSection>
  )
}

interface LineProps {
  readonly line: ExplainedLine
  readonly isOpen: boolean
  readonly onOpen: () => void
}

function Line({ line, isOpen, onOpen }: LineProps) {
  const texts = useTexts().settlement
  const { categoryName } = useMarketplaces()
  const row = useRef<HTMLTableRowElement>(null)
  useEffect(() => {
    if (isOpen) row.current?.scrollIntoView({ block: 'nearest' })
  }, [isOpen])
  const { kind, orderId, orderNumber, category, gross, fee, rebate, amount, carried, reason, steps } = line
  const name = category === null ? '' : categoryName(line.marketplace, category)
  const what = [texts.kind[kind], name, carried ?? '', reason ?? ''].filter((part) => part !== '').join(' · ')
  return (
    <Fragment>
      <tr>
        <td>
          <UnstyledButton aria-expanded={isOpen} onClick={onOpen} fz={13}>
            {isOpen ? '▾' : '▸'} {what}
          </UnstyledButton>{' '}
          {orderId === null ? null : (
            <RecordLink kind="order" id={orderId}>
              {orderNumber ?? texts.order}
            </RecordLink>
          )}
        </td>
        <td className={classes.figure}>{gross === 0 ? '' : plainYuan(gross)}</td>
        <td className={classes.figure}>
          {kind === 'rebate' ? plainYuan(-rebate) : fee === 0 ? '' : plainYuan(fee)}
        </td>
        <td className={classes.figure}>{plainYuan(amount)}</td>
      </tr>
      {isOpen ? (
        <tr ref={row}>
          <td colSpan={4} className={classes.explained}>
            {steps.length === 0 ? (
              texts.noSteps[noStepsOf(kind)]
            ) : (
              <StepList name={texts.steps} steps={steps} />
            )}
          </td>
        </tr>
      ) : null}
    </Fragment>
  )
}

/** Why a line has no rule behind it. */
function noStepsOf(kind: ExplainedLine['kind']): 'order' | 'carried' | 'byHand' {
  switch (kind) {
    case 'fee':
    case 'refund':
    case 'rebate':
      return 'order'
    case 'carry-forward':
      return 'carried'
    case 'correction':
    case 'penalty':
    case 'deposit-set-off':
    case 'manual':
      return 'byHand'
  }
}
