import { ActionIcon } from '@mantine/core'
import { IconChevronLeft, IconChevronRight, IconX } from '@tabler/icons-react'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { useKeys } from '#renderer/shell/keys/use-keys.ts'
import type { ListingVersion } from '#shared/contracts/console-platform/records/listing.ts'
import type { PictureView } from '#shared/rules/listing/package-report.ts'
import classes from './screenshots.module.css'
import { usePicture } from './use-picture.ts'

interface LargePictureProps {
  readonly listingVersion: Pick<ListingVersion, 'id' | 'uploads'>
  readonly picture: PictureView
  readonly index: number
  readonly count: number
  /** Null closes the large view. */
  readonly onIndex: (index: number | null) => void
}

/** One screenshot as wide as the case, in place above the others. */
export function LargePicture({ listingVersion, picture, index, count, onIndex }: LargePictureProps) {
  const texts = useTexts().listings.screenshots
  const { address } = usePicture(listingVersion, picture)
  const name = picture.path ?? picture.reference ?? ''
  const close = () => onIndex(null)
  const previous = () => onIndex(Math.max(0, index - 1))
  const next = () => onIndex(Math.min(count - 1, index + 1))
  useKeys([
    { means: 'close', label: texts.close, run: close, hidden: true },
    { means: 'previous-picture', label: texts.previous, run: previous, hidden: true },
    { means: 'next-picture', label: texts.next, run: next, hidden: true },
  ])
  return (
    <figure className={classes.large}>
      <figcaption className={classes.caption}>
        <span className={classes.name}>{name}</span>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={texts.previous}
          disabled={index === 0}
          onClick={previous}
        >
          <IconChevronLeft size={16} />
        </ActionIcon>
        {texts.counter(index + 1, count)}
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={texts.next}
          disabled={index === count - 1}
          onClick={next}
        >
          <IconChevronRight size={16} />
        </ActionIcon>
        <ActionIcon variant="subtle" color="gray" aria-label={texts.close} onClick={close}>
          <IconX size={16} />
        </ActionIcon>
      </figcaption>
      {address === null ? null : <img src={address} alt={name} />}
    </figure>
  )
}
