import { Select } from '@mantine/core'
import { useTexts } from '#renderer/i18n/language-context.ts'

interface ColumnSelectProps {
  readonly label: string
  readonly header: readonly string[]
  readonly column: string | null
  /** Values of the column in the rows that are here. */
  readonly samples: readonly string[]
  readonly isNeeded: boolean
  readonly error: string | null
  readonly onChange: (column: string | null) => void
}

/** Which column holds this; a value from it says whether that is right. */
export function ColumnSelect(props: ColumnSelectProps) {
  const { label, header, column, samples, isNeeded, error, onChange } = props
  const texts = useTexts().bankTemplates.naming
  const [sample] = samples
  return (
    <Select
      label={label}
      required={isNeeded}
      clearable={!isNeeded}
      searchable
      placeholder={isNeeded ? texts.pick : texts.none}
      data={[...new Set(header.filter((cell) => cell !== ''))]}
      value={column}
      error={error}
      description={sample === undefined ? null : texts.sample(sample)}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      onChange={onChange}
    />
  )
}
