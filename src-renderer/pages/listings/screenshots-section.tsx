import { useState } from 'react'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { CaseSection } from '#renderer/review/case-section.tsx'
import type { ListingVersion } from '#shared/contracts/console-platform/records/listing.ts'
import type { PackageView } from '#shared/rules/listing/package-report.ts'
import { LargePicture } from './large-picture.tsx'
import { PictureTile } from './picture-tile.tsx'
import classes from './screenshots.module.css'

interface ScreenshotsSectionProps {
  readonly listingVersion: Pick<ListingVersion, 'id' | 'uploads'>
  readonly opened: Pick<PackageView, 'screenshots' | 'icon'>
}

/** The screenshots and the icon as the store would show them, with what they are by content. */
export function ScreenshotsSection({ listingVersion, opened }: ScreenshotsSectionProps) {
  const texts = useTexts().listings
  const { screenshots, icon } = opened
  const [large, setLarge] = useState<number | null>(null)
  const shown = large === null ? undefined : screenshots[large]
  return (
    <CaseSection title={texts.sections.screenshots} aside={screenshots.length}>
      {large !== null && shown !== undefined ? (
        <LargePicture
          listingVersion={listingVersion}
          picture={shown}
          index={large}
          count={screenshots.length}
          onIndex={setLarge}
        />
      ) : null}
      {screenshots.length === 0 ? (
        <div className={classes.none}>
          <strong>{texts.screenshots.none}</strong>
          <span>{texts.screenshots.noneLead}</span>
        </div>
      ) : (
        <ul className={classes.grid}>
          {screenshots.map((picture, index) => (
            <li key={`${picture.path} ${picture.reference}`}>
              <PictureTile
                listingVersion={listingVersion}
                picture={picture}
                pressed={index === large}
                onOpen={() => setLarge(index === large ? null : index)}
              />
            </li>
          ))}
        </ul>
      )}
      <h4 className={classes.subtitle}>{texts.screenshots.icon}</h4>
      {icon === null ? (
        <p className={classes.none}>{texts.screenshots.noIcon}</p>
      ) : (
        <div className={classes.icon}>
          <PictureTile listingVersion={listingVersion} picture={icon} pressed={false} onOpen={null} />
        </div>
      )}
    </CaseSection>
  )
}
