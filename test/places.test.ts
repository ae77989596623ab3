/** The place layer: names found in a report, the entries they stand for, the gazetteer, and the import of GeoNames files. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import type { Note, PlaceMention, Report } from '../src/core/model/index.ts'
import { findPlaces } from '../src/core/places/find.ts'
import { kilometres } from '../src/core/places/containment.ts'
import { readGeonamesLine } from '../src/core/places/geonames.ts'
import { openIndex } from '../src/core/places/index-bytes.ts'
import { placeKey } from '../src/core/places/key.ts'
import { readText } from '../src/core/text/index.ts'
import { importGeonames } from '../src/resources/gazetteer-import.ts'
import { GazetteerError, importedIndexPath, loadGazetteer, readIndexFile } from '../src/resources/gazetteer.ts'
import { loadKnowledge } from '../src/resources/load.ts'

const knowledge = loadKnowledge(), gazetteer = loadGazetteer({ imported: null })

function read(text: string, about: Partial<Report> = {}, by = gazetteer): { readonly places: readonly PlaceMention[]; readonly notes: readonly Note[] } {
  const report = { id: 'r', ...about, text }, { text: layer } = readText(report, knowledge.text)
  return findPlaces(layer, knowledge.parse(layer), by, knowledge.places, report)
}
const placesOf = (text: string): readonly PlaceMention[] => read(text).places
/** The first mention whose words are `name`, or an error that says what was found. */
function mention(text: string, name: string, about: Partial<Report> = {}): PlaceMention {
  const { places } = read(text, about), found = places.find(p => p.name === name)
  if (found === undefined) throw new Error(`“${name}” not among ${places.map(p => p.name).join(', ') || 'no places'}`)
  return found
}
/** Country code and name of the entry of a mention. */
const entry = (text: string, name: string, about: Partial<Report> = {}): string => { const { entry: e } = mention(text, name, about); return e === null ? 'unknown' : `${e.country} ${e.name} ${e.precision}` }
const names = (text: string): readonly string[] => placesOf(text).map(p => p.name)
/** "Anbar province contains Qaim" for every tie. */
const ties = (text: string): readonly string[] => { const all = placesOf(text); return all.flatMap(p => p.container < 0 ? [] : [`${p.name} < ${all[p.container]!.name}`]) }

describe('namesakes', () => {
  test.each([
    ['Shells fell on Tripoli in Libya.', 'Tripoli', 'LY Tripoli town'],
    ['A bomb exploded in Tripoli, in northern Lebanon.', 'Tripoli', 'LB Tripoli town'],
    ['The Lebanese city of Tripoli was quiet.', 'Tripoli', 'LB Tripoli town'],
    ['The Libyan city of Tripoli was quiet.', 'Tripoli', 'LY Tripoli town'],
    ['Gunmen fired shots in Tripoli. Lebanese soldiers closed the road to Beirut, and shops in Sidon stayed shut. Lebanon is a small country.', 'Tripoli', 'LB Tripoli town'],
    ['A bomb exploded in Hyderabad. Indian police searched homes in Mumbai.', 'Hyderabad', 'IN Hyderābād town'],
    ['A bomb exploded in Hyderabad. Pakistani police searched homes in Karachi and in Sindh province.', 'Hyderabad', 'PK Hyderabad town'],
    ['The Pakistani city of Hyderabad was quiet.', 'Hyderabad', 'PK Hyderabad town'],
    ['Georgia sent troops to the border. Villages near Tbilisi were empty.', 'Georgia', 'GE Georgia country'],
    ['Police arrested a man in Savannah, Georgia.', 'Georgia', 'US Georgia province'],
    ['Police arrested a man in Savannah, Georgia.', 'Savannah', 'US Savannah town'],
    ['Gang members shot a man in San Miguel, El Salvador.', 'San Miguel', 'SV San Miguel town'],
    ['The Argentine town of San Miguel was quiet.', 'San Miguel', 'AR San Miguel town'],
    ['A bomb exploded in the Egyptian city of Alexandria.', 'Alexandria', 'EG Alexandria town'],
    ['Police arrested a man in Alexandria, Virginia.', 'Alexandria', 'US Alexandria town'],
    ['Two men were killed in Cordoba, Spain.', 'Cordoba', 'ES Córdoba town'],
    ['Two men were killed in Birmingham, Alabama.', 'Birmingham', 'US Birmingham town'],
    ['Troops marched through La Paz. Bolivian police closed the road.', 'La Paz', 'BO La Paz town'],
  ])('“%s” %s: %s', (text, name, wanted) => { expect(entry(text, name)).toBe(wanted) })
  test('without a word for either the bigger city is taken, and less surely', () => {
    const bare = mention('A bomb exploded in Tripoli.', 'Tripoli'), said = mention('A bomb exploded in Tripoli in Libya.', 'Tripoli')
    expect(bare.entry?.country).toBe('LY')
    expect(bare.score).toBeLessThan(said.score)
  })
  test('one name is one place in one report', () => {
    const all = placesOf('A bomb exploded in Tripoli, in northern Lebanon. Soldiers stayed in Tripoli on Monday.').filter(p => p.name === 'Tripoli')
    expect(all.map(p => p.entry?.country)).toEqual(['LB', 'LB'])
  })
  test('a province and its town share a name', () => {
    expect(entry('Rebels fled from Herat province.', 'Herat province')).toBe('AF Herat province')
    expect(entry('Rebels fled from the city of Herat.', 'Herat')).toBe('AF Herāt town')
  })
})

