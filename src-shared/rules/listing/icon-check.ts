import type { ListingRules } from '../../policy/listing-rules.ts'
import type { Finding } from '../verdict.ts'
import { excerpt, listingFinding } from './listing-finding.ts'
import type { PackageCheckInput } from './package-check-input.ts'
import type { PackageContents } from './package-contents.ts'
import { findIcon } from './package-icon.ts'
import type { PackageMetadata } from './package-metadata.ts'

/** The icon is in the package and is a picture by its content. That the key is there, the metadata check says. */
export function checkIcon(
  contents: PackageContents,
  metadata: PackageMetadata,
  { rules, uploads }: PackageCheckInput,
): Finding[] {
  const icon = findIcon(contents, metadata, uploads)
  const { mediaTypes } = rules.icon
  const place = metadata.place('icon')
  if (icon === null) return []
  if (icon.kind === 'missing') {
    const finding = listingFinding(rules, {
      rule: 'icon',
      detail: 'file-missing',
      place,
      message: {
        zh: `图标文件不在包内：${excerpt(icon.reference)}`,
        en: `The icon is not in the package: ${excerpt(icon.reference)}`,
      },
      remedy: { zh: '请放入图标文件或修正路径', en: 'Add the file or correct its path' },
    })
    return [finding]
  }
  // Of an upload only the type is known: a drawing may still hold script.
  const unseen = icon.image === null || icon.image.mediaType === 'image/svg+xml'
  if ((icon.kind === 'url' || icon.kind === 'data') && unseen) {
    const finding = listingFinding(rules, {
      rule: 'icon',
      detail: 'not-in-package',
      severity: 'info',
      place,
      message: {
        zh: '图标是网址或内嵌数据，内容未在此检查',
        en: 'The icon is an address or embedded; its content was not checked here',
      },
      remedy: { zh: '请打开查看', en: 'Open it and look' },
    })
    return [finding]
  }
  if (icon.image !== null && !mediaTypes.includes(icon.image.mediaType ?? '')) {
    const type = icon.image.mediaType ?? '?'
    const finding = listingFinding(rules, {
      rule: 'icon',
      detail: 'format',
      // A picture of another format may still be shown; what is no picture at all cannot be.
      severity: type.startsWith('image/') ? 'should' : rules.icon.severity,
      place: icon.file?.path ?? place,
      message: {
        zh: `按内容判断，图标的格式是 ${type}，不在允许的格式内`,
        en: `By its content the icon is ${type}, not one of the allowed formats`,
      },
      remedy: { zh: `请使用 ${mediaTypes.join('、')}`, en: `Use ${mediaTypes.join(', ')}` },
    })
    return [finding]
  }
  return icon.image?.mediaType === 'image/svg+xml' && hasScript(icon.file?.content ?? new Uint8Array())
    ? [scriptFinding(icon.file?.path ?? place, rules)]
    : []
}

/** A drawing that runs code where the store shows it: script elements, event attributes, javascript: links. Bounded in steps. */
function hasScript(svg: Uint8Array): boolean {
  const pieces: string[] = []
  for (let at = 0; at < svg.length; at += 8192)
    pieces.push(String.fromCharCode(...svg.subarray(at, at + 8192)))
  return /<script[\s>/]|<foreignObject[\s>/]|\son[a-z]{3,20}\s{0,9}=|(?:href|src)\s{0,9}=\s{0,9}["']?\s{0,9}javascript:/i.test(
    pieces.join(''),
  )
}

function scriptFinding(place: string, rules: ListingRules): Finding {
  return listingFinding(rules, {
    rule: 'icon',
    detail: 'script',
    place,
    message: { zh: 'SVG 图标含脚本或嵌入的网页内容', en: 'The SVG icon carries script or embedded markup' },
    remedy: { zh: '请导出为不含脚本的 SVG，或使用 PNG', en: 'Export it without script, or use PNG' },
  })
}
