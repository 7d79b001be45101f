import { join } from 'node:path'
import type { Command } from 'commander'
import { dataFolder } from '#node/data-folder.ts'
import type { BankTemplate } from '#shared/payments/templates/bank-template.ts'
import { KNOWN_TEMPLATES } from '#shared/payments/templates/known-templates.ts'
import { withEngine } from './console-engine.ts'
import { parseUrlArgument } from './parse-arguments.ts'
import { UsageError } from './usage-error.ts'

/** Of which platform the templates are, and as whom they are fetched. */
export interface KeptTemplateOptions {
  readonly platform?: string
  readonly email?: string
  readonly data: string
}

export function withKeptTemplates(command: Command): Command {
  return command
    .option('--platform <url>', 'go by the templates that are kept on this platform', parseUrlArgument)
    .option(
      '--email <email>',
      'who signs in there; the password comes from MARKETDESK_PASSWORD or is asked for',
    )
    .option('--data <dir>', 'the data folder of the console', join(dataFolder(), 'console'))
}

/**
 * The template of each bank: as the platform keeps them, or as they come with the program where no platform is named.
 * @throws UsageError where the platform does not answer, or nobody is named to sign in
 */
export async function templatesToReadBy({
  platform,
  email,
  data,
}: KeptTemplateOptions): Promise<readonly BankTemplate[]> {
  if (platform === undefined) return KNOWN_TEMPLATES
  if (email === undefined) throw new UsageError('--platform: say with --email who signs in')
  let kept: readonly BankTemplate[] = []
  const { openQueryContext } = await import('#main/engine/queries/query-context.ts')
  const { templatesHere } = await import('#main/engine/queries/payout-batches/payment-templates.ts')
  await withEngine({ platform, email, data }, async (engine) => {
    const context = openQueryContext(engine)
    if (context === null) throw new UsageError('nobody is signed in any more')
    kept = templatesHere(context)
  })
  return kept
}
