/** Mends what the parser is known to join wrongly and the forms of the words tell apart. */

/** The parts of a growing layer that are read here; `head` and `deprel` are changed in place. */
interface Tree { readonly xpos: readonly string[]; readonly lemma: readonly string[]; readonly head: Int32Array; readonly deprel: string[] }

/** Governors above a relative clause that are searched for the verb it hangs under. */
const HOPS = 3

/**
 * "Opened fire on traders who were closing their stalls and burned shops": a plain past joined to the progressive of a relative
 * clause goes with the past of the main clause, for two verbs of one subject share their form.
 */
export function mendJoined({ xpos, lemma, head, deprel }: Tree): void {
  const helped = new Set<number>(), progressive = new Set<number>()
  deprel.forEach((rel, i) => {
    if (rel.startsWith('aux') || rel.startsWith('nsubj')) helped.add(head[i]!)
    if (rel === 'aux' && lemma[i] === 'be') progressive.add(head[i]!)
  })
  for (let i = 0; i < head.length; i++) {
    const joined = head[i]!
    if (deprel[i] !== 'conj' || joined < 0 || !/^VB[DN]$/.test(xpos[i]!) || helped.has(i) || xpos[joined] !== 'VBG' || deprel[joined] !== 'acl:relcl' || !progressive.has(joined)) continue
    let verb = head[joined]!
    for (let hops = 0; hops < HOPS && verb >= 0 && xpos[verb] !== 'VBD'; hops++) verb = head[verb]!
    if (verb >= 0 && xpos[verb] === 'VBD') head[i] = verb
  }
}
