import { create } from 'qrcode'
import classes from './sign-in.module.css'

/** Quiet modules around it, as the standard asks. */
const MARGIN = 4

/** A text as QR code, dark on white whatever the theme: some readers know no other. */
export default function QrCode({ text, label }: { readonly text: string; readonly label: string }) {
  const { modules } = create(text, { errorCorrectionLevel: 'M' })
  const places = Array.from({ length: modules.size }, (_, at) => at)
  const path = places
    .flatMap((row) =>
      places.filter((column) => modules.get(row, column) === 1).map((column) => `M${column} ${row}h1v1h-1z`),
    )
    .join('')
  const size = modules.size + 2 * MARGIN
  return (
    <svg
      className={classes.qr}
      role="img"
      aria-label={label}
      viewBox={`${-MARGIN} ${-MARGIN} ${size} ${size}`}
      shapeRendering="crispEdges"
    >
      <path d={path} fill="#000" />
    </svg>
  )
}
