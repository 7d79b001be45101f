import type { ListingRules } from '../../policy/listing-rules.ts'
import type { Finding } from '../verdict.ts'
import { excerpt, listingFinding } from './listing-finding.ts'
import type { PackageCheckInput } from './package-check-input.ts'
import type { PackageContents } from './package-contents.ts'
import type { PackageMetadata } from './package-metadata.ts'
import { countScreenshots, findScreenshots, isElsewhere, type Screenshot } from './screenshots.ts'

type Report = (
  detail: string,
  of: readonly Screenshot[],
  finding: Pick<Finding, 'message' | 'remedy'> & Partial<Finding>,
) => Finding[]

/** Enough screenshots, each a picture of an allowed type by its content, listed in the metadata, in their folder. */
export function checkScreenshots(
  contents: PackageContents,
  metadata: PackageMetadata,
  { rules, uploads }: PackageCheckInput,
): Finding[] {
  const { minimum, folder, mediaTypes } = rules.screenshots
  const all = findScreenshots(contents, metadata, rules, uploads)
  const count = countScreenshots(all, rules)
  const types = mediaTypes.map(formatName)
  /** One finding for all screenshots of a kind, none where there is none of it. */
  const report: Report = (detail, of, { message, remedy, severity }) =>
    of.length === 0
      ? []
      : [
          listingFinding(rules, {
            rule: 'screenshots',
            detail,
            place: excerpt(of.map(placeOf).join(', '), 300),
            message,
            remedy,
            ...(severity === undefined ? {} : { severity }),
          }),
        ]
  const wrongType = all.filter(({ image }) => image !== null && !mediaTypes.includes(image.mediaType ?? ''))
  const named = [...new Set(wrongType.map(({ image }) => image?.mediaType ?? '?'))].join(', ')
  return [
    ...(count >= minimum ? [] : [tooFew(count, rules)]),
    ...report('format', wrongType, {
      message: {
        zh: `按内容判断不是 ${types.join('/')} 图片（实为 ${named}）`,
        en: `By its content not a ${types.join(' or ')} picture (it is ${named})`,
      },
      remedy: {
        zh: `请换成真正的 ${types.join('/')} 图片`,
        en: `Replace it by a real ${types.join(' or ')} picture`,
      },
    }),
    ...report(
      'file-missing',
      all.filter(({ kind }) => kind === 'missing'),
      {
        message: {
          zh: '元数据列出的截图不在包内',
          en: 'A screenshot the metadata lists is not in the package',
        },
        remedy: { zh: '请放入文件或修正路径', en: 'Add the file or correct its path' },
      },
    ),
    ...report(
      'folder',
      all.filter(({ file }) => file !== null && !file.path.startsWith(`${folder}/`)),
      {
        severity: 'should',
        message: { zh: `截图不在 ./${folder}/ 下`, en: `A screenshot lies outside ./${folder}/` },
        remedy: { zh: `请移到 ./${folder}/`, en: `Move it to ./${folder}/` },
      },
    ),
    ...report(
      'unlisted',
      all.filter(({ reference }) => reference === null),
      {
        severity: 'should',
        message: {
          zh: '截图未列入元数据 screenshots，商店不会展示',
          en: 'A screenshot is not listed under screenshots; the store will not show it',
        },
        remedy: { zh: '请列入元数据，或删除文件', en: 'List it in the metadata, or remove the file' },
      },
    ),
    ...report('duplicate', duplicatesOf(all), {
      severity: 'should',
      message: {
        zh: '同一张图片重复出现，只计一次',
        en: 'The same picture stands there twice; it counts once',
      },
      remedy: { zh: '请换成不同的截图', en: 'Replace it by another screenshot' },
    }),
    ...report('address', all.filter(isElsewhere), {
      severity: 'info',
      message: {
        zh: '截图是网址，内容未在此检查',
        en: 'The screenshot is a web address; its content was not checked here',
      },
      remedy: { zh: '请打开查看', en: 'Open it and look' },
    }),
  ]
}

function tooFew(count: number, rules: ListingRules): Finding {
  const { minimum, folder, mediaTypes } = rules.screenshots
  const types = mediaTypes.map(formatName)
  return listingFinding(rules, {
    rule: 'screenshots',
    detail: 'minimum',
    place: `${folder}/`,
    message: {
      zh: `截图不足：需要至少 ${minimum} 张，现有 ${count} 张`,
      en: `Too few screenshots: at least ${minimum} are needed, ${count} found`,
    },
    remedy: {
      zh: `请在 ./${folder}/ 下放置至少 ${minimum} 张 ${types.join('/')} 截图，并列入元数据 screenshots`,
      en: `Put at least ${minimum} ${types.join(' or ')} screenshots into ./${folder}/ and list them under screenshots`,
    },
  })
}

function duplicatesOf(screenshots: readonly Screenshot[]): Screenshot[] {
  const seen = new Set<string>()
  return screenshots.filter(({ sha256 }) => {
    if (sha256 === null) return false
    if (seen.has(sha256)) return true
    seen.add(sha256)
    return false
  })
}

function placeOf({ reference, file }: Screenshot): string {
  return file?.path ?? reference ?? ''
}

/** `image/jpeg` as people say it: JPG. */
function formatName(mediaType: string): string {
  const name = mediaType.replace('image/', '').toUpperCase()
  return name === 'JPEG' ? 'JPG' : name
}
