import { z } from 'zod'

/** A day without a time or zone, `2024-02-29`; sorts as text. In this program: a day in Asia/Shanghai. */
export const plainDateSchema = z.iso.date()
export type PlainDate = z.infer<typeof plainDateSchema>
