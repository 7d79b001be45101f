import { base } from './base-procedure.ts'
import { changeIdInput, controlCaseSchema, controlsShownSchema } from './rules.ts'

/** What a page may ask about what two people put into force. */
export const ruleContract = {
  controls: {
    list: base.output(controlsShownSchema),
    get: base.input(changeIdInput).output(controlCaseSchema),
  },
}
