import { beforeEach, expect, test, vi } from 'vitest'
import { FileImports, type Reading } from '#renderer/pages/bank-import/file-imports.ts'
import type { ImportPreview } from '#shared/contracts/console-engine/bank-imports.ts'

interface Given {
  readonly file: string
  readonly signal: AbortSignal
  readonly answer: (preview: ImportPreview) => Promise<void>
  readonly fail: (error: Error) => Promise<void>
}

let given: Given[]
let imports: FileImports
const giveUp = vi.fn<(importId: string) => void>()

beforeEach(() => {
  given = []
  giveUp.mockReset()
  const read = (file: string, { signal }: Reading): Promise<ImportPreview> => {
    const { promise, resolve, reject } = Promise.withResolvers<ImportPreview>()
    given.push({
      file,
      signal,
      answer: async (preview) => resolve(preview),
      fail: async (error) => reject(error),
    })
    return promise
  }
  imports = new FileImports({
    readFile: (file, reading) => read(file.name, reading),
    readMapped: (importId, _, reading) => read(importId, reading),
    preview: (importId) =>
      read(importId, { signal: new AbortController().signal, onProgress: () => undefined }),
    giveUp,
  })
})

test('files are read one after the other: the next one waits for a decision about the first', async () => {
  imports.give([file('a'), file('b')])
  expect(given.map((each) => each.file)).toEqual(['a'])
  await given[0]?.answer(read('A'))
  expect(imports.state).toMatchObject({ stage: { kind: 'read' }, waiting: [{ name: 'b' }] })
  imports.give([file('c')])
  expect(given).toHaveLength(1)
  imports.next()
  expect(given.map((each) => each.file)).toEqual(['a', 'b'])
  expect(giveUp).toHaveBeenCalledWith('A')
})

test('a file whose account came with the first snapshot is looked at again, unless another is at hand by then', async () => {
  imports.give([file('a'), file('b')])
  await given[0]?.answer(read('A'))
  const looking = imports.lookAgain('A')
  const found = read('A')
  await given[1]?.answer(found)
  await looking
  expect(imports.state.stage).toMatchObject({ kind: 'read', preview: found })
  const failing = imports.lookAgain('A')
  await given[2]?.fail(new Error('no line'))
  await failing
  expect(imports.state.stage).toMatchObject({ kind: 'read', preview: found })

  const late = imports.lookAgain('A')
  imports.next()
  await given[4]?.answer(read('B'))
  await given[3]?.answer(read('A'))
  await late
  expect(imports.state.stage).toMatchObject({ kind: 'read', preview: { importId: 'B' } })
})

test('a file that comes when nothing is left to decide is read at once', async () => {
  imports.give([file('a')])
  await given[0]?.answer(read('A'))
  imports.applied('A', 0, 12)
  imports.give([file('b')])
  expect(given.at(-1)?.file).toBe('b')
  await given[1]?.answer({ ...refused('B'), reason: 'doctype' })
  expect(imports.state.stage).toMatchObject({ kind: 'refused', refusal: { reason: 'doctype' } })
  imports.give([file('c')])
  expect(given.at(-1)?.file).toBe('c')
})

test('whoever leaves gives up what is read, and hears nothing of what was being read', async () => {
  imports.give([file('a')])
  imports.leave()
  expect(given[0]?.signal.aborted).toBe(true)
  await given[0]?.answer(read('A'))
  expect(imports.state).toEqual({ stage: { kind: 'idle' }, waiting: [] })
  expect(giveUp).toHaveBeenCalledWith('A')
})

test('an import that was undone is read anew', async () => {
  imports.give([file('a')])
  await given[0]?.answer(read('A'))
  imports.applied('A', 0, 12)
  imports.undone('A')
  expect(given.map((each) => each.file)).toEqual(['a', 'a'])
})

test('an empty file is refused without asking the engine; a failure can be tried again', async () => {
  imports.give([new File([], 'empty')])
  expect(given).toEqual([])
  expect(imports.state.stage).toMatchObject({ kind: 'refused', refusal: { reason: 'empty' } })
  imports.give([file('a')])
  await given[0]?.fail(new Error('gone'))
  await vi.waitFor(() => expect(imports.state.stage.kind).toBe('failed'))
  imports.again()
  expect(given).toHaveLength(2)
})

function file(name: string): File {
  return new File(['1'], name)
}

function refused(importId: string): Extract<ImportPreview, { kind: 'refused' }> {
  return { kind: 'refused', importId, fileName: 'x', reason: 'empty', candidates: [] }
}

function read(importId: string): ImportPreview {
  const none = { count: 0, amount: 0 }
  const section = {
    ...{ index: 0, lines: 12, new: 12, known: 0, overlapping: 0, in: none, out: none },
    ...{
      automatic: 0,
      automaticAmount: 0,
      suggested: 0,
      account: null,
      continuity: null,
      toAccept: [],
      barred: null,
    },
    proof: { verdict: 'unprovable' as const, checks: [], opening: null, closing: null, isSwapped: false },
    head: {
      ...{ id: '01KAJ8000000000000000000AA', fileHash: '0'.repeat(64), fileName: 'x', format: 'x' },
      ...{ encoding: 'x', undecodable: 0, account: null, currency: null, opening: null, closing: null },
      totals: { debitSum: null, creditSum: null, debitCount: null, creditCount: null, count: null },
      ...{ period: null, skipped: { rows: 0, matter: 0, first: [] } },
    },
  }
  return {
    kind: 'read',
    importId,
    fileName: 'x',
    format: 'x',
    encoding: 'x',
    unread: [],
    sections: [section],
  }
}
