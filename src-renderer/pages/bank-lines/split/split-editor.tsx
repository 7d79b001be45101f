import { Button, Group, Menu } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { CommandForm } from '#renderer/review/forms/command-form.tsx'
import { EMPTY_MATCH, type SplitRow } from '#renderer/review/forms/drafts.ts'
import { OTHER_KINDS, PARTS_LIMIT } from '#shared/contracts/console-platform/records/bank-line.ts'
import { asksForNote } from '#shared/contracts/console-platform/transitions/bank-line-transitions.ts'
import { formatYuan } from '#shared/money/yuan.ts'
import shared from '../bank-lines.module.css'
import { targetKey } from '../candidates/candidate-parts.ts'
import { TargetSearch } from '../candidates/target-search.tsx'
import type { MatchFormProps } from '../candidates/use-line-plan.ts'
import classes from '../forms/forms.module.css'
import { MatchNote } from '../forms/match-note.tsx'
import { SplitRowFields } from './split-row-fields.tsx'
import { depositRow, firstRows, namedRow, otherRow, partsOf, remainingOf, withRest } from './split-rows.ts'

/** Divides a line among deposits and other kinds of money, to the fen. */
export function SplitEditor({ line, plan, forms }: MatchFormProps) {
  const all = useTexts().bankLines
  const texts = all.split
  const draft = forms.drafts['deposit.match'] ?? EMPTY_MATCH
  const rows = (draft.rows ?? firstRows(plan.parts, plan.deposits, line.amount)).map((row) =>
    namedRow(row, plan.candidates),
  )
  const onRows = (next: readonly SplitRow[]) => forms.write('deposit.match', { ...draft, rows: [...next] })
  const remaining = remainingOf(rows, line.amount)
  const parts = partsOf(rows, line.amount)
  const full = rows.length >= PARTS_LIMIT
  const asks = typeof parts !== 'string' && asksForNote(parts)
  const isNoteMissing = asks && draft.note.trim() === ''
  return (
    <CommandForm
      place={forms}
      title={texts.title}
      lead={texts.lead}
      submitLabel={texts.submit(rows.length)}
      blocked={typeof parts === 'string' ? texts[parts] : isNoteMissing ? all.note.missing : null}
      onSubmit={() => typeof parts !== 'string' && forms.submit('deposit.match', { parts, note: draft.note })}
    >
      <ul className={classes.rows}>
        {rows.map((row, index) => (
          <SplitRowFields
            // biome-ignore lint/suspicious/noArrayIndexKey: two rows may be of one kind; rows never change places
            key={`${targetKey(row.target)} ${index}`}
            row={row}
            onChange={(changed) => onRows(rows.map((each, at) => (at === index ? changed : each)))}
            onRest={() => onRows(withRest(rows, index, line.amount))}
            onRemove={() => onRows(rows.filter((_, at) => at !== index))}
          />
        ))}
      </ul>
      <Group gap={8} wrap="nowrap">
        <div className={classes.grow}>
          {full ? null : (
            <TargetSearch
              lineId={line.id}
              label={texts.addDeposit}
              onPick={(candidate) => onRows([...rows, depositRow(candidate, remaining)])}
            />
          )}
        </div>
        <Menu position="top-end">
          <Menu.Target>
            <Button variant="default" disabled={full} leftSection={<IconPlus size={14} aria-hidden />}>
              {texts.addOther}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {OTHER_KINDS.map((kind) => (
              <Menu.Item key={kind} onClick={() => onRows([...rows, otherRow(kind, remaining)])}>
                {all.kind[kind]}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      </Group>
      {asks ? (
        <MatchNote
          value={draft.note}
          onChange={(note) => forms.write('deposit.match', { ...draft, rows: [...rows], note })}
        />
      ) : null}
      <p className={classes.remaining} data-exact={remaining === 0} role="status">
        <span>{remaining < 0 ? texts.exceeded(formatYuan(-remaining)) : texts.remaining}</span>
        {remaining < 0 ? null : <strong className={shared.figure}>{formatYuan(remaining)}</strong>}
      </p>
    </CommandForm>
  )
}
