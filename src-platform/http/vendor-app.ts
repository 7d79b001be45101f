import type { Context, Hono } from 'hono'
import type { Vendor } from '../vendor-api/vendor.ts'
import type { HttpEnv } from './request-context.ts'

interface VendorEnv {
  Variables: { vendor: Vendor }
  Bindings: HttpEnv['Bindings']
}
/** The vendors' part of the surface: every request has its vendor. */
export type VendorApp = Hono<VendorEnv>
export type VendorContext = Context<VendorEnv>
