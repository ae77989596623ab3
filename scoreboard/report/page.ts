/** Writes docs/scoreboard.md from the boards and the kept figures. */
import { peersOn, type Board, type Peer } from '../board.ts'
import type { Score, Scores } from '../scores.ts'
import { shown } from './table.ts'
import { PREFACE } from './preface.ts'
import { WRONG } from './wrong.ts'

/** The page, whole. */
export function page(boards: readonly Board[], scores: Scores): string {
  return `${[PREFACE, figures(boards, scores), WRONG, '## The boards', ...boards.map(boardText)].join('\n\n')}\n`
}

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ')

function figures(boards: readonly Board[], { scores, speeds }: Scores): string {
  const rows = scores.map(score => {
    const board = boards.find(b => b.name === score.board)!, first = scores.find(s => s.board === score.board && s.part === score.part) === score
    const speed = speeds.find(s => s.board === score.board && s.part === score.part)
    const names = first ? [board.title, score.part, speed === undefined ? '' : String(speed.documents)] : ['', '', '']
    return `| ${[...names, score.metric + unitOf(board, score), `**${shown(score.value)}**`, `${shown(score.low)}–${shown(score.high)}`, peersOf(board, score).map(p => `${p.name} ${p.value}`).join(', ')].map(cell).join(' | ')} |`
  })
  return ['## Figures', '', '| corpus | part | documents | metric | Casus | 95 % interval | peers |', '| --- | --- | ---: | --- | ---: | --- | --- |', ...rows].join('\n')
}

const metricOf = (board: Board, score: Score): Board['metrics'][number] | undefined => board.metrics.find(m => m.name === score.metric)
const unitOf = (board: Board, score: Score): string => metricOf(board, score)?.unit === 'km' ? ' (km)' : ''
const peersOf = (board: Board, score: Score): readonly Peer[] => peersOn(metricOf(board, score)?.peers ?? [], score.part)

function boardText(board: Board): string {
  const peers = [...new Set(board.metrics.flatMap(m => m.peers.map(p => `- ${p.name}, ${m.name} ${p.value}, ${p.on}: ${p.source}`)))]
  const sample = board.sample === null ? '' : ` \`--check\` reads ${board.sample} documents, evenly spaced.`
  return [`### ${board.title} (\`${board.name}\`)`, '', board.measures + sample, '', `Held out: ${board.heldOut}`, ...peers.length === 0 ? [] : ['', 'Peers:', '', ...peers]].join('\n')
}
