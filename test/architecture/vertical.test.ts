import { expect, test } from 'vitest'
import { COMMAND_TYPES } from '#shared/contracts/console-platform/commands.ts'
import { RECORD_KIND_NAMES } from '#shared/contracts/console-platform/records/record-kinds.ts'
import { sourceFiles } from './source-files.ts'

/** What of the checklist in CONTRIBUTING.md the compiler does not ask for. */
const files = sourceFiles()

/** Whether a name stands, in quotes or as a property, in a file below one of the folders. */
function isNamed(name: string, folders: readonly string[]): boolean {
  const word = new RegExp(`'${name.replaceAll('.', '\\.')}'|\\b${name.replaceAll('.', '\\.')}:`)
  return files.some(({ path, code }) => folders.some((folder) => path.startsWith(folder)) && word.test(code))
}

test.each(COMMAND_TYPES)(
  '%s is given by a page or the command line, has its words, and is tested',
  (type) => {
    expect(isNamed(type, ['src-renderer/', 'src-main/cli/'])).toBe(true)
    expect(isNamed(type, ['src-shared/words/']), 'words in both languages').toBe(true)
    expect(isNamed(type, ['test/integration/', 'test/model/', 'test/e2e/']), 'a test that gives it').toBe(
      true,
    )
  },
)

test.each(RECORD_KIND_NAMES)('%s has its words, and is tested on the platform', (kind) => {
  expect(isNamed(kind, ['src-shared/words/']), 'words in both languages').toBe(true)
  expect(isNamed(kind, ['test/integration/platform/']), 'a test with such a record').toBe(true)
})
