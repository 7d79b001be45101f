import { IconCheck, IconX } from '@tabler/icons-react'
import { useBilingual, useTexts } from '#renderer/i18n/language-context.ts'
import { CaseSection } from '#renderer/review/case-section.tsx'
import type { PackageView } from '#shared/rules/listing/package-report.ts'
import { PackageDocuments } from './package-documents.tsx'
import classes from './readme-section.module.css'

/** Which of the required sections each README has, and both as they read. */
export function ReadmeSection({ readmes }: { readonly readmes: PackageView['readmes'] }) {
  const texts = useTexts().listings
  const say = useBilingual()
  const required = readmes[0]?.sections ?? []
  return (
    <CaseSection title={texts.sections.readme} aside={texts.readme.hostile}>
      {required.length === 0 ? null : (
        <table className={classes.sections}>
          <thead>
            <tr>
              <th scope="col">{texts.readme.sections}</th>
              {readmes.map((readme) => (
                <th key={readme.path} scope="col">
                  {readme.path}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {required.map((section) => (
              <tr key={section.key}>
                <th scope="row">{say(section.title)}</th>
                {readmes.map((readme) => (
                  <td key={readme.path}>
                    <SectionMark
                      section={readme.sections.find((other) => other.key === section.key) ?? null}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <PackageDocuments documents={readmes} />
    </CaseSection>
  )
}

/** Found under which heading, found without content, or missing. */
function SectionMark({
  section,
}: {
  readonly section: PackageView['readmes'][number]['sections'][number] | null
}) {
  const texts = useTexts().listings.readme
  const heading = section?.heading ?? null
  const complete = heading !== null && section?.hasContent === true
  const Icon = complete ? IconCheck : IconX
  return (
    <span className={classes.mark} data-there={complete}>
      <Icon size={14} aria-hidden />
      {heading === null ? texts.missing : complete ? texts.found : texts.empty}
      {heading === null ? null : <span className={classes.heading}>{heading}</span>}
    </span>
  )
}
