import type { Command } from 'commander'
import type { Bilingual } from '#shared/base/bilingual.ts'
import type { PlainDate } from '#shared/calendar/plain-date.ts'
import { shanghaiDate } from '#shared/calendar/shanghai.ts'
import { type AdoptionTrouble, adoptionTrouble } from '#shared/policy/adoption-trouble.ts'
import { type DifferenceAbout, type PackDifference, packDifferences } from '#shared/policy/pack-difference.ts'
import { packInForce } from '#shared/policy/pack-in-force.ts'
import { type PolicyPack, policyPackSchema } from '#shared/policy/policy-pack.ts'
import { readPacks } from './choose-pack.ts'
import type { CliIo } from './cli-io.ts'
import { parseDateArgument } from './parse-arguments.ts'
import { readTextFile } from './read-json.ts'
import { textTable } from './text-table.ts'
import { UsageError } from './usage-error.ts'
import { harmless } from './write-report.ts'

const EXAMPLES = `
Examples:
  $ marketdesk policy check kubesphere-2027-01-01.yaml
  $ marketdesk policy check new.yaml --on 2026-12-01 --json

Nothing is adopted. Exit codes: 0 it could come into force, 1 it could not yet, 2 the file is no pack.
JSON: { marketplace, version, effectiveFrom, inForce, troubles: [{ code, … }],
        differences: [{ place, about, before, after }] }; about is rule, quote, summary, figure or words,
        before or after is null where it is not there.`

const MAX_BYTES = 1024 * 1024

const ABOUT_WORDS: Readonly<Record<DifferenceAbout, Bilingual>> = {
  rule: { zh: '规则', en: 'rule' },
  quote: { zh: '原文', en: 'quote' },
  summary: { zh: '摘要', en: 'summary' },
  figure: { zh: '数值', en: 'figure' },
  words: { zh: '文字', en: 'words' },
}

interface CheckOptions {
  readonly on?: PlainDate
  readonly json?: true
}

/** `policy check FILE`: a pack of one's own, checked, and how it differs from the one in force. */
export function registerPolicyCheckCommand(policy: Command, io: CliIo): void {
  policy
    .command('check')
    .description('check a pack file, and show how it differs from the pack in force')
    .argument('<file>', 'the pack, as YAML or JSON')
    .option('--on <date>', 'the day it is checked on; today without it', parseDateArgument)
    .option('--json', 'print JSON of a stable shape')
    .addHelpText('after', EXAMPLES)
    .action(async (file: string, options: CheckOptions) => {
      const pack = await readPack(file)
      const packs = await readPacks(io)
      const today = options.on ?? shanghaiDate(new Date().toISOString())
      const inForce = packInForce(packs, pack.marketplace, pack.effectiveFrom)
      const checked = {
        ...{ marketplace: pack.marketplace, version: pack.version, effectiveFrom: pack.effectiveFrom },
        inForce: inForce === null ? null : inForce.version,
        troubles: adoptionTrouble(pack, packs, today),
        differences: packDifferences(inForce, pack),
      }
      if (checked.troubles.length > 0) io.setExitCode(1)
      io.print(options.json ? JSON.stringify(checked, null, 2) : harmless(inWords(checked, io.columns)))
    })
}

/** @throws UsageError that names every place that is wrong. */
async function readPack(file: string): Promise<PolicyPack> {
  // The parser of YAML takes long to load: packs that the build knows need none.
  const { parseResource } = await import('#node/resources/parse-resource.ts')
  const { value, problems } = parseResource(await readTextFile(file, MAX_BYTES), policyPackSchema)
  if (value !== null) return value
  const lines = problems.map(({ place, message }) => `  ${place}: ${message}`)
  throw new UsageError(harmless(`${file} is no policy pack:\n${lines.join('\n')}`))
}

interface Checked extends Pick<PolicyPack, 'marketplace' | 'version' | 'effectiveFrom'> {
  readonly inForce: string | null
  readonly troubles: readonly AdoptionTrouble[]
  readonly differences: readonly PackDifference[]
}

function inWords({ troubles, differences, inForce, ...pack }: Checked, columns: number): string {
  const rows = differences.map(({ place, about, before, after }) => [
    place,
    `${ABOUT_WORDS[about].zh} ${ABOUT_WORDS[about].en}`,
    before === null ? `＋ ${after}` : after === null ? `－ ${before}` : `${before} → ${after}`,
  ])
  const beside = inForce === null ? '无现行规则包 none in force' : `现行 in force: ${inForce}`
  return [
    `${pack.marketplace} ${pack.version}, ${pack.effectiveFrom}；${beside}`,
    ...troubles.map(troubleInWords),
    '',
    rows.length === 0
      ? '没有差异 no difference'
      : textTable(['位置 place', '', '差异 difference'], rows, columns),
  ].join('\n')
}

function troubleInWords(trouble: AdoptionTrouble): string {
  switch (trouble.code) {
    case 'unknown-marketplace':
      return '没有这个市场 there is no such marketplace'
    case 'too-early':
      return `最早自 ${trouble.earliest} 起施行（通知后次月一号） not before ${trouble.earliest}, the first of the month after`
    case 'version-not-raised':
      return `版本须高于 ${trouble.inForce} the version must be raised above ${trouble.inForce}`
  }
}
