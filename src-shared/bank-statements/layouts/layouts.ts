import type { Layout } from '../table/layout.ts'
import { bocHistory, bocPersonal } from './boc.ts'
import { bocomHistory } from './bocom.ts'
import { ccbHistory, ccbPersonal } from './ccb.ts'
import { cmbHistory, cmbPersonal } from './cmb.ts'
import { icbcFlagged, icbcHistory, icbcPersonal, icbcWorkbook } from './icbc.ts'
import { psbcHistory } from './psbc.ts'
import { zheshangHistory } from './zheshang.ts'

/** Every bank we know: a new one is a file beside this one, a line here and a fixture. */
export const LAYOUTS: readonly Layout[] = [
  icbcHistory,
  icbcWorkbook,
  icbcFlagged,
  icbcPersonal,
  bocHistory,
  bocPersonal,
  bocomHistory,
  ccbHistory,
  ccbPersonal,
  cmbHistory,
  cmbPersonal,
  psbcHistory,
  zheshangHistory,
]
