import { z } from 'zod'

/** The page's security policy forbids compiling code, which zod would otherwise try once. */
z.config({ jitless: true })
