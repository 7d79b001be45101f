import { IconFileDownload } from '@tabler/icons-react'
import classes from './drop.module.css'

interface DropVeilProps {
  readonly over: string
  readonly overLead: string
}

/** Lies over the window while files are held above it, and says what releasing them does. */
export function DropVeil({ over, overLead }: DropVeilProps) {
  return (
    <div className={classes.veil} role="status">
      <IconFileDownload size={40} stroke={1.5} aria-hidden />
      <strong>{over}</strong>
      <span>{overLead}</span>
    </div>
  )
}
