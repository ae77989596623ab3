/**
 * Learns models/lemmas.tsv from the training files of UD EWT and GUM: for each fine tag the endings that change and,
 * where an ending does not say enough, the word itself. The other forms of the verbs of the corpora, of data/triggers.tsv, of the
 * kinds that data/act-frames.tsv asks for and of the lists below are read as well: news uses forms that the corpora lack.
 *
 *     node training/lemmas.ts ../shared/corpora
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseTable } from '../src/core/lexicon/table.ts'
import { lemmaOf } from '../src/core/syntax/lemmatise.ts'
import { formsOf, irregular, listed, plural, regular } from './inflection.ts'

const corpora = process.argv[2] ?? '../shared/corpora'
const INFLECTED = new Set(['VBD', 'VBN', 'VBG', 'VBZ', 'NNS', 'NNPS', 'JJR', 'JJS', 'RBR', 'RBS'])
const CLOSED = new Set(['PRP', 'PRP$', 'MD', 'VB', 'VBP', 'DT', 'RB', 'WP', 'POS', 'EX'])
const LONGEST = 6

/** Votes[tag][form][lemma] of every token. */
const votes = new Map<string, Map<string, Map<string, number>>>()
function vote(tag: string, form: string, lemma: string): void {
  const forms = votes.get(tag) ?? new Map<string, Map<string, number>>()
  votes.set(tag, forms)
  const lemmas = forms.get(form) ?? new Map<string, number>()
  forms.set(form, lemmas)
  lemmas.set(lemma, (lemmas.get(lemma) ?? 0) + 1)
}

