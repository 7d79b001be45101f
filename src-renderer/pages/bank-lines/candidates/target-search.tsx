import { Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type Ref, useState } from 'react'
import { engine } from '#renderer/engine-client/engine.ts'
import { useBilingual, useTexts } from '#renderer/i18n/language-context.ts'
import { DepositStatusMark } from '#renderer/shell/status/status-mark.tsx'
import type { DepositCandidate } from '#shared/contracts/console-engine/bank-lines.ts'
import { formatYuan } from '#shared/money/yuan.ts'
import classes from '../bank-lines.module.css'

interface TargetSearchProps {
  /** The line a deposit is looked for. */
  readonly lineId: string
  readonly label: string
  readonly onPick: (candidate: DepositCandidate) => void
  readonly inputRef?: Ref<HTMLInputElement>
}

const REST_MS = 150

/** Finds any deposit of the line's marketplace by name or id. */
export function TargetSearch({ lineId, label, onPick, inputRef }: TargetSearchProps) {
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
  const candidates = found.data ?? []
  const byId = new Map(candidates.map((candidate) => [candidate.obligationId, candidate]))
  return (
    <Select
      {...(inputRef === undefined ? {} : { ref: inputRef })}
      searchable
      aria-label={label}
      placeholder={label}
      maxLength={100}
      leftSection={<IconSearch size={14} aria-hidden />}
      data={candidates.map(({ obligationId, providerName }) => ({
        value: obligationId,
        label: providerName,
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
        const candidate = byId.get(option.value)
        if (candidate === undefined) return option.label
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
        const candidate = id === null ? undefined : byId.get(id)
        if (candidate === undefined) return
        onPick(candidate)
        setTyped('')
      }}
    />
  )
}
