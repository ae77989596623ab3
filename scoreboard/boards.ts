/** The boards, in the order of the table. A new corpus is one file in `corpora/` and one line here. */
import type { Board } from './board.ts'
import { rams, wikiEvents } from './corpora/arguments.ts'
import { case2021 } from './corpora/case2021.ts'
import { cnc } from './corpora/cnc.ts'
import { cameoClass, cameoNer, insightCrime, satp } from './corpora/conflibert.ts'
import { ecbplus } from './corpora/ecbplus.ts'
import { eventLocation } from './corpora/event-location.ts'
import { gold } from './corpora/gold.ts'
import { petrGsr, ploverGsr } from './corpora/gsr.ts'
import { india } from './corpora/india.ts'
import { isaf } from './corpora/isaf.ts'
import { mucGtt } from './corpora/muc-gtt.ts'
import { mucOfficial } from './corpora/muc-official.ts'
import { names } from './corpora/names.ts'
import { plv } from './corpora/plv.ts'
import { polnear } from './corpora/polnear.ts'
import { tempeval } from './corpora/tempeval.ts'
import { toponyms } from './corpora/toponyms.ts'
import { treebanks } from './corpora/treebanks.ts'

export const BOARDS: readonly Board[] = [
  gold, mucOfficial, mucGtt, isaf, plv, petrGsr, ploverGsr, cameoClass, cameoNer, insightCrime, satp, india, case2021, wikiEvents, rams,
  tempeval, toponyms, polnear, cnc, ecbplus, eventLocation, names, treebanks,
]
