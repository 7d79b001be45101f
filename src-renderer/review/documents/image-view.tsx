import { useState } from 'react'
import { useTexts } from '#renderer/i18n/language-context.ts'
import classes from './document-viewer.module.css'
import { useBlobAddress } from './use-file.ts'
import { FIT, ZoomBar } from './zoom-bar.tsx'

interface ImageViewProps {
  readonly mediaType: string
  readonly base64: string
  readonly name: string
}

/** A scan, fitted to the width until it is enlarged. */
export function ImageView({ mediaType, base64, name }: ImageViewProps) {
  const texts = useTexts().review.viewer
  const address = useBlobAddress(mediaType, base64)
  const [zoom, setZoom] = useState(FIT)
  const [broken, setBroken] = useState(false)
  if (broken) return <p className={classes.notice}>{texts.unreadable}</p>
  return (
    <>
      <ZoomBar zoom={zoom} onZoom={setZoom} />
      <div className={classes.sheet}>
        {address === null ? null : (
          <img
            className={classes.image}
            src={address}
            alt={name}
            style={{ width: `${zoom * 100}%` }}
            onError={() => setBroken(true)}
          />
        )}
      </div>
    </>
  )
}
