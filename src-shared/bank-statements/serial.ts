/** What banks write where an entry has no reference of its own. */
const PLACEHOLDER =
  /^(?:0*|-+|\/+|x+|\*+|\.+|nonref|notprovided|not provided|notavailable|not available|unknown|none|null|nil|n\/a|na|kref\+?|eref\+?|无|空)$/i

/** No placeholder has such a digit. */
const NAMES_SOMETHING = /[1-9]/

/** The bank's number of an entry; null where the text names nothing: empty, `0`, `NOTPROVIDED`, `//NONREF` and the like. */
export function readSerial(...texts: readonly string[]): string | null {
  for (const text of texts) {
    const serial = text.trim()
    if (NAMES_SOMETHING.test(serial)) return serial
    if (!PLACEHOLDER.test(serial.normalize('NFKC').replace(/^\/+/, '').trim())) return serial
  }
  return null
}
