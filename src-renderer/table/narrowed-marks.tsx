import { Button } from '@mantine/core'

interface NarrowedMarksProps {
  readonly from: string | null
  readonly to: string | null
  /** What else the address names, by the part of the address that does. */
  readonly named: Readonly<Record<string, string | null>>
  readonly onChange: (part: { readonly [key: string]: undefined }) => void
}

/** What an address narrows a list to that no filter of it sets, each let go by a click. */
export function NarrowedMarks({ from, to, named, onChange }: NarrowedMarksProps) {
  return (
    <>
      {from === null && to === null ? null : (
        <Button variant="light" onClick={() => onChange({ from: undefined, to: undefined })}>
          {from} – {to} ×
        </Button>
      )}
      {Object.entries(named)
        .filter(([, value]) => value !== null)
        .map(([name, value]) => (
          <Button key={name} variant="light" onClick={() => onChange({ [name]: undefined })}>
            {value} ×
          </Button>
        ))}
    </>
  )
}
