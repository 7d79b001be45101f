import type { Context } from 'hono'
import { VendorError } from '../vendor-api/vendor.ts'

export interface Multipart {
  readonly files: readonly { readonly field: string; readonly bytes: Uint8Array }[]
  readonly fields: ReadonlyMap<string, string>
}

/** The parts of a multipart body, whose size the caller has bounded. */
export async function multipart(context: Context): Promise<Multipart> {
  const form = await context.req.formData().catch(() => {
    throw new VendorError(400, 'The body is not multipart/form-data.')
  })
  const files: { field: string; bytes: Uint8Array }[] = []
  const fields = new Map<string, string>()
  for (const [field, value] of form.entries()) {
    if (typeof value === 'string') fields.set(field, value)
    else files.push({ field, bytes: new Uint8Array(await value.arrayBuffer()) })
  }
  return { files, fields }
}
