import { UnstyledButton } from '@mantine/core'
import { IconPhotoOff, IconWorld } from '@tabler/icons-react'
import { useState } from 'react'
import { formatBytes } from '#renderer/format/quantity.ts'
import { useTexts } from '#renderer/i18n/language-context.ts'
import type { ListingVersion } from '#shared/contracts/console-platform/records/listing.ts'
import type { PictureView } from '#shared/rules/listing/package-report.ts'
import classes from './screenshots.module.css'
import { usePicture } from './use-picture.ts'

interface PictureTileProps {
  readonly listingVersion: Pick<ListingVersion, 'id' | 'uploads'>
  readonly picture: PictureView
  readonly pressed: boolean
  /** Null where there is no larger view. */
  readonly onOpen: (() => void) | null
}

/** A small picture with its name, its type by content and its size. */
export function PictureTile({ listingVersion, picture, pressed, onOpen }: PictureTileProps) {
  const texts = useTexts().listings.screenshots
  const { address, here, failed } = usePicture(listingVersion, picture)
  const [broken, setBroken] = useState(false)
  const name = picture.path ?? picture.reference ?? ''
  const trouble = troubleOf(picture, here, failed || broken, texts)
  const content = (
    <>
      <span className={classes.frame}>
        {trouble === null && address !== null ? (
          <img src={address} alt={name} loading="lazy" onError={() => setBroken(true)} />
        ) : null}
        {trouble === null ? null : (
          <span className={classes.trouble}>
            {picture.kind === 'url' ? <IconWorld size={20} /> : <IconPhotoOff size={20} />}
            {trouble}
          </span>
        )}
      </span>
      <span className={classes.name} title={name}>
        {name.slice(name.lastIndexOf('/') + 1)}
      </span>
      <span className={classes.facts} data-bad={!picture.accepted}>
        {factsOf(picture)}
        {picture.accepted || picture.mediaType === null ? null : ` · ${texts.notAccepted}`}
      </span>
    </>
  )
  return onOpen === null || trouble !== null ? (
    <div className={classes.tile}>{content}</div>
  ) : (
    <UnstyledButton
      className={classes.tile ?? ''}
      aria-label={texts.open(name)}
      aria-pressed={pressed}
      onClick={onOpen}
    >
      {content}
    </UnstyledButton>
  )
}

function troubleOf(
  picture: PictureView,
  here: boolean,
  failed: boolean,
  texts: {
    readonly missing: string
    readonly embedded: string
    readonly remote: string
    readonly unreadable: string
  },
): string | null {
  if (picture.kind === 'missing') return texts.missing
  if (picture.kind === 'data') return texts.embedded
  if (!here) return texts.remote
  return failed || (picture.kind === 'file' && picture.mediaType === null) ? texts.unreadable : null
}

/** `image/png · 1280 × 720 · 240.1 KB`, without what is unknown. */
function factsOf({ mediaType, width, height, bytes }: PictureView): string {
  const size = width === null || height === null ? null : `${width} × ${height}`
  return [mediaType, size, bytes === null ? null : formatBytes(bytes)]
    .filter((part) => part !== null)
    .join(' · ')
}
