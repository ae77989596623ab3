/** The entity layer on one page: drafts from names, roles and phrases, then chains. */
import type { EntityLayer } from '../model/index.ts'
import { chainMentions } from './chains.ts'
import { settleHome } from './home.ts'
import { draftMentions, type Sources } from './mentions.ts'

/** Finds the entities of a report. */
export function findEntities(sources: Sources): EntityLayer {
  const { lists } = sources.lexicon, { mentions, chains: found } = chainMentions(sources.text, sources.syntax, draftMentions(sources), lists), chains = settleHome(found, mentions, sources.places, lists)
  const n = sources.text.tokens.length, byHead = new Int32Array(n).fill(-1), byToken = new Int32Array(n).fill(-1)
  for (const m of mentions) {
    byHead[m.head] = m.id
    for (let i = m.first; i < m.last; i++) {
      const old = mentions[byToken[i] ?? -1]
      if (!old || old.last - old.first > m.last - m.first) byToken[i] = m.id
    }
  }
  return { mentions, chains, byHead, byToken }
}
