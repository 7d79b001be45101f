import { ActionIcon, Button, Checkbox, NativeSelect, NumberInput, TextInput } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconPlus, IconX } from '@tabler/icons-react'
import { ulid } from 'ulid'
import { useBilingual, useTexts } from '#renderer/i18n/language-context.ts'
import { Panel } from '#renderer/shell/page/panel.tsx'
import { COLUMN_CONTENT_WORDS } from '#shared/words/payment-templates.ts'
import { AnswerNamesFields } from './answer-names-fields.tsx'
import classes from './payment-templates.module.css'
import { type ColumnDraft, newColumn, type TemplateDraft } from './template-draft.ts'

interface TemplateFormProps {
  readonly draft: TemplateDraft
  readonly isNew: boolean
  readonly onChange: (draft: TemplateDraft) => void
}

// Keys of an object literal are what it was written with.
const KINDS = Object.keys(COLUMN_CONTENT_WORDS) as ColumnDraft['kind'][]

/** The parts of a template and its columns, in the order in which they are written. */
export function TemplateForm({ draft, isNew, onChange }: TemplateFormProps) {
  const words = useTexts().payoutBatches.templates
  const { columns } = draft
  const write = (part: Partial<TemplateDraft>) => onChange({ ...draft, ...part })
  const change = (at: number, part: Partial<ColumnDraft>) =>
    write({ columns: columns.map((each, place) => (place === at ? { ...each, ...part } : each)) })
  const move = (at: number, to: number) => {
    const moved = columns[at]
    if (moved === undefined) return
    const others = columns.filter((_, place) => place !== at)
    write({ columns: [...others.slice(0, to), moved, ...others.slice(to)] })
  }
  return (
    <div className={classes.form}>
      <div className={classes.parts}>
        {isNew ? (
          <TextInput
            label={words.id}
            description={words.idHint}
            inputWrapperOrder={['label', 'input', 'description']}
            maxLength={32}
            value={draft.id}
            onChange={(event) => write({ id: event.currentTarget.value })}
          />
        ) : null}
        <TextInput
          label={words.name}
          description={words.nameHint}
          inputWrapperOrder={['label', 'input', 'description']}
          maxLength={80}
          value={draft.name}
          onChange={(event) => write({ name: event.currentTarget.value })}
        />
        <TextInput
          label={words.sheet}
          maxLength={31}
          value={draft.sheet}
          onChange={(event) => write({ sheet: event.currentTarget.value })}
        />
        <NativeSelect
          label={words.file}
          data={['xls', 'xlsx']}
          value={draft.file}
          onChange={(event) => write({ file: event.currentTarget.value === 'xls' ? 'xls' : 'xlsx' })}
        />
      </div>
      <Panel title={words.columns}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">#</th>
              <th scope="col">{words.heading}</th>
              <th scope="col">{words.content}</th>
              <th scope="col">{words.fixed}</th>
              <th scope="col">{words.maxLength}</th>
              <th scope="col">{words.required}</th>
              <th />
            </tr>
          </thead>
          <tbody>
            {columns.map((column, at) => (
              <ColumnRow
                key={column.key}
                column={column}
                at={at}
                isLast={at === columns.length - 1}
                onChange={(part) => change(at, part)}
                onMove={(to) => move(at, to)}
                onRemove={() => write({ columns: columns.filter((_, place) => place !== at) })}
              />
            ))}
          </tbody>
        </table>
      </Panel>
      <Button
        variant="default"
        leftSection={<IconPlus size={15} aria-hidden />}
        onClick={() => write({ columns: [...columns, newColumn(ulid())] })}
      >
        {words.addColumn}
      </Button>
      <AnswerNamesFields answer={draft.answer} onChange={(answer) => write({ answer })} />
    </div>
  )
}

interface ColumnRowProps {
  readonly column: ColumnDraft
  readonly at: number
  readonly isLast: boolean
  readonly onChange: (part: Partial<ColumnDraft>) => void
  readonly onMove: (to: number) => void
  readonly onRemove: () => void
}

function ColumnRow({ column, at, isLast, onChange, onMove, onRemove }: ColumnRowProps) {
  const words = useTexts().payoutBatches.templates
  const say = useBilingual()
  const named = (what: string) => `${words.column(at + 1)} ${what}`
  return (
    <tr>
      <td className={classes.place}>{at + 1}</td>
      <td>
        <TextInput
          aria-label={named(words.heading)}
          maxLength={100}
          value={column.heading}
          onChange={(event) => onChange({ heading: event.currentTarget.value })}
        />
      </td>
      <td>
        <NativeSelect
          aria-label={named(words.content)}
          data={KINDS.map((kind) => ({ value: kind, label: say(COLUMN_CONTENT_WORDS[kind]) }))}
          value={column.kind}
          onChange={(event) => {
            const kind = KINDS.find((each) => each === event.currentTarget.value)
            if (kind !== undefined) onChange({ kind })
          }}
        />
      </td>
      <td>
        <ContentFields column={column} named={named} onChange={onChange} />
      </td>
      <td>
        <NumberInput
          aria-label={named(words.maxLength)}
          w={72}
          min={1}
          max={500}
          allowDecimal={false}
          hideControls
          value={column.maxLength}
          onChange={(value) => onChange({ maxLength: typeof value === 'number' ? value : '' })}
        />
      </td>
      <td>
        <Checkbox
          aria-label={named(words.required)}
          checked={column.isRequired}
          onChange={(event) => onChange({ isRequired: event.currentTarget.checked })}
        />
      </td>
      <td className={classes.moves}>
        <ActionIcon
          variant="subtle"
          aria-label={named(words.up)}
          disabled={at === 0}
          onClick={() => onMove(at - 1)}
        >
          <IconArrowUp size={15} />
        </ActionIcon>
        <ActionIcon
          variant="subtle"
          aria-label={named(words.down)}
          disabled={isLast}
          onClick={() => onMove(at + 1)}
        >
          <IconArrowDown size={15} />
        </ActionIcon>
        <ActionIcon variant="subtle" color="red" aria-label={named(words.remove)} onClick={onRemove}>
          <IconX size={15} />
        </ActionIcon>
      </td>
    </tr>
  )
}

interface ContentFieldsProps {
  readonly column: ColumnDraft
  readonly named: (what: string) => string
  readonly onChange: (part: Partial<ColumnDraft>) => void
}

/** What a kind of content needs besides its name. */
function ContentFields({ column, named, onChange }: ContentFieldsProps) {
  const words = useTexts().payoutBatches.templates
  const { kind, text, bankDigits, own, other } = column
  if (kind === 'text') {
    return (
      <TextInput
        aria-label={named(words.fixed)}
        maxLength={60}
        value={text}
        onChange={(event) => onChange({ text: event.currentTarget.value })}
      />
    )
  }
  if (kind !== 'own-or-other') return null
  return (
    <div className={classes.ownOrOther}>
      {(
        [
          ['bankDigits', words.bankDigits, bankDigits, 3],
          ['own', words.own, own, 10],
          ['other', words.other, other, 10],
        ] as const
      ).map(([part, label, value, maxLength]) => (
        <TextInput
          key={part}
          aria-label={named(label)}
          title={label}
          placeholder={label}
          maxLength={maxLength}
          value={value}
          onChange={(event) => onChange({ [part]: event.currentTarget.value })}
        />
      ))}
    </div>
  )
}