describe('containment', () => {
  test.each([
    ['Fighters attacked a post in Qaim, in Anbar province.', ['Qaim < Anbar province']],
    ["Fighters left Iraq's Anbar province.", ['Anbar province < Iraq']],
    ['Gunmen attacked a post in Shindand in Herat province, Afghanistan.', ['Shindand < Herat province', 'Herat province < Afghanistan']],
    ['Gunmen killed a farmer near Maiduguri, Nigeria.', ['Maiduguri < Nigeria']],
    ["Fighting continued in Ethiopia's Tigray region.", ['Tigray region < Ethiopia']],
    ['Trucks left Goma. They came to Chad.', []],
    ['Soldiers were killed in Mosul and in Aleppo.', []],
  ])('“%s”', (text, wanted) => { expect(ties(text)).toEqual(wanted) })
  test('the type word belongs to the mention, and asks for its precision', () => {
    expect(mention('Gunmen attacked a post in Herat province.', 'Herat province')).toMatchObject({ rule: 'place:typed-after', entry: { precision: 'province' } })
    expect(mention('Soldiers fled from Kidal airport in Mali.', 'Kidal airport').entry).toMatchObject({ country: 'ML', precision: 'site' })
  })
  test('what is inside is found although it is small', () => {
    expect(mention('Gunmen attacked a post in Shindand in Herat province.', 'Shindand')).toMatchObject({ rule: 'place:contained', entry: { country: 'AF', admin1: 'Herat' } })
  })
})

describe('frames around names', () => {
  test.each(['KABUL (Agency) - Gunmen killed a judge on Sunday.', 'KABUL (Reuters) - Gunmen killed a judge on Sunday.', 'KABUL, Nov. 22 (Reuters) - Gunmen killed a judge on Sunday.', 'KABUL (Agency)\n\nGunmen killed a judge on Sunday. He died in hospital.'])('%s', text => {
    expect(entry(text, 'KABUL')).toBe('AF Kabul town')
  })
  test('a dateline is called one', () => { expect(mention('KABUL (Reuters) - Gunmen killed a judge on Sunday.', 'KABUL').rule).toBe('place:dateline') })
  test('a dateline with its country', () => { expect(ties('SAN MIGUEL (EL SALVADOR) - Gang members shot a man in the town.')).toEqual(['SAN MIGUEL < EL SALVADOR']) })
  test.each([
    ['Rebels attacked a village 10 km north of Goma.', 'Goma', 'CD Goma town'],
    ['Rebels stopped a truck 20 kilometres south-west of Aleppo in Syria.', 'Aleppo', 'SY Aleppo town'],
    ['Rebels attacked an army post about 30 miles west of Mosul.', 'Mosul', 'IQ Mosul town'],
    ['Gunmen killed a farmer outside Maiduguri.', 'Maiduguri', 'NG Maiduguri town'],
    ['Gunmen killed a farmer near Maiduguri.', 'Maiduguri', 'NG Maiduguri town'],
  ])('“%s” is near %s', (text, name, wanted) => {
    expect(entry(text, name)).toBe(wanted)
    expect(mention(text, name).rule).toBe('place:near')
  })
  test('inside a town is not near it', () => { expect(mention('A bomb exploded in Maiduguri.', 'Maiduguri').rule).not.toBe('place:near') })
  test.each([['Damascus said the raid was a crime.', 'Damascus'], ['Moscow accused its neighbour of an attack.', 'Moscow'], ['Tehran denied the charge.', 'Tehran'], ['Georgia accused the rebels of an attack.', 'Georgia'], ['Baghdad has also denied the charge.', 'Baghdad']])('“%s”: a government', (text, name) => {
    expect(mention(text, name).rule).toBe('place:metonym')
  })
  test('a capital where something happens is no government', () => {
    expect(mention('A bomb exploded in Damascus.', 'Damascus').rule).toBe('place:locative')
    expect(mention('People in Tehran said the road was shut.', 'Tehran').rule).not.toBe('place:metonym')
  })
  test('another country’s capital does not move the event’s places', () => {
    expect(entry('Moscow condemned the attack. The bomb exploded in Hyderabad, and Pakistani police searched homes in Karachi.', 'Hyderabad')).toBe('PK Hyderabad town')
  })
})

