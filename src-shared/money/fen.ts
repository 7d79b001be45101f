import { z } from 'zod'

/** Money: a whole number of fen (1/100 yuan), safe in a double up to 90 trillion yuan. */
export const fenSchema = z.int()
export type Fen = z.infer<typeof fenSchema>
