import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { CandidateRows } from '#renderer/files/candidate-rows.tsx'
import { ColumnSelect } from '#renderer/files/column-select.tsx'
import classes from '#renderer/files/mapper.module.css'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { KeyHint } from '#renderer/review/key-hint.tsx'
import { useKeys } from '#renderer/shell/keys/use-keys.ts'
import { Panel } from '#renderer/shell/page/panel.tsx'
import { NEEDED_FIELDS, ORDER_FIELDS, type OrderField } from '#shared/rules/order-files/order-fields.ts'
import {
  type OrderMapping,
  orderMappingSchema,
  usualPlaces,
} from '#shared/rules/order-files/order-mapping.ts'

interface OrderMapperProps {
  /** The fullest rows of the table, one of them its header. */
  readonly rows: readonly (readonly string[])[]
  readonly fileName: string
  readonly onMap: (mapping: OrderMapping) => void
}

type Texts = Readonly<Partial<Record<OrderField, string>>>

const NAME_LIMIT = 80
const NEEDED: readonly OrderField[] = NEEDED_FIELDS
const OPTIONAL = ORDER_FIELDS.filter((field) => !NEEDED.includes(field))

/** A person names the columns of a file of orders, or what every row has; kept by its header row. */
export function OrderMapper({ rows, fileName, onMap }: OrderMapperProps) {
  const { mapper, field: names } = useTexts().orderImport
  const [headerAt, setHeaderAt] = useState(() => likelyHeader(rows))
  const header = rows[headerAt] ?? []
  const [columns, setColumns] = useState<Texts>(() => knownColumns(header))
  const [constants, setConstants] = useState<Texts>({})
  const [name, setName] = useState(fileName.replace(/\.[^.]*$/, '').slice(0, NAME_LIMIT))
  const missing = NEEDED.filter((field) => columns[field] === undefined && (constants[field] ?? '') === '')
  const parsed = orderMappingSchema.safeParse({
    format: 1,
    name: name.trim(),
    header: [...header],
    columns,
    constants: Object.fromEntries(Object.entries(constants).filter(([, text]) => text !== '')),
  })
  const save = () => {
    if (parsed.success && missing.length === 0) onMap(parsed.data)
  }
  useKeys([{ means: 'submit-form', label: mapper.save, run: save, whileTyping: true }])
  const choose = (field: OrderField) => (column: string | null) => {
    const { [field]: _gone, ...others } = columns
    setColumns(column === null ? others : { ...others, [field]: column })
  }
  const select = (field: OrderField) => {
    const column = columns[field] ?? null
    const at = column === null ? -1 : header.indexOf(column)
    return (
      <div key={field}>
        <ColumnSelect
          label={names[field]}
          header={header}
          column={column}
          samples={rows.flatMap((cells, row) => (row === headerAt || !cells[at] ? [] : [cells[at]]))}
          isNeeded={field === 'number'}
          error={null}
          onChange={choose(field)}
        />
        {column !== null || field === 'number' ? null : (
          <TextInput
            size="xs"
            aria-label={mapper.constant(names[field])}
            placeholder={mapper.constant(names[field])}
            maxLength={200}
            value={constants[field] ?? ''}
            onChange={(event) => setConstants({ ...constants, [field]: event.currentTarget.value })}
          />
        )}
      </div>
    )
  }
  return (
    <Panel title={mapper.title} lead={mapper.lead}>
      <form
        className={classes.mapper}
        aria-label={mapper.title}
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
            setColumns(knownColumns(rows[at] ?? []))
          }}
        />
        <fieldset className={classes.fields}>
          <legend>{mapper.needed}</legend>
          {NEEDED.map(select)}
        </fieldset>
        <fieldset className={classes.fields}>
          <legend>{mapper.optional}</legend>
          {OPTIONAL.map(select)}
        </fieldset>
        <footer className={classes.foot}>
          <TextInput
            className={classes.name ?? ''}
            label={mapper.name}
            maxLength={NAME_LIMIT}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Button
            type="submit"
            disabled={!parsed.success || missing.length > 0}
            rightSection={<KeyHint means="submit-form" />}
          >
            {mapper.save}
          </Button>
          {missing.length === 0 ? null : (
            <span className={classes.quiet} role="status">
              {mapper.incomplete}
              {missing.map((field) => names[field]).join(' · ')}
            </span>
          )}
        </footer>
      </form>
    </Panel>
  )
}

/** The row most likely to be the header: with the fewest digits. */
function likelyHeader(rows: readonly (readonly string[])[]): number {
  const withDigits = rows.map((cells) => cells.filter((cell) => /\d/.test(cell)).length)
  return Math.max(withDigits.indexOf(Math.min(...withDigits)), 0)
}

/** What the names of a header row tell by themselves. */
function knownColumns(header: readonly string[]): Texts {
  const places = Object.entries(usualPlaces(header))
  return Object.fromEntries(
    places.flatMap(([field, at]) => (typeof at === 'number' ? [[field, header[at] ?? '']] : [])),
  )
}