describe('what is no place', () => {
  const BODY = '\n\nGang members shot a man on Monday. Police said that he died in hospital later the same day.'
  test.each([
    ['The Somali army attacked rebels.', []], ['Police in the Somali capital closed the roads.', []], ['Clashes began in the Somali region of Puntland.', ['Puntland']], ['Saudi soldiers shot a man in Najran.', ['Najran']], ['The German army sent two Thai soldiers to Mali.', ['Mali']],
    ["Fighting continued in Ethiopia's Somali Region.", ['Ethiopia', 'Somali Region']], ['Ethiopia sent troops to the Somali region.', ['Ethiopia', 'Somali region']],
    ['gunmen killed two farmers in north-east nigeria on monday, and soldiers went to look for them.', ['nigeria']], ['GUNMEN KILLED TWO FARMERS IN NORTH-EAST NIGERIA ON MONDAY.', ['NIGERIA']], ['Gunmen killed two farmers in North-East Nigeria.', ['Nigeria']], ['Rebels left East Aleppo. People from the West left.', ['Aleppo']],
    ["Clashes in Cameroon's North-West and South-West regions went on.", ['Cameroon', 'North-West', 'South-West']], ['Troops stayed in South Kivu and in Northern Ireland.', ['South Kivu', 'Northern Ireland']], ['Two people died in Ghana, in the Northern Region.', ['Ghana', 'Northern Region']],
    ['Hamas said it had fired rockets from Gaza.', ['Gaza']], ['Rockets were fired from Gaza by Hamas.', ['Gaza']], ['He told Reuters in Aleppo that Hamas had left.', ['Aleppo']], ['The Jerusalem Post and the Times of India named New Delhi.', ['New Delhi']], ['The FAO and the EU met in Brussels.', ['Brussels']], ['State news agency SANA said two people died in Sanaa.', ['Sanaa']],
    ["Protesters marched in Ma'an in Jordan.", ["Ma'an", 'Jordan']], ["Islamic State left al-Mayadeen in Syria's Deir ez-Zor province.", ['al-Mayadeen', 'Syria', 'Deir ez-Zor province']], ['UAE troops left the UK.', ['UAE', 'UK']], ['Rebels stayed in GOMA on Monday.', ['GOMA']],
    ['Mr Jordan was killed in Jordan.', ['Jordan']], ['Michael Jordan was killed. Jordan said so before.', []], ['Chad Johnson was killed in Chad.', ['Chad']], ['Gen. Chad was killed. Chad left.', []], ['Troops entered Jordan from Syria.', ['Jordan', 'Syria']], ['Chad sent troops to the border.', ['Chad']], ['Jordan said it had closed the border.', ['Jordan']],
    ['Shells hit Homs.', ['Homs']], ['Rockets hit Haifa and Ashkelon.', ['Haifa', 'Ashkelon']], ['A bomb exploded in Valencia.', ['Valencia']], ['Ms Valencia left. Valencia was tired.', []], ['Paris Hilton left. Paris said it was cold.', []], ['The man met Carter in Jackson.', ['Jackson']],
    [`GANG MEMBERS SHOOT MAN IN SAN MIGUEL${BODY}`, ['SAN MIGUEL']], [`GANG MEMBERS SHOOT POLICE IN HOSPITAL${BODY}`, []], [`BOMB KILLS TWO IN KANDAHAR, AFGHANISTAN${BODY}`, ['KANDAHAR', 'AFGHANISTAN']], [`Gang members shoot a turkey in Goma${BODY}`, ['Goma']],
  ])('“%s”', (text, wanted) => { expect(names(text)).toEqual(wanted) })
  test('a note only for what is called a place', () => { expect(read('gunmen killed two farmers in north-east nigeria on monday, and soldiers went to look for them.').notes).toEqual([]) })
  test('the publisher', () => { expect([read('Kirkuk said two men died.', { publisher: 'Kirkuk' }).places, read('A reporter of Kirkuk Daily left Mosul.', { publisher: 'Kirkuk Daily' }).places.map(p => p.name)]).toEqual([[], ['Mosul']]) })
})

