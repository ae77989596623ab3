/** Rules for words that point at the past, present or future without a date. */
import { vaguely } from './meaning.ts'
import { defineRule, words } from './rule.ts'

export const present = defineRule({
  id: 'present',
  why: 'Now and its like.',
  needs: 'word',
  match: words`now(?!-)|right now|currently|at present|at the moment|at this (?:time|moment|point)|nowadays|these days|at the present time`,
  emit: (_, at) => (/^now$/i.test(at.words) && (/\b(?:by|until|from|and|just|right|every|even|for|but|up to)\s+$/i.test(at.before) && /\bevery\s+$/i.test(at.before) || /^\s+(?:that\b|,\s+(?:then|look|listen))/i.test(at.after)) ? null : vaguely('PRESENT_REF')),
  examples: [{ text: 'They are [now] in control', value: 'PRESENT_REF', type: 'DATE', edtf: null }],
  counterexamples: ['the now-defunct group', 'every now and then'],
})

export const past = defineRule({
  id: 'past',
  why: 'Recently and its like.',
  needs: 'word',
  match: words`recently|lately|(?<=in )the (?:recent |distant )?past|(?<=in )(?:the )?recent past|long ago|some time ago|a while ago|not long ago|of late|formerly|in former times`,
  emit: () => vaguely('PAST_REF'),
  examples: [{ text: 'He [recently] joined', value: 'PAST_REF' }, { text: 'as in [the past]', value: 'PAST_REF' }],
  counterexamples: ['past the gate', 'recent attacks'],
})

export const future = defineRule({
  id: 'future',
  why: 'The future and soon.',
  needs: 'word',
  match: words`(?<=(?:in|for|near|of) )the (?:near |foreseeable |immediate |distant )?future|soon(?! (?:after|before|as|thereafter|enough|afterwards?|followed|became|found|turned|came|spread|learned|joined|began)\b)`,
  emit: (_, at) => (/^soon$/i.test(at.words) && /\b(?:as|how|too|so|very|no|sooner)\s+$/i.test(at.before) ? null : vaguely('FUTURE_REF')),
  examples: [{ text: 'They will leave [soon].', value: 'FUTURE_REF', type: 'DATE' }, { text: 'talks in [the near future]', value: 'FUTURE_REF' }],
  counterexamples: ['as soon as he left', 'soon after the blast'],
})

export const vagueRules = [present, past, future]
