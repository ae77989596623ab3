/** What a browser loads: the pipeline put together from texts and bytes gives what the library gives. */
import { expect, test } from 'vitest'
import { assembleKnowledge, explainReport } from '../src/core/index.ts'
import { analyse } from '../src/index.ts'
import { readShipped } from '../src/resources/load.ts'

test('core alone codes a report as the library does', () => {
  const report = { id: 'r', published: '2024-05-06', text: 'Gunmen killed four farmers near Jos on Sunday, police said. The army denied that its soldiers were involved.' }
  const knowledge = assembleKnowledge({ ...readShipped(), imported: null })
  const { analysis } = explainReport(report, knowledge)
  expect(analysis.events.length).toBeGreaterThan(0)
  expect(analysis).toEqual(analyse(report))
})
