import fc from 'fast-check'
import { z } from 'zod'

/** Properties meet the same values in every run, unless `PROPERTY_SEED` names others: `npm run random-tests` does. */
const { PROPERTY_SEED } = z
  .object({ PROPERTY_SEED: z.coerce.number().int().default(20_261_127) })
  .parse(process.env)

fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: PROPERTY_SEED })
