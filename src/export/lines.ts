/** Formats of one JSON value a line: incidents whole, and PLOVER events. */
import { ploverEvent, type Subject } from '../core/codebooks/index.ts'
import { codebookOf } from './codebook.ts'
import type { ExportContext, ExportFormat } from './format.ts'
import { writeText } from './tables.ts'

interface Lines { readonly name: string; readonly summary: string; readonly main: string; readonly about: readonly string[]; readonly fields: readonly { readonly name: string; readonly means: string }[]; readonly line: (s: Subject, context: ExportContext) => unknown }

function linesFormat({ name, summary, main, about, fields, line }: Lines): ExportFormat {
  const codebook = `${name}.codebook.md`
  return {
    name, summary, main, mediaType: 'application/x-ndjson', files: [main, codebook],
    write: async (context, sink) => {
      const file = await sink.file(main)
      let written = 0
      for await (const one of context.dataset.incidents()) {
        await file.write(`${JSON.stringify(line({ ...one, lexicon: context.lexicon }, context))}\n`)
        written++
        context.progress?.(written)
      }
      await file.close()
      await writeText(sink, codebook, codebookOf(summary, about, [{ file: main, about: 'One JSON value a line, one line for each incident.', columns: fields }], context))
      return { written, left: 0 }
    },
  }
}

export const jsonl = linesFormat({
  name: 'jsonl', summary: 'incidents whole, with every rival value and its evidence', main: 'incidents.jsonl', about: ['The incident as the API gives it.'], line: s => s.incident,
  fields: [
    { name: 'members', means: 'The events of reports that tell of it.' }, { name: 'fields', means: 'For each field every value that is claimed, by whom, when, in which report, with spans into its text; the chosen one with the rule and the reason.' },
    { name: 'links', means: 'Incidents it answers or follows from, with the sentences.' }, { name: 'grade', means: 'confirmed, fair, weak or contested, with the reason in gradeWhy.' },
  ],
})

export const plover = linesFormat({
  name: 'plover-ndjson', summary: 'PLOVER 0.8 events', main: 'plover.ndjson', line: (s, context) => ploverEvent(s, context.engine),
  about: ['Field names are those of the PLOVER 0.8 manual; figures in `size` are lower bounds. What PLOVER has no name for stands under `casus`.'],
  fields: [
    { name: 'id', means: 'Id of the incident.' }, { name: 'date, enddate', means: 'First and, where it differs, last day.' }, { name: 'actor, recipient', means: 'Participants: code (ISO 3166-1 alpha-3), sector, entity_text, identifier_id (id in the registry of Casus).' },
    { name: 'event, mode, context', means: 'PLOVER type, mode, contexts.' }, { name: 'event_loc', means: 'Place: names, GeoNames id, coordinates, resolution 5 site, 4 town, 3 district, 2 province, 1 country.' },
    { name: 'quad_code', means: '1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict.' }, { name: 'size', means: 'dead, injured, arrested.' }, { name: 'cite_info', means: 'The reports.' },
    { name: 'casus', means: 'status, reciprocal, grade, disputed, attackers_dead, confidence.' },
  ],
})
