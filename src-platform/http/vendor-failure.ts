import { z } from 'zod'
import { FileTooLargeError } from '#node/file-store/file-store.ts'
import { StoreBusyError } from '../store/store-errors.ts'
import { VendorError } from '../vendor-api/vendor.ts'
import type { VendorContext } from './vendor-app.ts'

/** Errors as the tool prints them: `{message}` with a status. */
export function vendorFailure(error: Error, context: VendorContext): Response {
  if (error instanceof VendorError) return context.json({ message: error.message }, error.status)
  if (error instanceof FileTooLargeError) return context.json({ message: error.message }, 413)
  if (error instanceof z.ZodError) {
    const issue = error.issues[0]
    return context.json({ message: `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'bad input'}` }, 400)
  }
  if (error instanceof SyntaxError) return context.json({ message: 'The body is not JSON.' }, 400)
  if (error instanceof StoreBusyError) return context.json({ message: error.message }, 503)
  console.error('vendor request failed:', error)
  return context.json({ message: 'The platform failed; try again later.' }, 500)
}
