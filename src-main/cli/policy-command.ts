import type { Command } from 'commander'
import type { Bilingual } from '#shared/base/bilingual.ts'
import type { PlainDate } from '#shared/calendar/plain-date.ts'
import { sourceInWords } from '#shared/policy/citing.ts'
import type { PolicyPack } from '#shared/policy/policy-pack.ts'
import type { Cited } from '#shared/rules/cite.ts'
import { choosePack, readPacks } from './choose-pack.ts'
import type { CliIo } from './cli-io.ts'
import { parseDateArgument } from './parse-arguments.ts'
import { registerPolicyCheckCommand } from './policy-check-command.ts'
import { registerPolicyEvalCommand } from './policy-eval-command.ts'
import { registerPolicyProposeCommands } from './policy-propose-command.ts'
import { textTable } from './text-table.ts'

const LIST_EXAMPLES = `
Examples:
  $ marketdesk policy list
  $ marketdesk policy list --json

JSON: [{ marketplace, name, version, effectiveFrom, effectiveTo }]`

const SHOW_EXAMPLES = `
Examples:
  $ marketdesk policy show kubesphere
  $ marketdesk policy show aliyun --on 2021-03-01 --json

Without --on the newest pack is shown. Exit codes: 0 fine, 2 no such marketplace or no pack on that day.
JSON: the pack as it is checked and used.`

interface ShowOptions {
  readonly on?: PlainDate
  readonly json?: true
}

/** `policy list`, `policy show` and `policy eval`: the rules of the marketplaces, dated and with their sources. */
export function registerPolicyCommand(program: Command, io: CliIo): void {
  const policy = program.command('policy').description('规则包 the rules of the marketplaces')
  policy
    .command('list')
    .description('every policy pack with its dates')
    .option('--json', 'print JSON of a stable shape')
    .addHelpText('after', LIST_EXAMPLES)
    .action(async (options: { readonly json?: true }) => {
      const packs = await readPacks(io)
      io.print(options.json ? JSON.stringify(packs.map(headOf), null, 2) : listInWords(packs, io.columns))
    })
  policy
    .command('show')
    .description('the rules of one marketplace')
    .argument('<marketplace>', 'its key, as policy list shows it')
    .option('--on <date>', 'the day the rules are asked for', parseDateArgument)
    .option('--json', 'print the whole pack as JSON')
    .addHelpText('after', SHOW_EXAMPLES)
    .action(async (marketplace: string, options: ShowOptions) => {
      const pack = choosePack(await readPacks(io), marketplace, options.on)
      io.print(options.json ? JSON.stringify(pack, null, 2) : packInWords(pack, io.columns))
    })
  registerPolicyCheckCommand(policy, io)
  registerPolicyEvalCommand(policy, io)
  registerPolicyProposeCommands(policy, io)
}

function headOf({ marketplace, name, version, effectiveFrom, effectiveTo }: PolicyPack) {
  return { marketplace, name, version, effectiveFrom, effectiveTo }
}

function listInWords(packs: readonly PolicyPack[], columns: number): string {
  const rows = packs.map((pack) => [
    pack.marketplace,
    pack.version,
    pack.effectiveFrom,
    pack.effectiveTo ?? '-',
    bothNames(pack.name),
  ])
  return textTable(['marketplace', 'version', 'from', 'to', 'name'], rows, columns)
}

/** A name that is the same in both languages stands there once. */
function bothNames({ zh, en }: Bilingual): string {
  return zh === en ? zh : `${zh} ${en}`
}

/** The source's words as they stand, ours marked as such. */
function ruleWords({ quote, summary }: Pick<Cited, 'quote' | 'summary'>): string {
  return [quote ?? '', ...(summary === null ? [] : [`摘要 summary: ${summary}`])].join('\n').trim()
}

function packInWords(pack: PolicyPack, columns: number): string {
  const { categories, conditions, documents } = pack.admission
  const mark = ({ reading }: { readonly reading: boolean }) => (reading ? '解读 reading' : '')
  const conditionRows = conditions.flatMap((condition) =>
    condition.cases.map((each) => [
      [condition.id, ...(each.id === undefined ? [] : [each.id])].join('.'),
      mark(each),
      ruleWords(each),
    ]),
  )
  return [
    `${bothNames(pack.name)}, ${pack.version}, ${pack.effectiveFrom} - ${pack.effectiveTo ?? ''}`,
    ...pack.sources.map((source) => `来源 source: ${sourceInWords(pack.sources, source.id)}`),
    '',
    textTable(
      ['类目 category', '开放 open', '名称 name'],
      categories.map((category) => [
        category.id,
        category.open.map(({ from, to }) => `${from} - ${to ?? ''}`).join(', ') || '未开放 closed',
        bothNames(category.name),
      ]),
      columns,
    ),
    '',
    textTable(['条件 condition', '', '原文 quote, 摘要 summary'], conditionRows, columns),
    '',
    textTable(
      ['证件 document', '', '原文 quote, 摘要 summary'],
      documents.map((document) => [document.kind, mark(document), ruleWords(document)]),
      columns,
    ),
  ].join('\n')
}