describe('what the text says of a name', () => {
  test.each([
    ['A bomb exploded in Halep in Iraq.', 'Halep', 'unknown'], ['A bomb exploded in Halep, Iraq. Two died in Halep.', 'Halep', 'unknown'], ['A bomb exploded in Halep (Iraq).', 'Halep', 'unknown'], ['A bomb exploded in the Iraqi town of Halep.', 'Halep', 'unknown'],
    ['A bomb exploded in Halep in Syria.', 'Halep', 'SY Aleppo town'], ['Two men were shot in Qayim, Iraq.', 'Qayim', 'IQ Al Qā’im town'], ["In Geneva, Syria's envoy left.", 'Geneva', 'CH Genève town'], ['They met in Geneva, Syria said.', 'Geneva', 'CH Genève town'], ['The attacks in Baghdad, Syria and Yemen went on.', 'Baghdad', 'IQ Baghdad town'],
    ['A bomb exploded in the Chinese city of Hong Kong.', 'Hong Kong', 'HK Hong Kong town'], ['Shells fell on the Syrian border town of Akcakale.', 'Akcakale', 'TR Akçakale town'], ['Police arrested a man in Hyderabad, Andhra Pradesh.', 'Hyderabad', 'IN Hyderābād town'],
    ['Troops marched through La Paz.', 'La Paz', 'BO La Paz town'], ['Two men were killed in La Paz, Mexico.', 'La Paz', 'MX La Paz town'], ['Troops marched through Cotonou.', 'Cotonou', 'BJ Cotonou town'],
  ])('“%s” %s: %s', (text, name, wanted) => { expect(entry(text, name)).toBe(wanted) })
  test('what is not where it is said to be keeps that country', () => { expect(ties('A bomb exploded in Halep in Iraq.')).toEqual(['Halep < Iraq']) })
  test.each([["Rebels took al-Qaim in Iraq's Anbar province.", ['al-Qaim < Anbar province', 'Anbar province < Iraq']], ["Rebels took Goma in Congo's troubled North Kivu province.", ['Goma < North Kivu province', 'North Kivu province < Congo']], ["Rebels left Mosul in Iraq for Syria's Aleppo province.", ['Mosul < Iraq', 'Aleppo province < Syria']]])('“%s”', (text, wanted) => { expect(ties(text)).toEqual(wanted) })
  test.each(['Paris said it would send troops.', 'La Paz denied the charge.', 'Jordan accused its neighbour of an attack.'])('“%s”: a government', text => { expect(placesOf(text)[0]?.rule).toBe('place:metonym') })
})

describe('letters', () => {
  const LONG = 'Gunmen attacked a market in Maiduguri on Sunday and killed four people. The army sent troops to the city in Nigeria.'
  test.each([['small', LONG.toLowerCase()], ['capital', LONG.toUpperCase()], ['mixed', LONG]])('names in %s letters', (_, text) => {
    expect(placesOf(text).map(p => [p.name.toLowerCase(), p.entry?.country])).toEqual([['maiduguri', 'NG'], ['nigeria', 'NG']])
  })
  test('a word without a capital is no name in a text with capitals', () => { expect(names('Soldiers ate turkey in Maiduguri.')).toEqual(['Maiduguri']) })
  test.each([['Rebels seized a post in Les Cayes in Haiti.', 'Les Cayes', 'HT Les Cayes town'], ['Two men were shot in Le Mans, France.', 'Le Mans', 'FR Le Mans town'], ['Two men were shot in La Rochelle, France.', 'La Rochelle', 'FR La Rochelle town'], ["Soldiers stayed in N'Djamena in Chad.", "N'Djamena", "TD N'Djamena town"]])('“%s”', (text, name, wanted) => {
    expect(entry(text, name)).toBe(wanted)
  })
  test.each(['al-Qaim', 'Al Qaim', 'al Qaim', 'Qaim'])('the Arabic article: %s', name => { expect(mention(`A bomb exploded in ${name} in Iraq.`, name).entry?.id).toBe('geonames:92138') })
  test('another spelling is found in the report’s country, and said to be one', () => {
    expect(mention('A bomb exploded in Qayim in Iraq.', 'Qayim')).toMatchObject({ rule: 'place:spelling', entry: { id: 'geonames:92138' } })
  })
})

