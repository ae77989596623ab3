/** The boards, in the order of the table. A new corpus is one file in `corpora/` and one line here. */
import type { Board } from './board.ts'
import { cnc } from './corpora/cnc.ts'
import { ecbplus } from './corpora/ecbplus.ts'
import { gold } from './corpora/gold.ts'
import { mucGtt } from './corpora/muc-gtt.ts'
import { mucOfficial } from './corpora/muc-official.ts'
import { names } from './corpora/names.ts'
import { polnear } from './corpora/polnear.ts'
import { tempeval } from './corpora/tempeval.ts'
import { toponyms } from './corpora/toponyms.ts'
import { treebanks } from './corpora/treebanks.ts'

export const BOARDS: readonly Board[] = [
  gold, mucOfficial, mucGtt,
  tempeval, toponyms, polnear, cnc, ecbplus, names, treebanks,
]