for (const file of ['ud_ewt/train.conllu', 'gum/train.conllu']) {
  for (const line of readFileSync(join(corpora, file), 'utf8').split('\n')) {
    const [id = '', form = '', lemma = '', , tag = ''] = line.split('\t')
    if (/^\d+$/.test(id) && lemma !== '_' && /^['’\p{L}-]+$/u.test(form) && !/@/.test(lemma) && (INFLECTED.has(tag) || CLOSED.has(tag))) vote(tag, form.toLowerCase(), lemma.toLowerCase())
  }
}

const VOWEL = /[aeiou]/
/** Verbs of the news that are neither triggers nor in the corpora; the nouns of data/triggers.tsv that are verbs as well. */
const NEWS = `
amputate annex arson avenge bandage barrage bash bayonet billet bivouac blackmail blindfold blitz bludgeon bluff bog bolster bribe brutalise brutalize bulldoze bully bus campaign cannonade castrate censure chase choke cluster
collide comb commandeer conscript corner counter-protest crackdown cremate cyberattack decamp decimate deface defect demine deplete desecrate devastate disembowel disfigure dismember dispossess douse drill drown eject
embargo embroil encamp encounter encroach enforce engulf enslave entomb entrench eradicate erupt escort evict eviscerate excise exhume exile exterminate extort fade feud fine flare flay fortify found frisk fuse gang garrison
garrotte gore grenade grill grope guillotine handcuff harangue harbor harbour heckle hoist hole hound ignite immolate impale incapacitate incinerate inflame infringe interdict intimidate jeer jostle lacerate lambast
lambaste lockdown lure mace machete man maraud martial maul menace mine mob mug mutiny nuke orphan outgun overpower parade paralyse paralyze pepper persecute pillage pinion police prowl pulverise pulverize quarantine quash ram
ransom rappel ravage rearm rebel rebuff reconnoitre rename repatriate reprieve revenge revolt riddle rupture salvo scald scale scorch scuffle shackle shield siege singe slug smear smother smoulder sodomise sodomize spar
splinter squat stake stampede strangle subvert summon swarm swoop taunt terrorise terrorize torment torpedo traffic trample traumatise traumatize truce usurp vanquish vie vilify wage wrest`

/** Says what a form is, whatever the corpora say. */
const settle = (tag: string, form: string, lemma: string): void => { (votes.get(tag) ?? votes.set(tag, new Map()).get(tag)!).set(form, new Map([[lemma, 1]])) }

const table = (name: string): ReturnType<typeof parseTable> => parseTable(readFileSync(join(import.meta.dirname, '../data', name), 'utf8'))
/** The verbs of the kinds that data/act-frames.tsv asks for stand beside those of data/triggers.tsv. */
const KINDS = new Set(table('act-frames.tsv').filter(({ pos }) => pos === 'V').flatMap(({ words = '' }) => words.split(/\s*\|\s*/)))
const FRAMED = table('word-classes.tsv').filter(row => KINDS.has(row['class'] ?? '')).flatMap(({ words = '' }) => words.split(/\s*\|\s*/)).map(lemma => ({ lemma, pos: 'V' }))
const TRIGGERS = [...table('triggers.tsv'), ...FRAMED].filter(({ lemma = '' }) => /^[a-z -]+$/.test(lemma))
const verbs = [...new Set(['VB', 'VBP'].flatMap(tag => [...votes.get(tag) ?? []]).filter(([form, lemmas]) => lemmas.has(form)).map(([form]) => form))]
/** A rule outweighs one slip in the corpora. */
for (const verb of verbs) if (VOWEL.test(verb)) for (const [tag, form] of formsOf(verb)) { vote(tag, form, verb); vote(tag, form, verb) }
for (const verb of listed(NEWS)) for (const [tag, form] of formsOf(verb)) settle(tag, form, verb)
for (const { lemma = '', pos } of TRIGGERS) {
  const word = pos === 'V' ? lemma.split(' ')[0]! : lemma.split(' ').at(-1)!
  // Web text writes "loose" for "lose".
  for (const tag of pos === 'V' ? ['VB', 'VBP'] : []) if (votes.get(tag)?.has(word)) settle(tag, word, word)
  if (pos === 'V') for (const [tag, form] of regular(word)) { if (!irregular.has(word)) settle(tag, form, word) }
  else if (!/[^s]s$/.test(word)) settle('NNS', plural(word), word)
}
for (const [verb, forms] of irregular) for (const [tag, form] of forms) settle(tag, form, verb)
// The tagger calls an irregular past a present or an infinitive where nothing in the sentence tells them apart ("soldiers shot dead two men").
const bases = new Set([...verbs, ...irregular.keys(), ...listed(NEWS), ...TRIGGERS.filter(({ pos }) => pos === 'V').map(({ lemma = '' }) => lemma.split(' ')[0]!)])
for (const [verb, forms] of irregular) for (const [tag, form] of forms) if (tag === 'VBD' && !bases.has(form)) for (const present of ['VBP', 'VB']) votes.get(present)?.set(form, new Map([[verb, 2]]))

/** Plurals of two nouns, of which the corpora know the rarer one for our texts. */
for (const [form, lemma] of [['bases', 'base'], ['axes', 'axe']] as const) votes.get('NNS')?.set(form, new Map([[lemma, 1]]))

const best = (counts: ReadonlyMap<string, number>): readonly [string, number] => [...counts].reduce((a, b) => (b[1] > a[1] || (b[1] === a[1] && b[0] < a[0]) ? b : a))
const rows: string[] = []
for (const [tag, forms] of [...votes].sort((a, b) => (a[0] < b[0] ? -1 : 1))) {
  const words = [...forms].map(([form, counts]) => ({ form, lemma: best(counts)[0], count: best(counts)[1] })).sort((a, b) => (a.form < b.form ? -1 : 1))
  const endings = new Map<string, string>()
  if (INFLECTED.has(tag)) {
    const seen = new Map<string, Map<string, number>>()
    for (const { form, lemma } of words) for (let n = 0; n <= Math.min(LONGEST, form.length - 1); n++) {
      const kept = form.slice(0, form.length - n)
      if (!lemma.startsWith(kept)) continue
      const ending = form.slice(kept.length), counts = seen.get(ending) ?? new Map<string, number>()
      seen.set(ending, counts)
      counts.set(lemma.slice(kept.length), (counts.get(lemma.slice(kept.length)) ?? 0) + 1)
    }
    for (let n = 0; n <= LONGEST; n++) for (const [ending, counts] of seen) if (ending.length === n) {
      const [to, times] = best(counts), shorter = predict(ending, endings)
      if ((times >= 2 || n <= 2) && shorter !== to) endings.set(ending, to)
    }
    for (const [ending, to] of [...endings].sort((a, b) => (a[0] < b[0] ? -1 : 1))) rows.push(`-${ending}\t${tag}\t${to}`)
  }
  const learned = new Map([...endings].map(([ending, to]) => [`-${ending}\t${tag}`, to]))
  for (const { form, lemma, count } of words) if (lemmaOf(learned, form, tag).toLowerCase() !== lemma && (INFLECTED.has(tag) || count >= 2)) rows.push(`${form}\t${tag}\t${lemma}`)
}

/** The word with its longest listed ending rewritten. */
function predict(form: string, endings: ReadonlyMap<string, string>): string {
  for (let n = Math.min(LONGEST, form.length); n >= 0; n--) {
    const to = endings.get(form.slice(form.length - n))
    if (to !== undefined) return form.slice(0, form.length - n) + to
  }
  return form
}

writeFileSync(join(import.meta.dirname, '../models/lemmas.tsv'), `# Made by training/lemmas.ts from UD EWT and GUM (training files). "-ending tag new-ending" or "form tag lemma".\n${rows.join('\n')}\n`)
process.stdout.write(`${rows.length} rows\n`)
