/** Exports: the dataset in the formats that conflict-data people use. */
import { geojson } from './geojson.ts'
import { jsonl, plover } from './lines.ts'
import { datapackage } from './package.ts'
import { parquet } from './parquet.ts'
import { TABLES } from './tables.ts'
import type { ExportFormat } from './format.ts'

export const FORMATS: readonly ExportFormat[] = [...TABLES, plover, jsonl, geojson, parquet, datapackage]

export { datasetOf, type Dataset } from './dataset.ts'
export { INCIDENT_COLUMNS } from './columns.ts'
export { csvLines } from './csv.ts'
export { ExportError, EXPORT_FAILURES, type ExportFailure } from './errors.ts'
export { featureOf, type Feature } from './geojson.ts'
export type { ExportContext, ExportFormat, ExportSummary } from './format.ts'
export { importPackage, type Imported } from './import.ts'
export { folderSink, memorySink, streamSink, type Sink } from './sink.ts'
