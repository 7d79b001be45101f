import { useCallback } from 'react'
import { palette, useFlag } from '../flag.ts'
import type { Screen } from '../screens.ts'
import classes from './palette.module.css'
import { PaletteBox } from './palette-box.tsx'

interface PaletteProps {
  readonly screens: readonly Screen[]
}

const close = () => palette.set(false)

/**
 * Finds any record from the first character on, any screen, any action of the screen that is open. A native
 * dialog: it has the focus before the next key is pressed, so that no character is lost.
 */
export function Palette({ screens }: PaletteProps) {
  const shown = useFlag(palette)
  const show = useCallback((dialog: HTMLDialogElement | null) => dialog?.showModal(), [])
  if (!shown) return null
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a dialog
    <dialog
      ref={show}
      className={classes.dialog}
      onClose={close}
      onClick={(event) => {
        if (event.target === event.currentTarget) close()
      }}
    >
      <PaletteBox screens={screens} onDone={close} />
    </dialog>
  )
}