describe('names that stay open', () => {
  test.each([['Gunmen attacked the village of Qorvantesh in Helmand province.', 'Qorvantesh'], ['Gunmen attacked Brulqat village in Kunar province.', 'Brulqat village'], ['Gunmen attacked the village of Brulqat.', 'Brulqat']])('“%s”: %s is unknown', (text, name) => {
    expect(mention(text, name)).toMatchObject({ entry: null, rule: 'place:unknown' })
    expect(mention(text, name).score).toBeLessThan(0.5)
  })
  test.each([
    ['a name after “at” that the model of names calls a place', 'A roadside bomb hit a police van at Zerinkot on Monday, killing two officers.', 'Zerinkot'],
    ['a name after “in” that is no organisation', 'Gunmen killed five farmers in Zerinkot on Monday.', 'Zerinkot'],
    ['a name in a list behind a known place', 'Mobile internet was cut in Kandahar and Zerinabad by evening.', 'Zerinabad'],
  ])('%s: “%s”', (_, text, name) => { expect(mention(text, name)).toMatchObject({ entry: null, rule: 'place:unknown' }) })
  test.each(['Gunmen killed five farmers in January.', 'The vote was held in Parliament on Monday.', 'A man was stabbed at Wrexley\'s house on Monday.', 'Residents mourned those killed in the blast on Aug 4.', 'The group said on Telegram that its men were ready.', 'The chief of police, DSP Yusuf, confirmed it.'])('but no month, parliament, owner, network or rank: “%s”', text => { expect(names(text)).toEqual([]) })
  test('a note says so, with the words', () => {
    const text = 'Gunmen attacked the village of Brulqat in Helmand province.'
    expect(read(text).notes).toEqual([expect.objectContaining({ code: 'place-unknown', span: { start: text.indexOf('Brulqat'), end: text.indexOf('Brulqat') + 7, exact: 'Brulqat' } })])
    expect(read('A bomb exploded in Maiduguri.').notes).toEqual([])
  })
  test('what holds an unknown village is kept', () => { expect(ties('Gunmen attacked the village of Qorvantesh in Helmand province.')).toEqual(['Qorvantesh < Helmand province']) })
  test('a road between two towns is at neither, but a road of one is', () => {
    expect(['Gunmen burned a bus on the Torit-Kapoeta road.', 'Gunmen burned a bus on the Brulqat–Kapoeta road.'].flatMap(text => placesOf(text).map(p => [p.name, p.entry]))).toEqual([['Torit-Kapoeta road', null], ['Brulqat–Kapoeta road', null]])
    expect(placesOf('Gunmen burned a bus on the Kapoeta road.').map(p => p.entry?.country)).toEqual(['SS'])
  })
  test('what a type word calls by the name of a town of the report lies in its country', () => {
    expect(entry('Rebels killed five people in Beni, in the DRC. People of Beni territory fled.', 'Beni territory').slice(0, 2)).toBe('CD')
  })
  test.each([
    ['A mine went off near Bijapur. Police in Sukma and Dantewada of Chhattisgarh were put on alert.', 'Bijapur', 'IN Chhattisgarh'],
    ['Police in Bijapur, Karnataka, held two men. They were taken to Bengaluru.', 'Bijapur', 'IN Karnataka'],
    ['Soldiers shot two villagers in Kiran, people of Batticaloa in Sri Lanka said.', 'Kiran', 'LK Eastern Province'],
    ['Petrol bombs were thrown at police in Exarchia, Athens.', 'Exarchia', 'GR Attica'],
    ['Parts of a drone fell near Plauru in Tulcea, Romania, after the port of Izmail was hit.', 'Plauru', 'RO Tulcea'],
  ])('a small place of the report\u2019s own region: “%s”', (text, name, wanted) => { const { entry: e } = mention(text, name); expect(`${e?.country} ${e?.admin1}`).toBe(wanted) })
  test('a small namesake far from the report is not taken', () => {
    expect(gazetteer.lookup('Bethel').length).toBeGreaterThan(0)
    expect(entry('Nigerian soldiers fled from the village of Bethel. Gunmen burned homes in Maiduguri, Nigeria.', 'Bethel')).toBe('unknown')
  })
  test.each([
    ['where several of its country are called so', 'Gunmen burned houses in La Lomita. People fled to Culiacán, Navolato and Mazatlán in Mexico.', 'La Lomita', 'unknown'],
    ['where it is a hamlet far off', 'Men in masks took a farmer in Barsuki. People of Nazran, Grozny and Malgobek in Russia protested.', 'Barsuki', 'unknown'],
    ['but is where it lies near', 'Men in masks took a farmer in Barsuki. People of Tula, Kaluga and Serpukhov in Russia protested.', 'Barsuki', 'RU Barsuki town'],
    ['and where the text says what holds it', 'Gunmen burned houses in La Lomita in Tamaulipas. People fled to Culiacán, Navolato and Mazatlán in Mexico.', 'La Lomita', 'MX La Lomita town'],
    ['and where it is a town of some size', 'Traders in Dongola, Sudan, closed their shops. Shells fell on Nyala, Zalingei and El Geneina.', 'Dongola', 'SD Dongola town'],
  ])('nor one far from all other places of the report, %s', (_, text, name, wanted) => { expect(entry(text, name)).toBe(wanted) })
  test('nor one whose country only the name itself speaks for', () => {
    expect(entry('Nigerian police searched houses in Maiduguri. Gunmen later attacked a barracks at Sarkh.', 'Sarkh')).toBe('unknown')
    expect(entry('Gunmen attacked a barracks at Sarh.', 'Sarh')).toBe('TD Sarh town')
  })
})

