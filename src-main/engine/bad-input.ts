/** A question the engine cannot read although its schema did not refuse it: the page's mistake, not the user's. */
export class BadInput extends Error {
  override readonly name = 'BadInput'
}
