/** Names that go on past what the gazetteer knows, and what type words alone say of a place. */
import { describe, expect, test } from 'vitest'
import type { PlaceMention, Report } from '../src/core/model/index.ts'
import { findPlaces } from '../src/core/places/find.ts'
import { readText } from '../src/core/text/index.ts'
import { analyse } from '../src/index.ts'
import { loadKnowledge } from '../src/resources/load.ts'

const knowledge = loadKnowledge()
function placesOf(text: string): readonly PlaceMention[] {
  const report: Report = { id: 'r', text }, { text: layer } = readText(report, knowledge.text)
  return findPlaces(layer, knowledge.parse(layer), knowledge.gazetteer, knowledge.places, report).places
}
const shown = (text: string): readonly string[] => placesOf(text).map(p => `${p.name}: ${p.entry === null ? 'unknown' : `${p.entry.country} ${p.entry.precision}`}`)

describe('longer names', () => {
  test.each([
    ['A mine went off in Nahr-e Saraj district, Helmand province.', ['Nahr-e Saraj district: AF district', 'Helmand province: AF province']],
    ['Two men were held in Tarnek wa Jaldak district, Zabul province.', ['Tarnek wa Jaldak district: unknown', 'Zabul province: AF province']],
    ['Troops searched Dara Soof Payan district in Samangan province.', ['Dara Soof Payan district: unknown', 'Samangan province: AF province']],
    ['A blast hit the neighbourhood of Dasht-e-Barchi in Kabul.', ['Dasht-e-Barchi: AF town', 'Kabul: AF town']],
    ['Gunmen burned houses in the village of Tall Zorvik in Hasakah province.', ['Tall Zorvik: unknown', 'Hasakah province: SY province']],
  ])('“%s”', (text, wanted) => { expect(shown(text)).toEqual(wanted) })
  test.each([
    ['Gunmen stormed Herat police headquarters.', 'Herat: AF town'],
    ['Shells hit the village of Kafr Nabl on Monday in Idlib province.', 'Kafr Nabl: SY town'],
    ['Rebels left the town of Bani Walid on Friday in Libya.', 'Bani Walid: LY town'],
  ])('but “%s”', (text, wanted) => { expect(shown(text)).toContain(wanted) })
})

describe('names of which the gazetteer knows a part', () => {
  test.each([
    ['Nine people died when gunmen fired on farmers at Jawhar Zorvik in Somalia on Monday.', 'Jawhar Zorvik: unknown'],
    ['Two farmers were killed near Cali Zorvaal in Somalia, elders in Mogadishu said.', 'Cali Zorvaal: unknown'],
    ['Rebels stormed the Los Zorvitos barracks in Ayacucho, Peru.', 'Los Zorvitos barracks: unknown'],
    ['Drivers were turned back on the Francisco Fajardo motorway in Caracas, Venezuela.', 'Francisco Fajardo motorway: unknown'],
    ['Shells hit the Abu Zorvik market in Sudan on Monday.', 'Abu Zorvik market: unknown'],
    ['Police searched the Zorvin-Vert quarter in Port-au-Prince, Haiti.', 'Zorvin-Vert quarter: unknown'],
    ['A mine went off at the Red Crescent clinic in Tyre, Lebanon.', 'Red Crescent clinic: unknown'],
    ['Nine people died when gunmen fired on farmers at Jawhar Zor-vik in Somalia on Monday.', 'Jawhar Zor-vik: unknown'],
    ['Troops in Keran Sect of India held three men in Distt Kupwara.', 'Keran Sect: IN district'],
    ['Two shells hit Balad Ruz in Iraq.', 'Balad Ruz: IQ town'],
  ])('“%s”', (text, wanted) => { expect(shown(text)).toContain(wanted) })
  test.each([
    ['a great town at home', 'Gunmen shot two men in Mogadishu Monday in Somalia.', 'Mogadishu: SO town'],
    ['a small word on a hyphen behind it', 'Gunmen shot two men in Jawhar anti-tank trenches in Somalia.', 'Jawhar: SO town'],
    ['a day', 'Gunmen shot two men in Jawhar Monday in Somalia.', 'Jawhar: SO town'],
    ['what opens the sentence', 'Outside Maiduguri market a bomb killed two people in Nigeria.', 'Maiduguri market: NG site'],
    ['a demonym', 'Troops left the Syrian Idlib province on Monday.', 'Idlib province: SY province'],
    ['a place that stands for itself', 'Shells hit Kobani hospital in Syria.', 'Kobani hospital: SY site'],
  ])('but not %s: “%s”', (_, text, wanted) => { expect(shown(text)).toContain(wanted) })
  test('a person is none of them', () => { expect(shown('Residents of Tbilisi, Georgia, mourned Luka Beridze, and police charged Abel Cisneros.')).toEqual(['Tbilisi: GE town', 'Georgia: GE country']) })
})

