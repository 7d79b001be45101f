import { Button, Group } from '@mantine/core'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { KeyHint } from '#renderer/review/key-hint.tsx'
import { choosing, type KeyMeaning } from '#renderer/shell/keys/key-meanings.ts'
import { useKeys } from '#renderer/shell/keys/use-keys.ts'
import { OTHER_KINDS, type OtherKind } from '#shared/contracts/console-platform/records/bank-line.ts'

interface KindChoiceProps {
  readonly label: string
  readonly value: OtherKind | null
  readonly onChange: (kind: OtherKind) => void
}

/** What money is that is no deposit, each kind with the key of its place. */
export function KindChoice({ label, value, onChange }: KindChoiceProps) {
  const texts = useTexts().bankLines
  useKeys(
    OTHER_KINDS.flatMap((kind, index) => {
      const means = choosing(index)
      return means === null
        ? []
        : [{ means, label: texts.kind[kind], run: () => onChange(kind), hidden: true }]
    }),
  )
  return (
    <Group gap={8} role="group" aria-label={label}>
      {OTHER_KINDS.map((kind, index) => (
        <Button
          key={kind}
          variant={value === kind ? 'light' : 'default'}
          aria-pressed={value === kind}
          rightSection={<Place means={choosing(index)} />}
          onClick={() => onChange(kind)}
        >
          {texts.kind[kind]}
        </Button>
      ))}
    </Group>
  )
}

function Place({ means }: { readonly means: KeyMeaning | null }) {
  return means === null ? null : <KeyHint means={means} />
}