describe('countries', () => {
  test.each([['Fighting continued in Yemen.', ['YE']], ['Troops from Chad crossed into Sudan.', ['TD', 'SD']], ['The attack took place in northern Mali.', ['ML']], ['Troops came from the United States and the Democratic Republic of the Congo.', ['US', 'CD']], ['Soldiers left Burkina Faso for Niger.', ['BF', 'NE']]])('“%s”', (text, codes) => {
    expect(placesOf(text).map(p => [p.entry?.precision, p.entry?.country])).toEqual(codes.map(code => ['country', code]))
  })
  test('demonyms are no places', () => { expect(names('Nigerian soldiers killed two Malian rebels.')).toEqual([]) })
  test('a text without places', () => { expect([names('The soldiers slept.'), names('')]).toEqual([[], []]) })
  test('the address of the report settles a tie', () => {
    const text = 'A bomb exploded in Merida.', from = (url: string): string => mention(text, 'Merida', { url }).entry!.country!
    expect([from('https://news.example.mx/1'), from('https://news.example.ve/1'), from('https://news.example.com/1')]).toEqual(['MX', 'VE', 'MX'])
  })
})

describe('mentions', () => {
  test('extents, tokens and names agree, in text order', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom('Kabul', 'in', ',', 'Herat', 'province', 'al', '-', 'Qaim', 'the village of', 'Mr', 'San', 'Miguel', '(', ')', 'near', 'SYRIA', 'Iraq', "'s", 'Jordan', '.', 'attacked', 'Zorvik'), { maxLength: 12 }).map(w => w.join(' ')), text => {
      const { text: layer } = readText({ id: 'r', text }, knowledge.text), { places } = findPlaces(layer, knowledge.parse(layer), gazetteer, knowledge.places)
      for (const [i, p] of places.entries()) {
        expect([p.start, p.end, p.name]).toEqual([layer.tokens[p.first]!.start, layer.tokens[p.last - 1]!.end, text.slice(p.start, p.end).replace(/\s+/g, ' ')])
        expect(p.container >= -1 && p.container < places.length && p.container !== i && p.score >= 0 && p.score <= 1 && p.rule.startsWith('place:')).toBe(true)
        expect(p.start).toBeGreaterThanOrEqual(places[i - 1]?.start ?? 0)
      }
    }), { numRuns: 120 })
  })
  test('persons and organisations are no places, or marked', () => {
    expect(names('Mr Paris left. Mr London stayed.')).toEqual([])
    expect(placesOf('The Aleppo Brigade fled from Idlib.').filter(p => p.rule !== 'place:organisation').map(p => p.name)).toEqual(['Idlib'])
  })
})

