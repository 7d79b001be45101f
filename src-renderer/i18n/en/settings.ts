import type { Words } from '../words.ts'
import type { settings as original } from '../zh/settings.ts'

export const settings: Words<typeof original> = { title: '' }
