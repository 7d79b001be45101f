import { IconFileDownload } from '@tabler/icons-react'
import { useTexts } from '#renderer/i18n/language-context.ts'
import classes from './drop.module.css'

/** Lies over the window while files are held above it. */
export function DropVeil() {
  const { over, overLead } = useTexts().bankImport.drop
  return (
    <div className={classes.veil} role="status">
      <IconFileDownload size={40} stroke={1.5} aria-hidden />
      <strong>{over}</strong>
      <span>{overLead}</span>
    </div>
  )
}