describe('gazetteer', () => {
  test.each([['Aleppo', 'geonames:170063'], ['Halab', 'geonames:170063'], ['al-Qaim', 'geonames:92138'], ['BAGHDAD', 'geonames:98182'], ['Kiev', 'geonames:703448'], ['Zürich', 'geonames:2657896'], ['Zurich', 'geonames:2657896'], ['DR Congo', 'country:CD'], ['Burma', 'country:MM'], ['Camp Le Monier', 'site:camp-lemonnier'], ['al Anbar', 'admin1:IQ.01']])('%s leads to %s', (name, id) => {
    expect(gazetteer.lookup(name).map(p => p.id)).toContain(id)
    expect(gazetteer.has(placeKey(name))).toBe(true)
  })
  test('no name', () => { expect([gazetteer.lookup(''), gazetteer.lookup('Xyzzq'), gazetteer.has('xyzzq'), gazetteer.has('')]).toEqual([[], [], false, false]) })
  test('the bigger of two namesakes comes first', () => { expect(gazetteer.lookup('Hyderabad').map(p => p.country)).toEqual(['IN', 'PK']) })
  test('entries by id', () => { expect(['geonames:170063', 'country:IQ', 'admin1:IQ.01', 'geonames:1', 'nonsense'].map(id => gazetteer.entry(id)?.name ?? null)).toEqual(['Aleppo', 'Iraq', 'Anbar', null, null]) })
  test('the longest known name', () => {
    expect(gazetteer.longestMatch(['near', 'Deir', 'ez', 'Zor', 'in'], 1)).toBe(3)
    expect(gazetteer.longestMatch(['zorvik'], 0)).toBe(0)
  })
  test('loose spelling only in the countries asked for', () => {
    expect(gazetteer.lookupLoose('Qayim', ['IQ']).map(p => p.id)).toEqual(['geonames:92138'])
    expect(gazetteer.lookupLoose('Qayim', ['FR'])).toEqual([])
  })
  test('keys leave out case, marks, apostrophes and the forms of the article', () => {
    expect(['As-Suwaydā’', 'al-Suwayda', 'AS SUWAYDA'].map(placeKey)).toEqual(['al suwayda', 'al suwayda', 'al suwayda'])
    expect([placeKey('Saint-Louis'), placeKey('Łódź'), placeKey('…')]).toEqual(['st louis', 'lodz', ''])
  })
  test('kilometres', () => {
    const at = (id: string): Parameters<typeof kilometres>[0] => gazetteer.entry(id)!
    expect(kilometres(at('geonames:98182'), at('geonames:99072'))).toBeCloseTo(356, -1)
    expect(kilometres(at('geonames:98182'), at('geonames:98182'))).toBe(0)
  })
})

