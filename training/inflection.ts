/** How English verbs and nouns are inflected: for a table of lemmas, and for the news words that the parser is taught. */

/** Verbs that change within: base, past, participle where it is another; a slash parts variants, and after "+" the regular forms are used as well. */
const IRREGULAR = `
arise arose arisen, awake awoke awoken, bear bore borne/born, +beat beat beaten, become became become, befall befell befallen, beget begot begotten, begin began begun, behold beheld, bend bent, beset beset,
+bet bet, +bid bid/bade bidden, bind bound, bite bit bitten, bleed bled, blow blew blown, break broke broken, breed bred, bring brought, broadcast broadcast, build built, +burn burnt, +burst burst, +bust bust,
buy bought, cast cast, catch caught, choose chose chosen, cling clung, come came come, cost cost, creep crept, cut cut, deal dealt, dig dug, do did done, draw drew drawn, +dream dreamt, drink drank drunk, drive drove driven,
+dwell dwelt, eat ate eaten, fall fell fallen, feed fed, feel felt, fight fought, find found, +fit fit, flee fled, fling flung, fly flew flown, forbid forbade/forbad forbidden, +forecast forecast,
foresee foresaw foreseen, forget forgot forgotten, forgive forgave forgiven, forgo forwent forgone, forsake forsook forsaken, freeze froze frozen, get got gotten, give gave given, go went gone, grind ground,
grow grew grown, gunfight gunfought, +hang hung, hear heard, +hew hewed hewn, hide hid hidden, hit hit, hold held, hurt hurt, keep kept, +kneel knelt, +knit knit, know knew known, lay laid, lead led, +lean leant,
+leap leapt, +learn learnt, leave left, lend lent, let let, +lie lay lain, +light lit, lose lost, make made, mean meant, meet met, mislead misled, misread misread, mistake mistook mistaken, misunderstand misunderstood,
+mow mowed mown, offset offset, outbid outbid, outdo outdid outdone, outfight outfought, outgrow outgrew outgrown, outrun outran outrun, overcome overcame overcome, overfly overflew overflown,
override overrode overridden, overrun overran overrun, oversee oversaw overseen, overshoot overshot, overtake overtook overtaken, overthrow overthrew overthrown, partake partook partaken, pay paid, +plead pled,
+prove proved proven, put put, +quit quit, read read, rebuild rebuilt, recast recast, redo redid redone, redraw redrew redrawn, remake remade, repay repaid, rerun reran rerun, resell resold, resend resent, reset reset,
retake retook retaken, retell retold, rethink rethought, rewrite rewrote rewritten, rid rid, ride rode ridden, +ring rang rung, rise rose risen, run ran run, +saw sawed sawn, say said, see saw seen, seek sought,
sell sold, send sent, set set, +sew sewed sewn, shake shook shaken, shed shed, +shine shone, shoot shot, +show showed shown, shrink shrank/shrunk shrunken, shut shut, sing sang sung, sink sank/sunk sunken, sit sat,
slay slew slain, sleep slept, slide slid, sling slung, slink slunk, slit slit, +smell smelt, smite smote smitten, +sneak snuck, +sow sowed sown, speak spoke spoken, +speed sped, +spell spelt, spend spent, +spill spilt,
spin spun, spit spat, split split, +spoil spoilt, spread spread, spring sprang/sprung, stand stood, steal stole stolen, stick stuck, sting stung, stink stank/stunk, +strew strewed strewn, stride strode stridden,
strike struck stricken, string strung, strive strove striven, swear swore sworn, +sweat sweat, sweep swept, swell swelled swollen, swim swam swum, swing swung, take took taken, teach taught, tear tore torn, tell told,
think thought, +thrive throve, throw threw thrown, thrust thrust, tread trod trodden, undercut undercut, undergo underwent undergone, understand understood, undertake undertook undertaken, undo undid undone, unwind unwound,
uphold upheld, upset upset, wake woke woken, waylay waylaid, wear wore worn, weave wove woven, +wed wed, weep wept, +wet wet, win won, wind wound, withdraw withdrew withdrawn, withhold withheld, withstand withstood,
wring wrung, write wrote written`

/** Verbs of several syllables that double their last letter; those after the bar are written with one as well. */
const DOUBLING = `
abet abhor abut acquit admit airdrop allot annul befit beget begin beset commit compel concur confer control corral debar defer deter dispel disbar embed emit enrol enthral entrap equip excel expel extol forbid forget
format fulfil handicap horsewhip incur infer instal kneecap occur offset omit outbid outgun outrun outstrip overlap overrun patrol permit prefer propel rappel rebel rebut recur refer regret remit repel rerun reset
sandbag sidestep submit transfer transmit undercut underpin unplug unwrap upset waterlog wiretap zigzag |
barrel bias bus cancel channel combat counsel dial duel equal focus fuel funnel gas grovel imperil jewel kidnap label level libel marshal martial model panel parcel pedal pencil program pummel quarrel ravel refuel rival shovel
shrivel signal snivel spiral swivel target teargas total towel travel tunnel unravel worship`

/** Words parted by white space; marks that are no words are left out. */
export const listed = (words: string): readonly string[] => words.split(/\s+/).filter(w => /^[a-z]/.test(w))
const [always = '', either = ''] = DOUBLING.split('|'), doubling = new Set(listed(always)), optional = new Set(listed(either))
/** The stem before "-ed" and "-ing" in every way it is spelled. */
function stems(w: string): readonly string[] {
  const twice = w.endsWith('c') ? `${w}k` : `${w}${w.at(-1)}`
  if (optional.has(w) || /[aeiou]c$/.test(w)) return [w, twice]
  return doubling.has(w) || /^(?:[^aeiou]*|.*qu)[aeiou][^aeiouwxy]$/.test(w.split('-').at(-1) ?? w) ? [twice] : [w]
}
const past = (w: string): readonly string[] => (w.endsWith('e') ? [`${w}d`] : /[^aeiou]y$/.test(w) ? [`${w.slice(0, -1)}ied`] : stems(w).map(stem => `${stem}ed`))
const present = (w: string): readonly string[] => (w.endsWith('ie') ? [`${w.slice(0, -2)}ying`] : /(?:[eoy]|ing)e$/.test(w) ? [`${w}ing`] : w.endsWith('e') ? [`${w.slice(0, -1)}ing`] : stems(w).map(stem => `${stem}ing`))
export const plural = (w: string): string => (/(?:s|x|z|ch|sh|[^aeiou]o)$/.test(w) ? `${w}es` : /[^aeiou]y$/.test(w) ? `${w.slice(0, -1)}ies` : `${w}s`)

export type Forms = readonly (readonly [tag: string, form: string])[]
const tagged = (tags: readonly string[], forms: readonly string[]): Forms => tags.flatMap(tag => forms.map(form => [tag, form] as const))
/** Forms by Penn tag as the regular verbs have them. */
export const regular = (w: string): Forms => [...tagged(['VBD', 'VBN'], past(w)), ...tagged(['VBG'], present(w)), ['VBZ', plural(w)]]
/** Forms of the others, by base. */
export const irregular: ReadonlyMap<string, Forms> = new Map(IRREGULAR.split(',').map(entry => {
  const [base = '', ...inner] = entry.trim().replace('+', '').split(/[ /]/)
  return [base, [...(entry.includes('+') ? regular(base) : regular(base).slice(-1 - present(base).length)), ...tagged(['VBD', 'VBN'], inner)] as Forms]
}))
export const formsOf = (w: string): Forms => irregular.get(w) ?? regular(w)
