import { formatBytes } from '#renderer/format/quantity.ts'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { CaseSection } from '#renderer/review/case-section.tsx'
import type { PackageDiff } from '#shared/rules/listing/package-diff.ts'
import { ChangeTable } from './change-table.tsx'
import classes from './package-tables.module.css'
import { TextHunks } from './text-hunks.tsx'

/** What the submission changes against the live version: metadata, settings, files, lines. */
export function DiffSection({ diff }: { readonly diff: PackageDiff | null }) {
  const texts = useTexts().listings
  const words = texts.diff
  if (diff === null) {
    return (
      <CaseSection title={texts.sections.diff}>
        <p className={classes.none}>{words.none}</p>
      </CaseSection>
    )
  }
  const same = diff.metadata.length + diff.files.length + diff.texts.length + diff.values.length === 0
  const size = (bytes: number | null) => (bytes === null ? null : formatBytes(bytes))
  return (
    <CaseSection title={texts.sections.diff} aside={diff.cut ? words.cut : null}>
      {same ? <p className={classes.none}>{words.same}</p> : null}
      <ChangeTable
        title={words.metadata}
        rows={diff.metadata.map(({ key, old, new: now }) => ({ key, change: null, old, now }))}
      />
      <ChangeTable
        title={words.values}
        rows={diff.values.map(({ key, change, old, new: now }) => ({
          key,
          change: words.valueChange[change],
          old,
          now,
        }))}
      />
      <ChangeTable
        title={words.files}
        rows={diff.files.map(({ path, change, oldBytes, newBytes }) => ({
          key: path,
          change: words.change[change],
          old: size(oldBytes),
          now: size(newBytes),
        }))}
      />
      {diff.texts.map((text) => (
        <TextHunks key={text.path} text={text} />
      ))}
    </CaseSection>
  )
}
