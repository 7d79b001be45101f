/** Bounds of reading an archive. Time is bounded by whoever runs the reader. */
export type ArchiveLimits = {
  readonly packedBytes: number
  readonly inflatedBytes: number
  readonly entries: number
  /** UTF-8 bytes of a whole path, and of one segment. */
  readonly pathBytes: number
  readonly segmentBytes: number
  /** Larger files are listed by hash, but not kept. */
  readonly keptTextBytes: number
  readonly keptImageBytes: number
  readonly keptBytesTogether: number
}

const mebibyte = 1024 * 1024

export const defaultArchiveLimits: ArchiveLimits = {
  packedBytes: 64 * mebibyte,
  inflatedBytes: 256 * mebibyte,
  entries: 10_000,
  pathBytes: 512,
  segmentBytes: 255,
  keptTextBytes: mebibyte,
  keptImageBytes: 16 * mebibyte,
  keptBytesTogether: 96 * mebibyte,
}
