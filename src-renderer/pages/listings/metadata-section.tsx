import type { ReactNode } from 'react'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { CaseSection } from '#renderer/review/case-section.tsx'
import { type Fact, FactList } from '#renderer/review/fact-list.tsx'
import type { PackageView } from '#shared/rules/listing/package-report.ts'
import classes from './package-tables.module.css'

/** What the metadata file states: plain fields, texts by language, and the file as it was written. */
export function MetadataSection({ opened }: { readonly opened: PackageView }) {
  const all = useTexts()
  const texts = all.listings
  const { metadata, manual, metadataText } = opened
  const words = texts.metadata
  const facts: Fact[] = [
    { label: words.name, value: metadata.name },
    { label: words.version, value: metadata.version },
    { label: words.apiVersion, value: metadata.apiVersion },
    { label: words.category, value: metadata.category },
    { label: words.installationMode, value: metadata.installationMode },
    { label: words.kubeVersion, value: metadata.kubeVersion },
    { label: words.ksVersion, value: metadata.ksVersion },
    {
      label: words.keywords,
      value: metadata.keywords.length === 0 ? null : all.review.listed(metadata.keywords),
    },
    { label: words.home, value: metadata.home },
    { label: words.docs, value: metadata.docs },
    { label: words.manual, value: manual === null ? null : `${manual.url} (${manual.place})` },
    { label: words.images, value: metadata.images.length === 0 ? null : <Lines lines={metadata.images} /> },
  ]
  const languages = [
    ...new Set([
      ...Object.keys(metadata.displayName),
      ...Object.keys(metadata.description),
      ...metadata.provider.map((provider) => provider.language),
    ]),
  ]
  return (
    <CaseSection title={texts.sections.metadata}>
      <FactList facts={facts} />
      <div className={classes.scroller}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{words.field}</th>
              {languages.map((language) => (
                <th key={language} scope="col">
                  {language}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <LanguageRow
              label={words.displayName}
              languages={languages}
              of={(key) => metadata.displayName[key]}
            />
            <LanguageRow
              label={words.description}
              languages={languages}
              of={(key) => metadata.description[key]}
            />
            <LanguageRow
              label={words.provider}
              languages={languages}
              of={(key) => {
                const provider = metadata.provider.find((each) => each.language === key)
                return [provider?.name, provider?.email, provider?.url].filter((part) => part).join(' · ')
              }}
            />
          </tbody>
        </table>
      </div>
      {metadataText === null ? null : (
        <details className={classes.raw}>
          <summary>{words.raw}</summary>
          <pre>{metadataText.slice(0, RAW_LIMIT)}</pre>
        </details>
      )}
    </CaseSection>
  )
}

/** Characters of the metadata file that are shown. */
const RAW_LIMIT = 100_000

function LanguageRow({
  label,
  languages,
  of,
}: {
  readonly label: string
  readonly languages: readonly string[]
  readonly of: (language: string) => ReactNode
}) {
  return (
    <tr>
      <th scope="row">{label}</th>
      {languages.map((language) => (
        <td key={language}>{of(language) || '—'}</td>
      ))}
    </tr>
  )
}

function Lines({ lines }: { readonly lines: readonly string[] }) {
  return (
    <>
      {lines.map((line) => (
        <code key={line} className={classes.line}>
          {line}
        </code>
      ))}
    </>
  )
}