describe('names that only the words around them make places', () => {
  test.each([
    ['Helicopters dropped barrels on the town of Khan Zorvik early on Monday.', 'Khan Zorvik: unknown'],
    ['Our units left the village of Old Zorvassit, at the request of the elders.', 'Old Zorvassit: unknown'],
    ['The drone fell ten kilometres north of Bir Zorvassit.', 'Bir Zorvassit: unknown'],
    ['Gunmen took rails from the track near Zorvidighi, derailing an engine.', 'Zorvidighi: unknown'],
    ['The army has shelled Qorvamba since Friday.', 'Qorvamba: unknown'],
    ['In Port Sudan, the council called up retired officers.', 'Port Sudan: SD town'],
  ])('“%s”', (text, wanted) => { expect(shown(text)).toContain(wanted) })
  test('a name that is a place elsewhere in the report is one where it is taken for a person', () => {
    expect(shown('Missiles hit the town of Lozova in Kharkiv region on Monday. As we reported, Lozova already came under attack in January.').filter(p => p.startsWith('Lozova'))).toHaveLength(2)
  })
  test('a word for a kind of place is no town so called', () => {
    expect(shown('Officials of the Island said on Monday that boats had left Havana, Cuba.')).toEqual(['Havana: CU town', 'Cuba: CU country'])
  })
  test('no more is a shortened month beside its day', () => { expect(shown('Soldiers shot a man in Nablus on Nov 17.')).toEqual(['Nablus: PS town']) })
  test('what heads a paragraph', () => {
    expect(shown('Around the country\n\nMOMBASA - A court jailed a man on Monday.\n\nYekaterinburg. Police held nine people on Saturday.')).toEqual(expect.arrayContaining(['MOMBASA: KE town', 'Yekaterinburg: RU town']))
  })
})

describe('districts that the gazetteer lacks', () => {
  const [event] = analyse({ id: 'r', published: '2024-03-15', text: 'Soldiers killed three insurgents on Thursday in Qorvand district, Ghazni province, the army said.' }).events
  test('have the province that holds them', () => { expect(event?.places[0]).toMatchObject({ name: 'Qorvand district', precision: 'district', admin1: 'Ghazni', country: 'AF', latitude: null }) })
  test('are no namesakes elsewhere', () => {
    expect(shown('A patrol was ambushed in Ghaziabad district, Kunar province.')[0]).not.toContain('IN ')
  })
})

describe('countries and their namesakes', () => {
  test.each([
    ['The envoy lives in Texas and went to Houston. Austin is in Texas. He never went back to Russia.', 'Russia: RU country'],
    ['Moscow, Omsk, Perm and Vladivostok are in Russia. The spies came to the UK.', 'UK: GB country'],
    ['Rebels shelled the capital of Mexico on Monday.', 'Mexico: MX country'],
    ['Police in Atlanta, in the state of Georgia, closed roads to Savannah.', 'Georgia: US province'],
    ['Officers of Turkey, U.S. advisers and Iraqi guards dined at Erbil.', 'Turkey: TR country'],
    ['Floods cut the road to Lebanon, Pennsylvania.', 'Lebanon: US town'],
  ])('“%s”', (text, wanted) => { expect(shown(text)).toContain(wanted) })
})

describe('a word that stands before a name as a title does', () => {
  test.each([
    ['Rebels fired on a patrol in Brgy. Santa Rosa, Palapag, Northern Samar.', ['Santa Rosa: unknown', 'Palapag: PH town', 'Northern Samar: PH province']],
    ['Two men were killed in Barangay San Miguel, Palapag, Northern Samar.', ['San Miguel: unknown', 'Palapag: PH town', 'Northern Samar: PH province']],
    ['A truck burned at Sitio Lamaw in Catarman, Northern Samar.', ['Lamaw: unknown', 'Catarman: PH town', 'Northern Samar: PH province']],
    ['Troops met rebels at Compostela, Davao de Oro.', ['Compostela: PH town', 'Davao de Oro: PH province']],
    ['Troops left San Miguel for the city of Soyapango, El Salvador.', ['San Miguel: SV town', 'Soyapango: SV town', 'El Salvador: SV country']],
  ])('“%s”', (text, wanted) => { expect(shown(text)).toEqual(wanted) })
})

describe('a name does not speak for its own country', () => {
  test.each([
    ['Masked men burned a bus in the San Sebastián quarter. Managua was quiet by noon. Five youths of the San Sebastián quarter are held.', 'San Sebastián quarter: unknown'],
    ['Masked men burned a bus in San Sebastián. Madrid was quiet by noon.', 'San Sebastián: ES town'],
  ])('“%s”', (text, wanted) => { expect(shown(text)).toContain(wanted) })
})

