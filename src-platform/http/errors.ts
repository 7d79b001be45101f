import { ORPCError } from '@orpc/server'
import type { Context } from 'hono'

/** Answers an error as the contract's procedures do, so that one client understands both. */
export function errorResponse(
  context: Context,
  status: 400 | 401 | 403 | 404 | 413 | 426 | 429 | 500 | 503,
  code: string,
  message: string,
  data?: unknown,
): Response {
  return context.json(new ORPCError(code, { status, message, data, defined: true }).toJSON(), status)
}
