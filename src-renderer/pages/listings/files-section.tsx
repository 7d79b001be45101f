import { formatBytes } from '#renderer/format/quantity.ts'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { CaseSection } from '#renderer/review/case-section.tsx'
import type { PackageView } from '#shared/rules/listing/package-report.ts'
import classes from './package-tables.module.css'

/** Rows shown of a package's files; a package may hold very many. */
const FILE_LIMIT = 1000

/** Every file of the package with its size. */
export function FilesSection({ files }: { readonly files: PackageView['files'] }) {
  const texts = useTexts().listings
  return (
    <CaseSection title={texts.sections.files} aside={texts.files.count(files.length)}>
      {files.length > FILE_LIMIT ? <p className={classes.none}>{texts.files.limited(FILE_LIMIT)}</p> : null}
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{texts.files.path}</th>
            <th scope="col" className={classes.number}>
              {texts.files.size}
            </th>
          </tr>
        </thead>
        <tbody>
          {files.slice(0, FILE_LIMIT).map((file) => (
            <tr key={file.path}>
              <td>
                <code>{file.path}</code>
              </td>
              <td className={classes.number}>{formatBytes(file.bytes)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </CaseSection>
  )
}
