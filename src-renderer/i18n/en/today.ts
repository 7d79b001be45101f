import type { Words } from '../words.ts'
import type { today as original } from '../zh/today.ts'

export const today: Words<typeof original> = { title: '' }
