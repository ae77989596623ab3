/** MUC-4's metrics, worked by hand. */
import { describe, expect, it } from 'vitest'
import { measuredOutput } from '../scoreboard/corpora/muc-gtt.ts'
import { ceafRee, ceafRme, gttTemplates, sharesF1 } from '../scoreboard/muc/ceaf.ts'
import { normalise, outputId, readExtractsOutput, readGold, readTemplatesOutput, type RoleFills, type Template } from '../scoreboard/muc/templates.ts'

const fills = (given: Partial<RoleFills>): RoleFills => ({ PerpInd: [], PerpOrg: [], Target: [], Victim: [], Weapon: [], ...given })
const template = (type: string, given: Partial<RoleFills>): Template => ({ type, fills: fills(given) })

describe('strings', () => {
  it('are compared without case, punctuation, articles and surplus spaces', () => {
    expect(normalise('The  "Red-Hill" bridge, a ruin')).toBe('redhill bridge ruin')
    expect(normalise('an anthem')).toBe('anthem')
  })
})

describe('CEAF-REE', () => {
  it('gives an entity its due only where each of its strings is expected', () => {
    const gold = fills({ PerpInd: [['rebels', 'rebel band']], Target: [['bridge'], ['the mill']] })
    expect(ceafRee(gold, fills({ PerpInd: [['rebel band']], Target: [['mill'], ['tower']] }))).toEqual([2, 3, 2, 3])
    expect(ceafRee(gold, fills({ PerpInd: [['rebels', 'army']] }))).toEqual([0, 1, 0, 3])
  })
  it('aligns one to one: two strings of one entity count once', () => {
    expect(ceafRee(fills({ Victim: [['ana', 'ana ruiz']] }), fills({ Victim: [['ana'], ['ana ruiz']] }))).toEqual([1, 2, 1, 1])
  })
  it('sums to F1 over documents', () => {
    expect(sharesF1([1, 2, 1, 1])).toBeCloseTo(66.67, 1)
    expect(sharesF1([0, 0, 0, 4])).toBe(0)
  })
})

describe('CEAF-RME with phi3', () => {
  it('counts the strings of aligned entities of aligned templates of one type', () => {
    const gold = [template('bombing', { Target: [['bridge', 'old bridge']] }), template('attack', { Victim: [['ana']] })]
    expect(ceafRme(gold, [template('bombing', { Target: [['old bridge']] }), template('attack', { Victim: [['luis']] })])).toEqual([1, 2, 1, 3])
    expect(ceafRme(gold, [template('attack', { Target: [['old bridge']] })])).toEqual([0, 1, 0, 3])
  })
  it('lets either of two types fit, and counts both as expected', () => {
    const gold = [template('bombing / attack', { Target: [['bridge']] })]
    expect(ceafRme(gold, [template('attack', { Target: [['bridge']] })])).toEqual([1, 1, 1, 2])
    expect(ceafRme(gold, [])).toEqual([0, 0, 0, 1])
  })
  it('does not give one template to two', () => {
    const twice = [template('attack', { Victim: [['ana']] }), template('attack', { Victim: [['ana']] })]
    expect(ceafRme([template('attack', { Victim: [['ana']] })], twice)).toEqual([1, 2, 1, 1])
  })
})

describe('GTT’s template level', () => {
  it('maps templates of matching type and counts the type with the roles', () => {
    const gold = [template('attack', { Victim: [['ana']] }), template('arson', { Target: [['mill'], ['barn']] })]
    const { all, type } = gttTemplates(gold, [template('arson', { Target: [['barn']] }), template('attack', { Victim: [['luis']] }), template('bombing', {})])
    expect(all).toEqual([3, 5, 3, 5])
    expect(type).toEqual([2, 3, 2, 2])
  })
  it('of equally good mappings takes the first, as GTT does', () => {
    const gold = [template('attack', { Victim: [['ana']] }), template('attack', { Victim: [['luis']] })]
    expect(gttTemplates(gold, [template('attack', { Victim: [['ana'], ['luis']] })]).pairs).toEqual([[0, 0]])
  })
  it('maps many templates too', () => {
    const names = Array.from({ length: 12 }, (_, i) => `name${i}`), templates = names.map(name => template('attack', { Victim: [[name]] }))
    expect(gttTemplates(templates, templates.toReversed()).all).toEqual([24, 24, 24, 24])
  })
  it('chooses the mapping with the better fills', () => {
    const gold = [template('attack', { Victim: [['ana']] }), template('attack', { Victim: [['luis']] })]
    expect(gttTemplates(gold, [template('attack', { Victim: [['luis']] })]).pairs).toEqual([[0, 1]])
  })
})

