import { Anchor } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useState } from 'react'
import classes from '#renderer/files/preview.module.css'
import { grouped } from '#renderer/format/quantity.ts'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { CaseSection } from '#renderer/review/case-section.tsx'
import { SKIP_REASONS } from '#shared/bank-statements/statement.ts'
import type { StatementHead } from '#shared/contracts/console-platform/records/bank-statement.ts'

type Skipped = StatementHead['skipped']

/** Every row that is no line, with its reason: what may be money first and always, the rest on demand. */
export function SkippedPart({ skipped }: { readonly skipped: Skipped }) {
  const texts = useTexts().bankImport.skipped
  const [isOpen, setOpen] = useState(false)
  const mattering = skipped.first.filter(({ reason }) => matters(reason))
  const others = skipped.first.filter(({ reason }) => !matters(reason))
  const shown = isOpen ? [...mattering, ...others] : mattering
  return (
    <CaseSection
      title={texts.title}
      aside={[texts.count(grouped(skipped.rows)), skipped.matter > 0 && texts.matter(grouped(skipped.matter))]
        .filter((part) => part !== false)
        .join(' · ')}
    >
      {skipped.rows === 0 ? <p className={classes.note}>{texts.none}</p> : null}
      <ul className={classes.skipped}>
        {shown.map((row) => (
          <SkippedRow key={`${row.place.page} ${row.place.row} ${row.reason}`} row={row} />
        ))}
      </ul>
      {isOpen && skipped.rows > skipped.first.length ? (
        <p className={classes.note}>{texts.cut(grouped(skipped.first.length))}</p>
      ) : null}
      {others.length === 0 ? null : (
        <Anchor component="button" type="button" size="xs" onClick={() => setOpen(!isOpen)}>
          {isOpen ? texts.hide : texts.show(grouped(skipped.rows - mattering.length))}
        </Anchor>
      )}
    </CaseSection>
  )
}

function SkippedRow({ row: { place, reason, excerpt } }: { readonly row: Skipped['first'][number] }) {
  const texts = useTexts().bankImport.skipped
  const words: Readonly<Record<string, string>> = texts.reason
  return (
    <li>
      <span className={classes.place}>{texts.place(place.page, grouped(place.row))}</span>
      <span className={matters(reason) ? classes.warn : classes.quiet}>
        {matters(reason) ? <IconAlertTriangle size={14} aria-hidden /> : null} {words[reason] ?? reason}
      </span>
      <span className={classes.excerpt} title={excerpt}>
        {excerpt}
      </span>
    </li>
  )
}

/** A reason of a newer engine is taken for one that matters. */
function matters(reason: string): boolean {
  const known: Readonly<Record<string, { readonly matters: boolean }>> = SKIP_REASONS
  return known[reason]?.matters ?? true
}