describe('import', () => {
  const folder = mkdtempSync(join(tmpdir(), 'casus-places-'))
  afterAll(() => { rmSync(folder, { recursive: true, force: true }) })
  const line = (id: number, name: string, more: Partial<Record<'alternates' | 'lat' | 'lon' | 'cls' | 'code' | 'country' | 'admin1' | 'population', string>> = {}): string =>
    [id, name, name, more.alternates ?? '', more.lat ?? '33.5', more.lon ?? '43.25', more.cls ?? 'P', more.code ?? 'PPL', more.country ?? 'IQ', '', more.admin1 ?? '01', '', '', '', more.population ?? '0', '', '', 'Asia/Baghdad', '2020-01-01'].join('\t')
  const LINES = [line(900000001, 'Tell Zorvik', { alternates: 'Zorvik,تل,ZVK,tll zwrfyk', population: '1200' }), line(900000002, 'Camp Brelmo', { cls: 'S', code: 'MILB' }), line(900000003, 'Old Hotel', { cls: 'S', code: 'HTL' }), line(170063, 'Aleppo Renamed', { country: 'SY', admin1: '09' }), '']
  const file = (name: string, lines: readonly string[]): string => { const path = join(folder, name); writeFileSync(path, lines.join('\n')); return path }
  const to = (name: string): string => join(folder, 'out', name)
  const refused = async (path: string): Promise<unknown> => importGeonames(path, { to: to('never.gz') }).then(() => 'taken', (error: unknown) => error instanceof GazetteerError ? error.code : error)

  test('a file becomes an index, and counts what it left out', async () => {
    const done = await importGeonames(file('a.txt', [`\uFEFF${LINES[0]}`, ...LINES.slice(1), 'too\tfew\tcolumns', '']), { to: to('a.gz') })
    expect(done).toMatchObject({ path: to('a.gz'), places: 3, skipped: 2, damaged: 1, lines: 6, bytes: readFileSync(to('a.gz')).length })
    expect(openIndex(readIndexFile(to('a.gz')))?.meta).toMatchObject({ source: 'a.txt', places: 3 })
    expect(readdirSync(join(folder, 'out'))).toEqual(['a.gz'])
  })
  test('imported places are found, also in reports, and replace those with their number', async () => {
    await importGeonames(file('b.txt', LINES), { to: to('b.gz') })
    const wider = loadGazetteer({ imported: to('b.gz') })
    expect(wider.lookup('Zorvik')).toEqual([expect.objectContaining({ id: 'geonames:900000001', name: 'Tell Zorvik', country: 'IQ', admin1: 'Anbar', latitude: 33.5, longitude: 43.25, population: 1200, precision: 'town', origin: 'import' })])
    expect([wider.lookup('Camp Brelmo')[0]?.precision, wider.lookup('ZVK'), wider.lookup('Old Hotel')]).toEqual(['site', [], []])
    expect([wider.entry('geonames:170063')?.name, gazetteer.entry('geonames:170063')?.name]).toEqual(['Aleppo Renamed', 'Aleppo'])
    expect(read('A bomb exploded in Tell Zorvik in Iraq.', {}, wider).places[0]).toMatchObject({ name: 'Tell Zorvik', entry: { id: 'geonames:900000001' } })
  })
  test('the order of lines does not change the index', async () => {
    await importGeonames(file('c.txt', LINES), { to: to('c.gz'), source: 's' })
    await importGeonames(file('d.txt', LINES.toReversed()), { to: to('d.gz'), source: 's' })
    expect(readFileSync(to('c.gz')).equals(readFileSync(to('d.gz')))).toBe(true)
  })
  test('what is no GeoNames file is refused, and nothing is written', async () => {
    expect(await refused(join(folder, 'nowhere.txt'))).toBe('gazetteer-missing')
    expect(await refused(folder)).toBe('gazetteer-missing')
    expect(await refused(file('e.txt', ['just', 'some', 'words']))).toBe('gazetteer-format')
    expect(await refused(file('f.txt', ['']))).toBe('gazetteer-empty')
    expect(await refused(file('g.txt', [LINES[2]!]))).toBe('gazetteer-empty')
    expect(existsSync(to('never.gz'))).toBe(false)
  })
  test('a place that cannot be written to', async () => {
    const path = file('h.txt', LINES)
    await expect(importGeonames(path, { to: join(path, 'below', 'x.gz') })).rejects.toMatchObject({ code: 'gazetteer-unwritable' })
  })
  test('a damaged or missing index is named as such', () => {
    const code = (path: string): unknown => { try { return readIndexFile(path) } catch (error) { return (error as GazetteerError).code } }
    expect([code(join(folder, 'none.gz')), code(file('bad.gz', ['no gzip'])), code(file('half.gz', []))]).toEqual(['gazetteer-missing', 'gazetteer-damaged', 'gazetteer-damaged'])
  })
  test('the user’s index lies in the data folder', () => {
    expect(importedIndexPath({ XDG_DATA_HOME: '/somewhere' })).toBe(join('/somewhere', 'casus', 'gazetteer.bin.gz'))
  })
  test.each([['too few columns', '1\tA\tB', 'damaged'], ['no number', line(0, 'X'), 'damaged'], ['north of the pole', line(5, 'X', { lat: '91' }), 'damaged'], ['no longitude', line(5, 'X', { lon: 'east' }), 'damaged'], ['blank', '  ', null], ['a hotel', LINES[2]!, null], ['a place that is gone', line(5, 'X', { code: 'PPLH' }), null]])('a line with %s', (_, text, wanted) => {
    expect(readGeonamesLine(text)).toBe(wanted)
  })
})
