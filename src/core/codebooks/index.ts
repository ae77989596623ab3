/** Other people's codebooks: an incident as a row of ACLED, UCDP GED, CAMEO and PLOVER. */
export { ACLED_COLUMNS, outsideAcled } from './acled.ts'
export { CAMEO_COLUMNS, outsideCameo } from './cameo.ts'
export { headerOf, rowOf, type Cell, type Column } from './column.ts'
export { buildCodebookLexicon, type CodebookLexicon } from './lexicon.ts'
export { ploverEvent, type CoderName } from './plover.ts'
export { joined, names, placeOf, type ReportLine, type Subject } from './subject.ts'
export { outsideUcdp, UCDP_COLUMNS } from './ucdp.ts'
