import { Button, SegmentedControl, TextInput } from '@mantine/core'
import { useState } from 'react'
import { CandidateRows } from '#renderer/files/candidate-rows.tsx'
import { ColumnSelect } from '#renderer/files/column-select.tsx'
import classes from '#renderer/files/mapper.module.css'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { KeyHint } from '#renderer/review/key-hint.tsx'
import { useKeys } from '#renderer/shell/keys/use-keys.ts'
import { Panel } from '#renderer/shell/page/panel.tsx'
import type { ColumnMapping } from '#shared/bank-statements/mapping.ts'
import type { ColumnRole } from '#shared/bank-statements/table/layout.ts'
import {
  AMOUNT_SHAPES,
  DECIMAL_SIGNS,
  draftFor,
  faultsOf,
  likelyHeader,
  mappingOf,
  neededRoles,
  optionalRoles,
  YEAR_PLACES,
} from './mapping-draft.ts'

interface ColumnMapperProps {
  /** The fullest rows of the table, one of them its header. */
  readonly rows: readonly (readonly string[])[]
  readonly fileName: string
  readonly onMap: (mapping: ColumnMapping) => void
}

const NAME_LIMIT = 80

/** A person names the columns of a table no layout knows; kept by its header row. */
export function ColumnMapper({ rows, fileName, onMap }: ColumnMapperProps) {
  const texts = useTexts().bankTemplates.naming
  const suggested = fileName.replace(/\.[^.]*$/, '').slice(0, NAME_LIMIT)
  const [headerAt, setHeaderAt] = useState(() => likelyHeader(rows))
  const [draft, setDraft] = useState(() => draftFor(rows[headerAt] ?? [], suggested))
  const faults = faultsOf(draft)
  const mapping = mappingOf(draft)
  const missing = neededRoles(draft.shape).filter((role) => faults[role] === 'missing')
  const save = () => {
    if (mapping !== null) onMap(mapping)
  }
  useKeys([{ means: 'submit-form', label: texts.save, run: save, whileTyping: true }])
  const choose = (role: ColumnRole) => (column: string | null) => {
    const { [role]: _, ...others } = draft.columns
    setDraft({ ...draft, columns: column === null ? others : { ...others, [role]: column } })
  }
  const select = (role: ColumnRole, isNeeded: boolean) => {
    const column = draft.columns[role] ?? null
    const at = column === null ? -1 : draft.header.indexOf(column)
    const fault = faults[role]
    return (
      <ColumnSelect
        key={role}
        label={texts.role[role]}
        header={draft.header}
        column={column}
        samples={rows.flatMap((cells, row) => (row === headerAt || !cells[at] ? [] : [cells[at]]))}
        isNeeded={isNeeded}
        error={fault === 'same' ? texts.same : null}
        onChange={choose(role)}
      />
    )
  }
  return (
    <Panel title={texts.title} lead={texts.lead}>
      <form
        className={classes.mapper}
        aria-label={texts.title}
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        <CandidateRows
          rows={rows}
          headerAt={headerAt}
          onHeader={(at) => {
            setHeaderAt(at)
            setDraft(draftFor(rows[at] ?? [], draft.name))
          }}
        />
        <fieldset className={classes.fields}>
          <legend>{texts.needed}</legend>
          <div className={classes.shape}>
            <span id="amount-shape">{texts.shape}</span>
            <SegmentedControl
              aria-labelledby="amount-shape"
              value={draft.shape}
              onChange={(shape) => setDraft({ ...draft, shape })}
              data={AMOUNT_SHAPES.map((value) => ({ value, label: texts.shapes[value] }))}
            />
          </div>
          {neededRoles(draft.shape).map((role) => select(role, true))}
          {draft.shape === 'flagged' ? (
            <>
              <TextInput
                label={texts.flagIn}
                description={texts.flagLead}
                inputWrapperOrder={['label', 'input', 'description', 'error']}
                maxLength={400}
                value={draft.flagsIn}
                error={faults.flags === undefined ? null : texts.flagBoth}
                onChange={(event) => setDraft({ ...draft, flagsIn: event.currentTarget.value })}
              />
              <TextInput
                label={texts.flagOut}
                description={texts.flagLead}
                inputWrapperOrder={['label', 'input', 'description', 'error']}
                maxLength={400}
                value={draft.flagsOut}
                onChange={(event) => setDraft({ ...draft, flagsOut: event.currentTarget.value })}
              />
            </>
          ) : null}
        </fieldset>
        <fieldset className={classes.fields}>
          <legend>{texts.optional}</legend>
          <div className={classes.shape}>
            <span id="decimal-sign">{texts.decimalSign}</span>
            <SegmentedControl
              aria-labelledby="decimal-sign"
              value={draft.decimalSign}
              onChange={(decimalSign) => setDraft({ ...draft, decimalSign })}
              data={DECIMAL_SIGNS.map((value) => ({ value, label: texts.decimalSigns[value] }))}
            />
          </div>
          <div className={classes.shape}>
            <span id="date-order">{texts.dateOrder}</span>
            <SegmentedControl
              aria-labelledby="date-order"
              value={draft.dateOrder}
              onChange={(dateOrder) => setDraft({ ...draft, dateOrder })}
              data={YEAR_PLACES.map((value) => ({ value, label: texts.dateOrders[value] }))}
            />
          </div>
          {optionalRoles().map((role) => select(role, false))}
        </fieldset>
        <footer className={classes.foot}>
          <TextInput
            className={classes.name ?? ''}
            label={texts.name}
            placeholder={texts.nameSample}
            maxLength={NAME_LIMIT}
            value={draft.name}
            error={faults.name === undefined ? null : texts.nameMissing}
            onChange={(event) => setDraft({ ...draft, name: event.currentTarget.value })}
          />
          <Button type="submit" disabled={mapping === null} rightSection={<KeyHint means="submit-form" />}>
            {texts.save}
          </Button>
          {mapping === null ? (
            <span className={classes.quiet} role="status">
              {[texts.incomplete, ...missing.map((role) => texts.role[role])].join(' · ')}
            </span>
          ) : null}
        </footer>
      </form>
    </Panel>
  )
}
