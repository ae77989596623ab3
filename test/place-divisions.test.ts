/** Divisions of the second order, and divisions as the news writes them. */
import { expect, test } from 'vitest'
import { analyse } from '../src/index.ts'

const place = (text: string): string => { const [p] = analyse({ id: 'r', published: '2024-05-15', text }).events[0]?.places ?? []; return p === undefined ? '' : `${p.name} ${p.precision} ${p.country} ${p.latitude === null ? '' : Math.round(p.latitude)}` }

test.each([
  ['Troops shelled a hamlet in North Darfur on Monday, killing nine people.', 'North Darfur province SD 14'],
  ['Al-Shabaab gunmen killed nine people in Lower Shabelle on Monday.', 'Lower Shabelle province SO 2'],
  ['Troops killed nine rebels in Northern Samar on Monday, the Philippine army said.', 'Northern Samar province PH 12'],
  ['Rebels killed nine policemen in Dang on Monday, the army of Nepal said.', 'Dang district NP 28'],
  ['Nine people were killed in an air strike on Homs on Monday, Mon State officials said.', 'Homs town SY 35'],
  ['A blast in Samara killed nine people on Monday, Russian officials said.', 'Samara town RU 53'],
  ['Gunmen killed nine people in Bara, in North Kordofan, on Monday.', 'Bara town SD 14'],
])('“%s” %s', (text, wanted) => { expect(place(text)).toBe(wanted) })
