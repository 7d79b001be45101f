import type { RunningPlatform } from '#platform/start-platform.ts'
import type { RecordKind } from '#shared/contracts/console-platform/records/record-kinds.ts'

/** Reads what the platform has on record as it lies there, by no schema of the program's. */
export interface LogEntry {
  readonly sequence: number
  readonly at: string
  readonly commandId: string | null
  readonly recordKind: string | null
  readonly recordId: string | null
  readonly action: string
  readonly previousHash: string
  readonly hash: string
}

export async function wholeLog(platform: RunningPlatform): Promise<LogEntry[]> {
  const log: LogEntry[] = []
  for (;;) {
    const page = await platform.store.auditAfter(log.at(-1)?.sequence ?? 0, 1000)
    log.push(...page)
    if (page.length < 1000) return log
  }
}

/** Every record of a kind as it travels, by id. */
export async function platformRecords<T = unknown>(
  platform: RunningPlatform,
  kind: RecordKind,
): Promise<Map<string, T>> {
  const records = new Map<string, T>()
  for (let after = ''; ; ) {
    const page = await platform.store.snapshotRows(kind, after, 1000)
    const rows = JSON.parse(`[${Buffer.from(page.json).toString('utf8')}]`) as [string, ...unknown[]][]
    for (const row of rows) records.set(row[0], JSON.parse(String(row.at(-1))) as T)
    if (page.next === null) return records
    after = page.next
  }
}