describe('shortened states after a town', () => {
  test.each([
    ['PARIS, Mo. (AP) - Two men were held on Monday.', ['PARIS: US town', 'Mo: US province']],
    ['A man from Corbin, Ky., was shot on Monday.', ['Corbin: US town', 'Ky.: US province']],
    ['A bomb was found in Newcastle, N.S.W. on Monday.', ['Newcastle: AU town', 'N.S.W.: AU province']],
    ['The Wash. post and Mo Salah and all, Ind. and Pa. too.', []],
  ])('“%s”', (text, wanted) => { expect(shown(text).filter(x => / (?:US|AU) /.test(x))).toEqual(wanted) })
  test('place the town in all its mentions', () => {
    expect(placesOf('LONDON, Ky. (AP) - Officers searched a house in London on Monday.').filter(p => /london/i.test(p.name)).map(p => p.entry?.admin1)).toEqual(['Kentucky', 'Kentucky'])
  })
})

describe('texts that have lost their apostrophes', () => {
  test('a country with the s of its possessive', () => { expect(shown('Syrias army shelled Homs on Monday.')[0]).toBe('Syrias: SY country') })
  test('but not where other possessives have theirs', () => { expect(shown("The rebels' and Syria's men met. Malis were planted.")).not.toContain('Malis: ML country') })
})

describe('names that the words around them tell to be places', () => {
  test.each([
    ['On Saturday, at Dogarfy, a patrol held four suspects.', 'Dogarfy'], ['Rebels overran a police post at Thar Lomay, about 20 km to the west.', 'Thar Lomay'], ['They had poisoned a well at Buqa-Aqmale.', 'Buqa-Aqmale'],
    ['The militia overran Bambolo, in Rutshuru territory.', 'Bambolo'], ['The enemy shelled Vorchansk, Lypetsi and ten other settlements.', 'Lypetsi'], ['Rangers captured the villages of Araqare and Bangeenu.', 'Bangeenu'],
    ['The strike follows the liberation of Qaycadu and Ceelu Dheeru villages.', 'Qaycadu'], ['Soldiers entered Moruwama, a small farming village.', 'Moruwama'], ['A bomb exploded on Monday in Hawl-Wadaagu.', 'Hawl-Wadaagu'],
    ['Fighters attacked Tel Abyada before dawn.', 'Tel Abyada'], ['Rockets fell on Kafr Shubata at noon.', 'Kafr Shubata'],
  ])('“%s”', (text, name) => { expect(placesOf(text).map(p => p.name)).toContain(name) })
  test.each([
    ['He worked as an analyst at Varnex before the war.', 'Varnex'], ['They threw stones at Amran Khattak and fled.', 'Amran Khattak'], ['The militia attacked Colonel Bersani near his house.', 'Bersani'],
    ['Voters have little confidence in Halbrecker now.', 'Halbrecker'], ['The men shouted at Belkovsky, said a witness.', 'Belkovsky'],
  ])('but “%s”', (text, name) => { expect(placesOf(text).map(p => p.name)).not.toContain(name) })
  test('two names in a few words stay two where the first is a great town', () => { expect(shown('A meeting in Aleppo Monday ended without a word.')[0]).toBe('Aleppo: SY town') })
})

describe('words that open many names', () => {
  test.each([
    ['Gunmen shot a guard at a depot in Tal Bawabi on Monday.', 'Tal Bawabi', 'Tal'], ['Mortar rounds fell on Ain Farida on Monday.', 'Ain Farida', 'Ain'], ['Soldiers shot a herder in Bir Hamida on Monday.', 'Bir Hamida', 'Bir'],
  ])('are no place by themselves: “%s”', (text, whole, part) => { const names = placesOf(text).map(p => p.name); expect(names).toContain(whole); expect(names).not.toContain(part) })
  test.each([['A bomb went off in Port Harcourt on Monday.', 'Port Harcourt'], ['Police shot a man in Kota on Monday.', 'Kota'], ['Police in San Pedro held three men on Monday.', 'San Pedro']])('but “%s”', (text, name) => { expect(placesOf(text).map(p => p.name)).toContain(name) })
})

describe('a name that several places bear', () => {
  test.each([
    ['Farmers blocked the highway to Delhi on Tuesday.', 'Delhi: IN town'],
    ['Police killed two men in Dili, the capital of East Timor.', 'Dili: TL town'],
    ['Settlers attacked a car near Bethlehem on Monday.', 'Bethlehem: PS town'],
    ['Police in Bethlehem, Pennsylvania, arrested two men.', 'Bethlehem: US town'],
    ['Police arrested ten people at a port in Belém, Brazil.', 'Belém: BR town'],
    ['Gunmen opened fire in Qalqilya on Monday.', 'Qalqilya: PS town'],
    ['Rebels attacked Sake in eastern Congo on Monday.', 'Sake: CD town'],
    ['A gang attack on Kenscoff killed nine people. Haitian police regained control of the area.', 'Kenscoff: HT town'],
  ])('“%s”', (text, wanted) => { expect(shown(text)).toContain(wanted) })
  test('a person who was attacked is no town of the report’s country', () => {
    expect(shown('An attack on Verrettes killed nine people, Haitian police said. Mr Verrettes was at home.')).toEqual([])
    expect(shown('An attack on Verrettes killed nine people, Haitian police said.')).toEqual(['Verrettes: HT town'])
  })
})
