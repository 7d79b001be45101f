import { ActionIcon } from '@mantine/core'
import { IconArrowAutofitWidth, IconZoomIn, IconZoomOut } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTexts } from '#renderer/i18n/language-context.ts'
import classes from './document-viewer.module.css'

/** Steps of enlargement relative to the width of the viewer. */
const ZOOM_STEPS = [0.5, 0.75, 1, 1.5, 2, 3, 4] as const
export const FIT = 1

interface ZoomBarProps {
  readonly zoom: number
  readonly onZoom: (zoom: number) => void
  readonly children?: ReactNode
}

/** Enlarging and whatever else moves through a document. */
export function ZoomBar({ zoom, onZoom, children }: ZoomBarProps) {
  const texts = useTexts().review.viewer
  const smaller = ZOOM_STEPS.findLast((step) => step < zoom)
  const larger = ZOOM_STEPS.find((step) => step > zoom)
  return (
    <div className={classes.toolbar} role="toolbar">
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={texts.zoomOut}
        disabled={smaller === undefined}
        onClick={() => smaller !== undefined && onZoom(smaller)}
      >
        <IconZoomOut size={16} />
      </ActionIcon>
      <span className={classes.zoom}>{texts.zoom(Math.round(zoom * 100))}</span>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={texts.zoomIn}
        disabled={larger === undefined}
        onClick={() => larger !== undefined && onZoom(larger)}
      >
        <IconZoomIn size={16} />
      </ActionIcon>
      <ActionIcon variant="subtle" color="gray" aria-label={texts.fit} onClick={() => onZoom(FIT)}>
        <IconArrowAutofitWidth size={16} />
      </ActionIcon>
      {children}
    </div>
  )
}
