import { Checkbox } from '@mantine/core'
import classes from '#renderer/files/preview.module.css'
import { accountName } from '#renderer/format/account-name.ts'
import { grouped } from '#renderer/format/quantity.ts'
import { useTexts } from '#renderer/i18n/language-context.ts'
import type { Texts } from '#renderer/i18n/texts.ts'
import type { ImportSection } from '#shared/contracts/console-engine/bank-imports.ts'
import type { Acceptable } from '#shared/contracts/console-platform/records/bank-statement.ts'
import { moneyText } from './money-text.ts'

interface AcceptListProps {
  readonly section: ImportSection
  readonly accepted: readonly Acceptable[]
  readonly onChange: (accepted: readonly Acceptable[]) => void
}

/** What a person takes upon herself, sentence by sentence; each is kept with the statement. */
export function AcceptList({ section, accepted, onChange }: AcceptListProps) {
  const texts = useTexts()
  const words = texts.bankImport.accept
  if (section.toAccept.length === 0 || section.barred !== null) return null
  return (
    <section className={classes.accept} aria-label={words.title}>
      <h3>{words.title}</h3>
      {section.toAccept.map((each) => (
        <Checkbox
          key={each}
          size="xs"
          label={sentence(each, section, texts)}
          checked={accepted.includes(each)}
          onChange={(event) =>
            onChange(
              event.currentTarget.checked ? [...accepted, each] : accepted.filter((other) => other !== each),
            )
          }
        />
      ))}
    </section>
  )
}

function sentence(
  each: Acceptable,
  { head, account, overlapping, continuity }: ImportSection,
  texts: Texts,
): string {
  const words = texts.bankImport.accept.sentence
  const into = account === null ? texts.format.none : accountName(account)
  switch (each) {
    case 'account-unnamed':
      return words['account-unnamed'](into)
    case 'account-differs':
      return words['account-differs'](head.account ?? texts.format.none, into)
    case 'rows-left-out':
      return words['rows-left-out'](grouped(head.skipped.matter))
    case 'undecodable':
      return words.undecodable(grouped(head.undecodable))
    case 'overlapping':
      return words.overlapping(grouped(overlapping))
    case 'not-continuous':
      return continuity === null
        ? ''
        : words['not-continuous'](
            continuity.after,
            moneyText(continuity.expected, head.currency),
            continuity.on,
            moneyText(continuity.found, head.currency),
            moneyText(continuity.found - continuity.expected, head.currency),
          )
    case 'unproven':
    case 'contradicted':
      return words[each]
  }
}
