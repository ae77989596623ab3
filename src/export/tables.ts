/** Formats that are one table: Casus' own CSV and HXL, and the schemas of ACLED, UCDP and Phoenix with a sidecar for what they cannot hold. */
import { ACLED_COLUMNS, CAMEO_COLUMNS, headerOf, outsideAcled, outsideCameo, outsideUcdp, rowOf, UCDP_COLUMNS, type Cell, type Column, type Subject } from '../core/codebooks/index.ts'
import { codebookOf } from './codebook.ts'
import { INCIDENT_COLUMNS, SIDECAR_COLUMNS } from './columns.ts'
import { csvLines, tsvLines } from './csv.ts'
import { batches } from './dataset.ts'
import type { ExportContext, ExportFormat, ExportSummary } from './format.ts'
import type { OutFile, Sink } from './sink.ts'

interface Schema {
  readonly name: string
  readonly summary: string
  readonly main: string
  readonly about: string
  readonly columns: readonly Column<Subject>[]
  /** Why an incident has no row; null where it has one. */
  readonly outside: (s: Subject) => string | null
  readonly tabs?: boolean
}

const BATCH = 500

/** A format with other people's columns: main file, sidecar, codebook. */
function schemaFormat(schema: Schema): ExportFormat {
  const sidecar = `${schema.name}.sidecar.csv`, codebook = `${schema.name}.codebook.md`
  return {
    name: schema.name, summary: schema.summary, main: schema.main, mediaType: schema.tabs ? 'text/tab-separated-values' : 'text/csv', files: [schema.main, sidecar, codebook],
    write: async (context, sink) => {
      const summary = await writeRows(schema, context, await sink.file(schema.main), await sink.file(sidecar))
      await writeText(sink, codebook, codebookOf(schema.summary, [schema.about], [
        { file: schema.main, about: 'One row for each incident that the schema can hold.', columns: schema.columns },
        { file: sidecar, about: 'One line for every incident, with its row or the reason why it has none, and what the schema cannot hold.', columns: SIDECAR_COLUMNS },
      ], context))
      return summary
    },
  }
}

async function writeRows(schema: Schema, context: ExportContext, main: OutFile, sidecar: OutFile): Promise<ExportSummary> {
  const lines = schema.tabs ? tsvLines : csvLines
  await main.write(lines([headerOf(schema.columns)]))
  await sidecar.write(csvLines([headerOf(SIDECAR_COLUMNS)]))
  let written = 0, left = 0
  for await (const batch of batches(context.dataset.incidents(), BATCH)) {
    const rows: (readonly Cell[])[] = [], beside: (readonly Cell[])[] = []
    for (const one of batch) {
      const subject: Subject = { ...one, lexicon: context.lexicon }, why = schema.outside(subject)
      if (why === null) { rows.push(rowOf(schema.columns, subject)); written++ } else left++
      beside.push(rowOf(SIDECAR_COLUMNS, { ...subject, row: why === null ? written : null, left: why }))
    }
    if (rows.length > 0) await main.write(lines(rows))
    await sidecar.write(csvLines(beside))
    context.progress?.(written + left)
  }
  await main.close()
  await sidecar.close()
  return { written, left }
}

export async function writeText(sink: Sink, name: string, text: string): Promise<void> {
  const file = await sink.file(name)
  await file.write(text)
  await file.close()
}

/** A format with Casus' own columns, and below the header the lines of `extra`. */
function ownFormat(name: string, summary: string, main: string, extra: readonly (readonly Cell[])[]): ExportFormat {
  const codebook = `${name}.codebook.md`
  return {
    name, summary, main, mediaType: 'text/csv', files: [main, codebook],
    write: async (context, sink) => {
      const file = await sink.file(main)
      await file.write(csvLines([headerOf(INCIDENT_COLUMNS), ...extra]))
      let written = 0
      for await (const batch of batches(context.dataset.incidents(), BATCH)) {
        await file.write(csvLines(batch.map(one => rowOf(INCIDENT_COLUMNS, { ...one, lexicon: context.lexicon }))))
        written += batch.length
        context.progress?.(written)
      }
      await file.close()
      await writeText(sink, codebook, codebookOf(summary, [], [{ file: main, about: 'One row for each incident.', columns: INCIDENT_COLUMNS }], context))
      return { written, left: 0 }
    },
  }
}

const NO_IDS = 'Ids that their makers give (events, conflicts, dyads, actors) stay empty, since Casus invents none for the id spaces of others.'

export const TABLES: readonly ExportFormat[] = [
  schemaFormat({ name: 'acled-csv', summary: "ACLED's 31 columns", main: 'acled.csv', about: `Made by Casus in the columns of ACLED; it is no data of ACLED. ${NO_IDS}`, columns: ACLED_COLUMNS, outside: outsideAcled }),
  schemaFormat({ name: 'ucdp-csv', summary: "UCDP GED's 49 columns", main: 'ucdp-ged.csv', about: `Made by Casus in the columns of UCDP GED; it is no data of UCDP. ${NO_IDS}`, columns: UCDP_COLUMNS, outside: outsideUcdp }),
  schemaFormat({ name: 'cameo-tsv', summary: "CAMEO codes in Phoenix' columns", main: 'cameo.tsv', about: `CAMEO event lines for tools that read Phoenix files, with a header line. ${NO_IDS}`, columns: CAMEO_COLUMNS, outside: outsideCameo, tabs: true }),
  ownFormat('csv', 'one row for each incident, every field', 'incidents.csv', []),
  ownFormat('hxl', 'the same rows with HXL hashtags in the second line', 'incidents.hxl.csv', [INCIDENT_COLUMNS.map(c => c.hxl ?? null)]),
]