describe('files', () => {
  const gold = JSON.stringify({ docid: 'TST9-MUC4-0007', doctext: 'rebels burned the mill.', templates: [{ incident_type: 'arson', PerpInd: [[['rebels', 0]]], PerpOrg: [], Target: [[['mill', 18]], []], Victim: [], Weapon: [] }, { incident_type: 'attack', PerpInd: [[['rebels', 0], ['band', 3]]], PerpOrg: [], Target: [], Victim: [], Weapon: [] }] })
  it('of gold give templates, and their fills merged as GRIT merges them', () => {
    const [document] = readGold(`${gold}\n`)
    expect(document!.templates.map(t => t.type)).toEqual(['arson', 'attack'])
    expect(document!.merged).toEqual(fills({ PerpInd: [['rebels']], Target: [['mill']] }))
  })
  it('of GRIT hold the fills as they are', () => {
    const [document] = readGold(JSON.stringify({ docid: 'TST9-MUC4-0007', doctext: '', extracts: { PerpInd: [[['rebels', 0]], [['band', 3]]] } }))
    expect(document!.merged.PerpInd).toEqual([['rebels'], ['band']])
  })
  it('of output are keyed by set and message, and a type that is no string is an attack', () => {
    expect(outputId('TST3-MUC4-0001')).toBe('30001')
    const templates = readTemplatesOutput(JSON.stringify({ 90007: { pred_templates: [{ incident_type: ['x'], PerpInd: [['rebels']], PerpOrg: [], Target: [['mill']], Victim: [], Weapon: [] }] } })).get('90007')!
    const [document] = readGold(gold)
    expect(templates[0]!.type).toBe('attack')
    expect(ceafRme(document!.templates, templates)).toEqual([1, 2, 1, 4])
    const extracts = readExtractsOutput(JSON.stringify({ 90007: { pred_extracts: { PerpInd: [['the rebels']], PerpOrg: [], Target: [], Victim: [], Weapon: [] } } })).get('90007')!
    expect(ceafRee(document!.merged, extracts)).toEqual([1, 1, 1, 2])
  })
})

describe('another system’s raw output', () => {
  const gold = readGold([1, 2].map(n => JSON.stringify({ docid: `TST9-MUC4-000${n}`, doctext: '', templates: [{ incident_type: 'attack', PerpInd: [[['rebels', 0], ['band', 9]]], PerpOrg: [], Target: [], Victim: [], Weapon: [] }] })).join('\n'))
  const roles = { PerpInd: [['the rebels']], PerpOrg: [], Target: [], Victim: [], Weapon: [] }
  const figures = (output: object): Readonly<Record<string, number>> => Object.fromEntries(measuredOutput(gold, JSON.stringify(output)).map(m => [m.metric, m.of(m.units)]))
  it('of GRIT gives CEAF-REE', () => {
    expect(figures({ 90001: { pred_extracts: roles }, 90002: { pred_extracts: roles } })).toEqual({ 'CEAF-REE F1': 100 })
  })
  it('of GTT gives all metrics, and a document that is not in it counts as empty', () => {
    const template = { incident_type: 'attack', ...roles }
    expect(figures({ 90001: { pred_templates: [template] }, 90002: { pred_templates: [template] } })['CEAF-RME phi3 F1']).toBeCloseTo(66.67, 1)
    expect(figures({ 90001: { pred_templates: [template] } })).toMatchObject({ 'CEAF-REE F1': expect.closeTo(66.67, 1), 'incident type F1': expect.closeTo(66.67, 1) })
  })
})
