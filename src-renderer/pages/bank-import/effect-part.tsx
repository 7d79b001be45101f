import classes from '#renderer/files/preview.module.css'
import { grouped } from '#renderer/format/quantity.ts'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { CaseSection } from '#renderer/review/case-section.tsx'
import type { ImportSection } from '#shared/contracts/console-engine/bank-imports.ts'
import { addedLines } from './added-lines.ts'
import { moneyText } from './money-text.ts'

interface EffectPartProps {
  readonly section: ImportSection
  readonly matchAutomatically: boolean
}

/** Exactly what the import will do, in sentences with numbers. */
export function EffectPart({ section, matchAutomatically }: EffectPartProps) {
  const texts = useTexts().bankImport.effect
  const { known, overlapping, automatic, suggested } = section
  const added = addedLines(section)
  const matched = matchAutomatically ? automatic : 0
  const open = added - automatic - suggested
  const sentences = [
    section.account === null && texts.notCompared(grouped(section.lines)),
    section.account !== null && section.new > 0 && texts.new(grouped(section.new)),
    overlapping > 0 && texts.overlapping(grouped(overlapping)),
    matched > 0 &&
      texts.automatic(grouped(matched), moneyText(section.automaticAmount, section.head.currency)),
    automatic > matched && texts.manual(grouped(automatic)),
    suggested > 0 && texts.suggested(grouped(suggested)),
    section.account !== null && open > 0 && texts.open(grouped(open)),
    added === 0 && texts.nothing,
    known > 0 && texts.known(grouped(known)),
  ].filter((sentence) => typeof sentence === 'string')
  return (
    <CaseSection title={texts.title}>
      <ul className={classes.effects}>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {added === 0 ? null : <p className={classes.note}>{texts.undo}</p>}
    </CaseSection>
  )
}
