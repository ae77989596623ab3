/** What an export format is: its name, its files, and how it is written. */
import type { CodebookLexicon, CoderName } from '../core/codebooks/index.ts'
import type { Dataset } from './dataset.ts'
import type { Sink } from './sink.ts'

export interface ExportContext {
  readonly dataset: Dataset
  readonly lexicon: CodebookLexicon
  readonly engine: CoderName
  /** RFC 3339, UTC: the moment that is written into the export. */
  readonly made: string
  /** Whether the texts of the reports go along, where a format can hold them. */
  readonly texts: boolean
  readonly progress?: (incidents: number) => void
}

export interface ExportSummary {
  /** Incidents that have a row. */
  readonly written: number
  /** Incidents that the format cannot hold; they stand in the sidecar with the reason. */
  readonly left: number
}

export interface ExportFormat {
  readonly name: string
  readonly summary: string
  /** The file people ask for; others explain it or hold what it cannot. */
  readonly main: string
  readonly mediaType: string
  /** Every file the format may write. */
  readonly files: readonly string[]
  readonly write: (context: ExportContext, sink: Sink) => Promise<ExportSummary>
}
