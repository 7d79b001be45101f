import { type ShippedTemplate, shippedTemplateSchema } from '#shared/rules/notices/notice-template.ts'
import { OCCASIONS } from '#shared/rules/notices/occasions.ts'
import { packageRoot } from '../package-root.ts'
import { type ResourceFolder, readChecked } from './read-checked.ts'
import { ResourceError } from './resource-error.ts'

const SHIPPED = new URL('resources/notice-templates/', packageRoot(import.meta.url))

/**
 * Loads the templates of notices that come with the program (`<occasion>.yaml`): one for every occasion.
 * @throws ResourceError where a file is not a template, is named for another occasion, or one is missing.
 */
export async function loadNoticeTemplates(
  folder: ResourceFolder = SHIPPED,
): Promise<readonly ShippedTemplate[]> {
  const files = await readChecked(folder, ['.yaml'], shippedTemplateSchema)
  const misnamed = files
    .filter(({ file, value }) => file !== `${value.occasion}.yaml`)
    .map(({ file, value }) => ({
      file,
      place: 'occasion',
      message: `the file is not named ${value.occasion}.yaml`,
    }))
  const missing = OCCASIONS.filter((occasion) => files.every(({ value }) => value.occasion !== occasion)).map(
    (occasion) => ({ file: `${occasion}.yaml`, place: 'file', message: 'there is none' }),
  )
  const problems = [...misnamed, ...missing]
  if (problems.length > 0) throw new ResourceError(problems)
  return files.map(({ value }) => value)
}
