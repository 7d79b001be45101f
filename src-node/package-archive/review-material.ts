import type { ArchiveLimits } from './archive-limits.ts'

const textNames = /^(?:extension\.yaml|README[^/]*|CHANGELOG[^/]*|values\.yaml|Chart\.yaml|LICENSE[^/]*)$/i
const chartFolders = /^(?:charts|templates|crds)\//
const imageNames = /^(?:static\/.*|.*\.(?:png|jpe?g|gif|webp|svg|bmp|ico))$/i

/** Whether a reviewer or a rule needs the content of a file, as text or as a picture; null where neither does. */
export function reviewMaterial(path: string): 'text' | 'image' | null {
  if (textNames.test(path)) return 'text'
  return imageNames.test(path) && !chartFolders.test(path) ? 'image' : null
}

/** The largest file of its kind that is kept in memory. */
export function keptBytes(material: 'text' | 'image', limits: ArchiveLimits): number {
  return material === 'text' ? limits.keptTextBytes : limits.keptImageBytes
}
