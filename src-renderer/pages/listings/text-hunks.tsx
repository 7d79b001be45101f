import { useTexts } from '#renderer/i18n/language-context.ts'
import type { TextDiff } from '#shared/rules/listing/package-diff.ts'
import classes from './package-tables.module.css'

/** The changed lines of one text with what stands around them, as in a unified diff. */
export function TextHunks({ text }: { readonly text: TextDiff }) {
  const texts = useTexts().listings.diff
  return (
    <>
      <h4 className={classes.subtitle}>{text.path}</h4>
      {text.tooDifferent ? <p className={classes.none}>{texts.tooDifferent}</p> : null}
      {text.hunks.map((hunk) => (
        <div key={`${hunk.oldStart} ${hunk.newStart}`} className={classes.hunks}>
          <div className={classes.hunk}>
            −{hunk.oldStart} +{hunk.newStart}
          </div>
          {hunk.lines.map((line, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines of a finished diff never move
            <span key={index} className={classes.code} data-kind={line.slice(0, 1)}>
              {line}
            </span>
          ))}
        </div>
      ))}
    </>
  )
}
