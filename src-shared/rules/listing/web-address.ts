import { z } from 'zod'

const httpUrlSchema = z.url({ protocol: /^https?$/ }).max(2000)
const emailSchema = z.email().max(254)

/** Whether a text is an absolute http or https address. */
export function isHttpUrl(text: string): boolean {
  return httpUrlSchema.safeParse(text).success
}

export function isEmail(text: string): boolean {
  return emailSchema.safeParse(text).success
}
