/** The boards, in the order of the table. A new corpus is one file in `corpora/` and one line here. */
import type { Board } from './board.ts'
import { gold } from './corpora/gold.ts'
import { mucGtt } from './corpora/muc-gtt.ts'
import { mucOfficial } from './corpora/muc-official.ts'

export const BOARDS: readonly Board[] = [
  gold, mucOfficial, mucGtt,
]
