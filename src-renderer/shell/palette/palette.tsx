import { Modal } from '@mantine/core'
import { palette, useFlag } from '../flag.ts'
import type { Screen } from '../screens.ts'
import { PaletteBox } from './palette-box.tsx'

interface PaletteProps {
  readonly screens: readonly Screen[]
}

const close = () => palette.set(false)

/** Finds any record from the first character on, any screen, any action of the screen that is open. */
export function Palette({ screens }: PaletteProps) {
  return (
    <Modal
      opened={useFlag(palette)}
      onClose={close}
      withCloseButton={false}
      padding={0}
      size={640}
      yOffset={72}
      overlayProps={{ backgroundOpacity: 0.25 }}
      transitionProps={{ duration: 0 }}
    >
      <PaletteBox screens={screens} onDone={close} />
    </Modal>
  )
}
