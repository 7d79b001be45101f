import { expect, test } from 'vitest'
import { sourceFiles } from './source-files.ts'

test('no file imports itself by way of others', () => {
  const graph = new Map(sourceFiles().map(({ path, imports }) => [path, imports]))
  expect(
    findCycles(graph),
    'Move what both files need into a third one, or hand it over as an argument.',
  ).toEqual([])
})

test('the search itself finds a cycle', () => {
  const graph = new Map([
    ['a', ['b']],
    ['b', ['c']],
    ['c', ['a']],
    ['d', ['a']],
  ])
  expect(findCycles(graph)).toEqual(['a -> b -> c -> a'])
})

/** One line for each way back that a depth-first walk meets. */
function findCycles(graph: ReadonlyMap<string, readonly string[]>): string[] {
  const cycles: string[] = []
  const done = new Set<string>()
  const walk = (path: string, trail: readonly string[]): void => {
    const start = trail.indexOf(path)
    if (start >= 0) cycles.push([...trail.slice(start), path].join(' -> '))
    if (start >= 0 || done.has(path)) return
    for (const next of graph.get(path) ?? []) walk(next, [...trail, path])
    done.add(path)
  }
  for (const path of graph.keys()) walk(path, [])
  return cycles
}
