import { useTexts } from '#renderer/i18n/language-context.ts'
import type { PackageView } from '#shared/rules/listing/package-report.ts'
import { HostileText } from './hostile-text.tsx'
import classes from './package-documents.module.css'

/** The same text in each of its languages, side by side where there is room. */
export function PackageDocuments({ documents }: { readonly documents: PackageView['readmes'] }) {
  const texts = useTexts().listings.readme
  return (
    <div className={classes.columns}>
      {documents.map((document) => (
        <article key={document.path} className={classes.column} lang={document.language}>
          <h4 className={classes.head}>
            {document.path}
            {document.encoding === null || document.encoding === 'utf-8' ? null : ` · ${document.encoding}`}
          </h4>
          <HostileText text={document.text} none={texts.absent(document.path)} />
        </article>
      ))}
    </div>
  )
}
