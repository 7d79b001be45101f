import type { Bilingual } from '#shared/base/bilingual.ts'
import type { Finding } from '#shared/rules/verdict.ts'

/** What can be wrong with an archive, whatever it contains: the key is the end of the finding's rule id. */
const problems = {
  'not-gzip': {
    message: { zh: '文件不是 gzip 压缩包', en: 'The file is not gzip' },
    remedy: {
      zh: '请用 ksbuilder package 重新打包为 .tgz',
      en: 'Package it again as .tgz with ksbuilder package',
    },
  },
  'not-tar': {
    message: { zh: '压缩包内不是 tar 归档', en: 'What was compressed is not a tar archive' },
    remedy: {
      zh: '请用 ksbuilder package 重新打包为 .tgz',
      en: 'Package it again as .tgz with ksbuilder package',
    },
  },
  truncated: {
    message: { zh: '文件不完整：归档在中途结束', en: 'The file is incomplete: the archive ends half-way' },
    remedy: { zh: '请重新上传完整的包', en: 'Upload the whole package again' },
  },
  corrupt: {
    message: {
      zh: '文件已损坏：压缩数据或校验和不符',
      en: 'The file is damaged: compressed data or checksum do not agree',
    },
    remedy: { zh: '请重新打包并上传', en: 'Package and upload it again' },
  },
  empty: {
    message: { zh: '包内没有任何文件', en: 'The package holds no file' },
    remedy: { zh: '请用 ksbuilder package 重新打包', en: 'Package it again with ksbuilder package' },
  },
  'packed-size': {
    message: { zh: '包的大小超过上限', en: 'The package is larger than the limit' },
    remedy: { zh: '请移除不需要的文件后重新打包', en: 'Remove what is not needed and package it again' },
  },
  'inflated-size': {
    message: {
      zh: '解压后的大小超过上限，已停止读取',
      en: 'It inflates to more than the limit; reading was stopped',
    },
    remedy: { zh: '请移除不需要的文件后重新打包', en: 'Remove what is not needed and package it again' },
  },
  'entry-count': {
    message: {
      zh: '包内条目数超过上限，已停止读取',
      en: 'It holds more entries than the limit; reading was stopped',
    },
    remedy: { zh: '请减少文件数量后重新打包', en: 'Package it again with fewer files' },
  },
  'path-traversal': {
    message: { zh: '路径含 “..”，会写到包外', en: 'A path with ".." leads out of the package' },
    remedy: { zh: '请移除该条目', en: 'Remove the entry' },
  },
  'absolute-path': {
    message: { zh: '使用了绝对路径', en: 'A path is absolute' },
    remedy: { zh: '请改为包内的相对路径', en: 'Make it relative to the package' },
  },
  'path-characters': {
    message: {
      zh: '路径不是 UTF-8，或含控制字符、反斜杠',
      en: 'A path is not UTF-8, or holds control characters or backslashes',
    },
    remedy: { zh: '请重命名该文件', en: 'Rename the file' },
  },
  'path-length': {
    message: { zh: '路径过长', en: 'A path is too long' },
    remedy: { zh: '请缩短文件名或目录层级', en: 'Shorten the name or its folders' },
  },
  'duplicate-path': {
    message: { zh: '同一路径出现多次', en: 'A path stands in the archive more than once' },
    remedy: { zh: '请只保留一份', en: 'Keep one of them' },
  },
  link: {
    message: { zh: '含符号链接或硬链接', en: 'It holds a symbolic or hard link' },
    remedy: { zh: '请以普通文件代替链接', en: 'Put a regular file in its place' },
  },
  device: {
    message: { zh: '含设备文件或管道', en: 'It holds a device file or a pipe' },
    remedy: { zh: '请移除该条目', en: 'Remove the entry' },
  },
  'entry-type': {
    message: { zh: '含未知类型的条目', en: 'It holds an entry of an unknown type' },
    remedy: { zh: '请只打包普通文件和目录', en: 'Package regular files and folders only' },
  },
  'top-folder': {
    message: { zh: '包内应当只有一个顶层目录', en: 'A package holds exactly one top folder' },
    remedy: {
      zh: '请用 ksbuilder package 重新打包（Helm 目录结构）',
      en: 'Package it again with ksbuilder package (Helm layout)',
    },
  },
  'not-kept': {
    message: { zh: '文件过大，未读入审核', en: 'A file is too large to be read for the review' },
    remedy: { zh: '请压缩图片或缩短文档', en: 'Make the picture or the document smaller' },
  },
  'time-limit': {
    message: {
      zh: '在时限内未能读完，已停止',
      en: 'It could not be read within the time limit and was stopped',
    },
    remedy: { zh: '请简化包的内容后重新打包', en: 'Package it again with simpler content' },
  },
  'memory-limit': {
    message: {
      zh: '读取所需内存超过上限，已停止',
      en: 'Reading it needed more memory than the limit and was stopped',
    },
    remedy: { zh: '请简化包的内容后重新打包', en: 'Package it again with simpler content' },
  },
} as const satisfies Record<string, { message: Bilingual; remedy: Bilingual }>

export type ArchiveProblem = keyof typeof problems

const placesShown = 5
const placeLength = 200

/** The problems of one archive: one finding for each kind, however many entries have it. */
export class ArchiveProblems {
  readonly #places = new Map<ArchiveProblem, string[]>()

  /** Notes a problem; `place` is a path of the archive, or a sentence about the file as a whole. */
  add(problem: ArchiveProblem, place: string): void {
    const places = this.#places.get(problem) ?? []
    places.push(printable(place))
    this.#places.set(problem, places)
  }

  /** Sorted, so that the order of entries in the archive does not matter. */
  findings(): Finding[] {
    return [...this.#places.keys()]
      .sort()
      .map((problem) => archiveFinding(problem, this.#places.get(problem) ?? []))
  }
}

/** The finding of one kind of problem at all its places. */
export function archiveFinding(problem: ArchiveProblem, places: readonly string[]): Finding {
  const { message, remedy } = problems[problem]
  const shown = [...places].sort().slice(0, placesShown).join(', ')
  const rest = places.length - placesShown
  return {
    ruleId: `package.${problem}`,
    severity: 'must',
    message: places.length < 2 ? message : withCount(message, places.length),
    place: rest > 0 ? `${shown}, … (+${rest})` : shown,
    remedy,
    citation: null,
  }
}

function withCount({ zh, en }: Bilingual, count: number): Bilingual {
  return { zh: `${zh}（${count} 处）`, en: `${en} (${count} places)` }
}

/** Control characters of a hostile name must not reach a terminal or a page. */
function printable(text: string): string {
  const safe = text.replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, (character) => {
    const code = character.codePointAt(0) ?? 0
    return `\\u${code.toString(16).padStart(4, '0')}`
  })
  return safe.length <= placeLength ? safe : `${safe.slice(0, placeLength)}…`
}
