import type { Words } from '../words.ts'
import type { sync as original } from '../zh/sync.ts'

export const sync: Words<typeof original> = { title: '' }
