import { base } from './base-procedure.ts'
import {
  changeIdInput,
  checkedPackSchema,
  checkedTableSchema,
  checkFileInput,
  controlCaseSchema,
  controlsShownSchema,
  holidayCaseSchema,
  holidaysShownSchema,
  packCaseSchema,
  packsShownSchema,
} from './rules.ts'

/** What a page may ask about what two people put into force. */
export const ruleContract = {
  controls: {
    list: base.output(controlsShownSchema),
    get: base.input(changeIdInput).output(controlCaseSchema),
  },
  packs: {
    list: base.output(packsShownSchema),
    get: base.input(changeIdInput).output(packCaseSchema),
    /** Nothing is kept of the file. */
    check: base.input(checkFileInput).output(checkedPackSchema),
  },
  holidays: {
    list: base.output(holidaysShownSchema),
    get: base.input(changeIdInput).output(holidayCaseSchema),
    check: base.input(checkFileInput).output(checkedTableSchema),
  },
}
