import { z } from 'zod'

/** 1 by `npm run bench`; the tests take less, to see that a bench works and what it compares is the same. */
const { BENCH_SCALE } = z
  .object({ BENCH_SCALE: z.coerce.number().positive().max(1).default(1) })
  .parse(process.env)

/** So many things at the scale of this run, one at least. */
export function scaled(count: number): number {
  return Math.max(1, Math.round(count * BENCH_SCALE))
}
