import { z } from 'zod'

/** A text in both languages of the console; Chinese comes first. */
export const bilingualSchema = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) })
export type Bilingual = Readonly<z.infer<typeof bilingualSchema>>

/** A language of the console. */
export type Language = keyof Bilingual
