/** Parquet: Casus' own columns, in row groups, so that memory stays flat. */
import { ByteWriter, ParquetWriter, type BasicType } from 'hyparquet-writer'
import { schemaFromColumnData } from 'hyparquet-writer'
import { headerOf, rowOf, type Cell } from '../core/codebooks/index.ts'
import { codebookOf } from './codebook.ts'
import { INCIDENT_COLUMNS, type ColumnType } from './columns.ts'
import { batches } from './dataset.ts'
import type { ExportFormat } from './format.ts'
import type { OutFile } from './sink.ts'
import { writeText } from './tables.ts'

const TYPES: Readonly<Record<ColumnType, BasicType>> = { string: 'STRING', date: 'STRING', integer: 'INT32', number: 'DOUBLE', boolean: 'BOOLEAN' }
const GROUP = 20_000
const MAIN = 'incidents.parquet', CODEBOOK = 'parquet.codebook.md'

type Cells = readonly (readonly Cell[])[]

const columnsOf = (rows: Cells): { name: string; data: Cell[]; type: BasicType; nullable: boolean }[] =>
  INCIDENT_COLUMNS.map((c, k) => ({ name: c.name, data: rows.map(row => row[k] ?? null), type: TYPES[c.type], nullable: true }))

/** Hands on what the writer has encoded so far. */
async function flush(bytes: ByteWriter, file: OutFile): Promise<void> {
  await file.write(new Uint8Array(bytes.buffer, 0, bytes.index).slice())
  bytes.index = 0
}

export const parquet: ExportFormat = {
  name: 'parquet', summary: 'one row for each incident, for DuckDB, R, pandas', main: MAIN, mediaType: 'application/vnd.apache.parquet', files: [MAIN, CODEBOOK],
  write: async (context, sink) => {
    const file = await sink.file(MAIN), bytes = new ByteWriter()
    const writer = new ParquetWriter({ writer: bytes, schema: schemaFromColumnData({ columnData: columnsOf([headerOf(INCIDENT_COLUMNS).map(() => null)]) }), createdBy: `${context.engine.name} ${context.engine.version}` })
    let written = 0
    for await (const batch of batches(context.dataset.incidents(), GROUP)) {
      await writer.write({ columnData: columnsOf(batch.map(one => rowOf(INCIDENT_COLUMNS, { ...one, lexicon: context.lexicon }))), rowGroupSize: GROUP })
      await flush(bytes, file)
      written += batch.length
    context.progress?.(written)
    }
    await writer.finish()
    await flush(bytes, file)
    await file.close()
    await writeText(sink, CODEBOOK, codebookOf('Incidents in Parquet', [], [{ file: MAIN, about: 'One row for each incident.', columns: INCIDENT_COLUMNS }], context))
    return { written, left: 0 }
  },
}
