import type { Words } from '../words.ts'
import type { providers as original } from '../zh/providers.ts'

export const providers: Words<typeof original> = { title: '' }
