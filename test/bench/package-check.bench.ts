// A package of 20 MB: reading, hashing and judging it, against inflating the same bytes and doing nothing else.
import { randomFillSync } from 'node:crypto'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { readPackage } from '#node/package-archive/read-package.ts'
import { loadPacks } from '#node/resources/load-packs.ts'
import { checkPackage } from '#shared/rules/listing/check-package.ts'
import { completeFiles, packageOf } from '#test/fixtures/build-package.ts'
import { scaled } from './harness/scale.ts'

const repeats = scaled(5)
const chartText = 'replicaCount: 1\nimage: { repository: registry.example.cn/team/app, tag: 1.2.0 }\n'.repeat(
  scaled(60_000),
)
/** Half of the unpacked bytes does not compress (binaries, nested archives), half is text. */
const files = {
  ...completeFiles,
  ...Object.fromEntries([1, 2, 3, 4].map((n) => [`charts/app/text${n}.yaml`, chartText])),
  ...Object.fromEntries(
    [1, 2, 3, 4].map((n) => [`charts/app/blob${n}.tgz`, randomFillSync(Buffer.alloc(scaled(5_000_000)))]),
  ),
}
const bytes = await packageOf(files)
const packs = await loadPacks(new URL('../../resources/policy-packs/', import.meta.url))
const rules = packs.find(({ listing }) => listing !== null)?.listing
if (rules === undefined || rules === null) throw new Error('no pack has listing rules')

async function inflateOnly(): Promise<void> {
  await pipeline(Readable.from([bytes]), createGunzip(), async (chunks: AsyncIterable<Buffer>) => {
    for await (const _chunk of chunks);
  })
}

async function check(): Promise<void> {
  const { contents } = await readPackage(bytes)
  if (contents === null || rules === undefined || rules === null) throw new Error('the package is readable')
  checkPackage(contents, { rules, live: null, pushed: null, offer: null, uploads: [] })
}

/** The fastest of some runs, in milliseconds: the others were disturbed. */
async function fastest(run: () => Promise<void>): Promise<number> {
  const times: number[] = []
  for (let round = 0; round < repeats; round += 1) {
    const start = performance.now()
    await run()
    times.push(performance.now() - start)
  }
  return Math.min(...times)
}

const baseline = await fastest(inflateOnly)
const checked = await fastest(check)
const megabytes = (bytes.length / 1e6).toFixed(1)
console.log(
  `package check ${megabytes} MB: ${checked.toFixed(0)} ms, gunzip alone ${baseline.toFixed(0)} ms, ratio ${(baseline / checked).toFixed(2)}`,
)
