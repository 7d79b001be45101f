const NOT_IN_NAMES = /[\p{Cc}\p{Bidi_Control}/\\]/gu
/** Of what a record keeps. */
const NAME_LIMIT = 200
const MEDIA_TYPE = /^[a-z0-9.+-]{1,64}\/[a-z0-9.+-]{1,100}$/
const UNKNOWN_TYPE = 'application/octet-stream'

/** The name of a file as a record keeps it: no folder, nothing unseen, and its ending where it is cut. */
export function fileNameOf(given: string): string {
  const name = given.replace(NOT_IN_NAMES, '_').trim()
  if (name === '') return '_'
  if (name.length <= NAME_LIMIT) return name
  const ending = /\.[\p{L}\p{N}]{1,10}$/u.exec(name)?.[0] ?? ''
  return `${name.slice(0, NAME_LIMIT - ending.length)}${ending}`.toWellFormed()
}

/** The media type of a file as its computer says it, less its parameters. */
export function mediaTypeOf(given: string): string {
  const [type = ''] = given.toLowerCase().split(';')
  return MEDIA_TYPE.test(type.trim()) ? type.trim() : UNKNOWN_TYPE
}
