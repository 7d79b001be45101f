import { ActionIcon, TextInput } from '@mantine/core'
import { IconEqual, IconX } from '@tabler/icons-react'
import { useBilingual, useTexts } from '#renderer/i18n/language-context.ts'
import type { SplitRow } from '#renderer/review/forms/drafts.ts'
import { formatYuan } from '#shared/money/yuan.ts'
import shared from '../bank-lines.module.css'
import { effectOf, effectWords } from '../candidates/effect.ts'
import classes from '../forms/forms.module.css'
import { rowAmount } from './split-rows.ts'

interface SplitRowFieldsProps {
  readonly row: SplitRow
  readonly onChange: (row: SplitRow) => void
  /** Puts all that remains here. */
  readonly onRest: () => void
  readonly onRemove: () => void
}

/** One part of a split: where it goes, how much, and what that does. */
export function SplitRowFields({ row, onChange, onRest, onRemove }: SplitRowFieldsProps) {
  const all = useTexts().bankLines
  const say = useBilingual()
  const texts = all.split
  const { target, name, category, due } = row
  const said = target.kind === 'other' ? all.kind[target.what] : name || all.kind[target.kind]
  const amount = rowAmount(row)
  const owed = target.kind === 'other' || target.kind === 'return' ? null : target.kind
  const effect = due === null || amount === null ? null : effectOf(due, amount)
  return (
    <li className={classes.row}>
      <span className={classes.target}>
        <span className={shared.oneLine} title={said}>
          {said}
        </span>
        {owed === null || due === null ? null : (
          <span className={shared.quiet}>
            {owed === 'payout'
              ? null
              : `${category === null ? all.candidates.wholeProvider : say(category)} · `}
            {(owed === 'deposit'
              ? all.candidates.due
              : owed === 'refund'
                ? all.candidates.approved
                : all.candidates.sent)(formatYuan(due))}
            {effect === null ? null : (
              <span className={shared.effect} data-effect={effect.kind}>
                {' · '}
                {effectWords(owed, effect, all.effect)}
              </span>
            )}
          </span>
        )}
      </span>
      <TextInput
        classNames={{ input: classes.money ?? '' }}
        w={136}
        aria-label={`${texts.amount} ${said}`}
        inputMode="decimal"
        autoFocus={row.amount === ''}
        error={row.amount !== '' && amount === null ? texts.badAmount : null}
        value={row.amount}
        maxLength={40}
        onChange={(event) => onChange({ ...row, amount: event.currentTarget.value })}
        onKeyDown={(event) => {
          if (event.key !== '=') return
          event.preventDefault()
          onRest()
        }}
      />
      <ActionIcon variant="default" size={30} aria-label={texts.rest} title={texts.rest} onClick={onRest}>
        <IconEqual size={16} />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={30}
        aria-label={`${texts.remove} ${said}`}
        title={texts.remove}
        onClick={onRemove}
      >
        <IconX size={16} />
      </ActionIcon>
    </li>
  )
}
