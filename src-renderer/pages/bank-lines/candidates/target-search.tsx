import { Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type Ref, useState } from 'react'
import { engine } from '#renderer/engine-client/engine.ts'
import { useBilingual, useTexts } from '#renderer/i18n/language-context.ts'
import { DepositStatusMark } from '#renderer/shell/status/status-mark.tsx'
import type { DepositCandidate, PayoutCandidate } from '#shared/contracts/console-engine/bank-lines.ts'
import { formatYuan } from '#shared/money/yuan.ts'
import classes from '../bank-lines.module.css'
import { candidateKey } from './candidate-parts.ts'

interface TargetSearchProps {
  /** The line a deposit is looked for. */
  readonly lineId: string
  readonly label: string
  readonly onPick: (candidate: DepositCandidate) => void
  /** Payouts are offered where they may be picked. */
  readonly onPickPayout?: (candidate: PayoutCandidate) => void
  readonly inputRef?: Ref<HTMLInputElement>
}

const REST_MS = 150

/** Finds any deposit of the line's marketplace, or a payout with the bank, by name or id. */
export function TargetSearch({ lineId, label, onPick, onPickPayout, inputRef }: TargetSearchProps) {
  const texts = useTexts().bankLines
  const say = useBilingual()
  const [typed, setTyped] = useState('')
  const [open, setOpen] = useState(false)
  const [text] = useDebouncedValue(typed.trim(), REST_MS)
  const found = useQuery(
    engine.bank.lines.targets.queryOptions({
      input: { id: lineId, text },
      enabled: open,
      placeholderData: keepPreviousData,
    }),
  )
  const candidates = (found.data ?? []).filter(({ kind }) => kind !== 'payout' || onPickPayout !== undefined)
  const byKey = new Map(candidates.map((candidate) => [candidateKey(candidate), candidate]))
  return (
    <Select
      {...(inputRef === undefined ? {} : { ref: inputRef })}
      searchable
      aria-label={label}
      placeholder={label}
      maxLength={100}
      leftSection={<IconSearch size={14} aria-hidden />}
      data={candidates.map((candidate) => ({
        value: candidateKey(candidate),
        label: candidate.providerName,
      }))}
      filter={({ options }) => options}
      limit={50}
      value={null}
      onDropdownOpen={() => setOpen(true)}
      onDropdownClose={() => setOpen(false)}
      searchValue={typed}
      onSearchChange={setTyped}
      nothingFoundMessage={found.isFetching ? null : texts.candidates.searchNothing}
      renderOption={({ option }) => {
        const candidate = byKey.get(option.value)
        if (candidate === undefined) return option.label
        if (candidate.kind === 'payout') {
          return (
            <span className={classes.option}>
              <span className={classes.optionName} title={option.label}>
                {option.label}
              </span>
              <span className={classes.quiet}>{texts.candidates.inBatch(candidate.batch.number)}</span>
              <span className={classes.figure}>{texts.candidates.sent(formatYuan(candidate.due))}</span>
            </span>
          )
        }
        const { kind, due, category, status } = candidate
        return (
          <span className={classes.option}>
            <span className={classes.optionName} title={option.label}>
              {option.label}
            </span>
            <span className={classes.quiet}>
              {category === null ? texts.candidates.wholeProvider : say(category)}
            </span>
            <DepositStatusMark status={status} />
            <span className={classes.figure}>
              {(kind === 'deposit' ? texts.candidates.due : texts.candidates.approved)(formatYuan(due))}
            </span>
          </span>
        )
      }}
      onChange={(id) => {
        const candidate = id === null ? undefined : byKey.get(id)
        if (candidate === undefined) return
        if (candidate.kind === 'payout') onPickPayout?.(candidate)
        else onPick(candidate)
        setTyped('')
      }}
    />
  )
}
