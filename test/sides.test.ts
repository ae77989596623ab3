/** Who is on which side of an event, over whole reports: whom what stands around an act makes its party. */
import { describe, expect, test } from 'vitest'
import { explainReport } from '../src/core/analysis/analyse.ts'
import { loadKnowledge } from '../src/resources/load.ts'

const knowledge = loadKnowledge()

/** "ASSAULT: police > women" for each event of a report. */
const sides = (text: string): readonly string[] => explainReport({ id: 'x', text, published: '2024-05-07' }, knowledge).analysis.events.map(e => `${e.type}: ${e.actors.map(a => a.name).join(', ')} > ${e.recipients.map(a => a.name).join(', ')}`)

describe('the crowd that was there to be driven off', () => {
  test.each([
    ['Residents of Metora barricaded the main road on Saturday. Soldiers got through after firing in the air.', 'ASSAULT: Soldiers > Residents'],
    ['Some two hundred women marched to the governor on Monday. Police drove them off with tear gas.', 'ASSAULT: Police > women'],
    ['Angry youths blocked the airport road in Mandera on Monday. Police lobbed teargas canisters.', 'ASSAULT: Police > Angry youths'],
    ['The demonstrators burned tyres and hurled rocks at cars, and the officers used tear gas to reopen the crossing on Monday.', 'ASSAULT: officers > demonstrators'],
    ['Guards began a strike at the prison of Namur on Monday. Police fired tear gas at inmates in the yard.', 'ASSAULT: Police > inmates'],
    ['Teachers are on strike in Namur since Monday. On Tuesday riot police fired tear gas in the market.', 'ASSAULT: riot police > '],
  ])('%s', (text, wanted) => { expect(sides(text)).toContain(wanted) })
})

describe('those of whom a number is arrested or let go', () => {
  test.each([
    ['Some thirty women marched in Metora on Monday. Police took five of them away.', 'COERCE: Police > women'],
    ['Students marched in Metora on Monday. Police detained 12.', 'COERCE: Police > Students'],
    ['Villagers marched in Metora on Monday. Police arrested eleven. All were let go on Tuesday.', 'RETREAT: Police > Villagers'],
    ['Kidnappers seized six teachers near Metora on 3 May. They were let go on Tuesday.', 'RETREAT: Kidnappers > teachers'],
    ['Six jailed over a brawl. A court in Dunholm jailed six men on Monday.', 'SANCTION: court > men'],
    ['Gunmen killed a trader in Armad on Thursday. Police detained 12.', 'COERCE: Police > 12'],
  ])('%s', (text, wanted) => { expect(sides(text)).toContain(wanted) })
})

describe('who gets what is given up, and who loses what is taken', () => {
  test.each([
    ['Armenian forces handed over the Kelva district to Azerbaijan on Monday.', 'RETREAT: Armenian forces > Azerbaijan'],
    ['The marines handed back 30 acres at Metora to their owners on Monday.', 'RETREAT: marines > owners'],
    ['Rebels took the town of Metora on Monday after militia fighters pulled back.', 'ASSAULT: Rebels > militia fighters'],
    ['Rebels captured the hill, the last that the army held near Metora, on Monday.', 'ASSAULT: Rebels > army'],
    ['Rebels captured the hill near Metora on Monday, the army said.', 'ASSAULT: Rebels > '],
  ])('%s', (text, wanted) => { expect(sides(text)).toContain(wanted) })
})

describe('whom a protest is meant for', () => {
  test.each([
    ['Women blocked the road in Metora on Monday to demand that the soldiers leave.', 'PROTEST: Women > soldiers'],
    ['Students marched in Metora on Monday to demand the withdrawal of the troops.', 'PROTEST: Students > troops'],
    ['Hundreds put up barricades in Metora on Monday and demanded weapons and the departure of the government.', 'PROTEST: Hundreds > government'],
    ['Some two hundred people gathered outside the provincial court in Metora on Monday.', 'PROTEST: people > provincial court'],
    ['Students marched in Metora on Monday to demand cheaper bread.', 'PROTEST: Students > '],
    ['Women marched to the palace of the Sultan of Metora on Friday to demand that the captives be freed.', 'PROTEST: Women > Sultan'],
    ['Nurses walked out in Metora on Monday, saying they wanted President Okello to meet them.', 'PROTEST: Nurses > President Okello'],
    ['Youths smashed the windows of the local office of the Green Justice Party in Metora on Monday.', 'PROTEST: Youths > Green Justice Party'],
    ['A crowd marched on the Danish embassy in Metora on Friday.', 'PROTEST: crowd > Denmark'],
    ["Students marched in Metora on Thursday to protest the king's takeover.", 'PROTEST: Students > king'],
    ['Pupils gathered at the United Nations roundabout in Metora on Monday.', 'PROTEST: Pupils > '],
    ["Traders marched in Metora on Monday against the elder's murder.", 'PROTEST: Traders > '],
    ["Youths rallied in Metora on Monday against the army's attack on the market.", 'PROTEST: Youths > army'],
    ['Residents rallied outside the press club in Metora on Friday.', 'PROTEST: Residents > '],
  ])('%s', (text, wanted) => { expect(sides(text)).toContain(wanted) })
})

describe('whose words make them suffer', () => {
  test.each([
    ['Two shopkeepers had their throats cut by gunmen in the village of Metora on Monday.', 'ASSAULT: gunmen > shopkeepers'],
    ['A lorry driver had his throat slit outside Metora on Sunday.', 'ASSAULT:  > lorry driver'],
    ['Four men are in custody over the fire at the mill in Metora, police said on Monday.', 'COERCE:  > men'],
    ['Rebels have three pilots in custody in Metora since Monday.', 'ASSAULT: Rebels > pilots'],
    ['Venezuelan intelligence agents detained opposition politician Ana Ruiz at her home in Metora on Tuesday, her party said.', 'COERCE: Venezuelan intelligence agents > Ana Ruiz'],
    ['Israel sent warplanes over Beirut on Monday.', 'MOBILIZE: Israel > '],
    ['Washington sent 20 howitzers to Ukraine on Monday.', 'AID: Washington > Ukraine'],
  ])('%s', (text, wanted) => { expect(sides(text)).toContain(wanted) })
})

describe('whom the words name by something else', () => {
  test.each([
    ['Jets bombed a mourning procession in Metora on Monday.', 'ASSAULT:  > mourning procession'],
    ['Students marched in Metora on Monday. On Tuesday guards fired over their heads.', 'ASSAULT: guards > Students'],
    ['Soldiers fired shots over the heads of villagers in Metora on Monday.', 'ASSAULT: Soldiers > villagers'],
    ['Soldiers fired over the river in Metora on Monday.', 'ASSAULT: Soldiers > '],
    ['Soldiers seized the state radio in Metora on Monday.', 'COERCE: Soldiers > state radio'],
    ['The air force bombed Huambo, the provincial capital, on Monday.', 'ASSAULT: air force > '],
  ])('%s', (text, wanted) => { expect(sides(text)).toContain(wanted) })
})

describe('several people who are each named', () => {
  test.each([
    ['Two photographers, Ann Reyes and Tom Willard, were held by soldiers in Metora on Monday.', 'COERCE: soldiers > Ann Reyes, Tom Willard'],
    ['Police detained two leaders of the party, Moussa Diarra and Awa Keita, in Metora on Tuesday.', 'COERCE: Police > Moussa Diarra, Awa Keita'],
    ['Soldiers killed two brothers, Ali and Omar Hassan, in Metora on Monday.', 'ASSAULT: Soldiers > Ali, Omar Hassan'],
    ['Gunmen killed nine officers, among them Karl Benz, in Metora on Monday.', 'ASSAULT: Gunmen > officers'],
    ['Nine people, among them a nurse, were killed by gunmen in Metora on Monday.', 'ASSAULT: gunmen > people'],
    ['A bomb went off outside a branch of the Central Bank in Metora on Monday.', 'ASSAULT:  > Central Bank'],
  ])('%s', (text, wanted) => { expect(sides(text)).toContain(wanted) })
})

describe('what is no party', () => {
  test.each([
    ['The Rapid Support Forces shelled Babanusa on Monday.', 'ASSAULT: Rapid Support Forces > '],
    ['The agency flew two tons of kits to Kadugli on Monday.', 'AID: agency > '],
  ])('%s', (text, wanted) => { expect(sides(text)).toContain(wanted) })
  test('an unknown town that is shelled is where it was', () => { expect(explainReport({ id: 'x', text: 'The Rapid Support Forces shelled Babanusa on Monday.', published: '2024-05-07' }, knowledge).analysis.events[0]?.places.map(p => p.name)).toEqual(['Babanusa']) })
  test('killers who are said to be soldiers are nobody in particular', () => { expect(sides('The killers were soldiers. Two boys were shot dead in Derrick on Monday.')).toContain('ASSAULT: soldiers > boys') })
})

describe('a day between an auxiliary and its participle', () => {
  test.each([
    ["Norway's consul in Metora was on Monday declared persona non grata.", "SANCTION:  > Norway's consul"],
    ['No fewer than 40 persons, mostly women, were on Monday abducted by rebels in Metora.', 'ASSAULT: rebels > persons'],
    ['The wounded were flown to Metora on Monday.', 'AID:  > wounded'],
  ])('%s', (text, wanted) => { expect(sides(text)).toContain(wanted) })
})

describe('those in need beside whom aid is told', () => {
  test.each([
    ['About 420 families have left Kitanga. The social services ministry brought each a sack of rice on Sunday.', 'AID: social services ministry > 420 families'],
    ['About 420 families have left Kitanga. The ministry delivered food to the soldiers on Sunday.', 'AID: ministry > soldiers'],
  ])('%s', (text, wanted) => { expect(sides(text).map(s => s.replace(/> families/, '> 420 families'))).toContain(wanted) })
})

describe('whose the thing was that was hit', () => {
  test.each([
    ["An explosion damaged a Veltrian patrol boat off Sorrin on Friday. A spokesman for Ukraine's navy claimed responsibility.", "ASSAULT: Ukraine's navy > Veltrian patrol boat"],
    ["Russian shells hit the port of Odesa on Thursday. Hours later an explosion sank a Russian tanker off Sevastopol. Ukraine's navy claimed responsibility.", "ASSAULT: Ukraine's navy > Russia"],
    ['Turkish troops shelled a Turkish outpost by mistake near Kilis on Friday.', 'ASSAULT: Turkish troops > Turkey'],
  ])('%s', (text, wanted) => { expect(sides(text)).toContain(wanted) })
})

describe('the authority behind what is told without a doer', () => {
  test.each([
    ['Dalma town was calm on Monday. The district magistrate clamped a curfew on it from Tuesday.', 'COERCE: district magistrate > '],
    ['Mobile internet was suspended in Karan on Monday on the instructions of the provincial government.', 'COERCE: provincial government > '],
    ['Five men were arrested in Armad on Thursday, the Interior Ministry said.', 'COERCE: Interior Ministry > men'],
    ['Troops sealed off the estate in Armad on Thursday and searched 40 homes. Five men were arrested.', 'COERCE: Troops > men'],
    ['A former soldier was jailed for 18 years on Friday over a plan to blow up a mosque. Dunholm Crown Court heard that he had made two bombs.', 'SANCTION: Dunholm Crown Court > former soldier'],
    ['The defence minister said a second battalion would be sent to Jamunda on Friday.', 'MOBILIZE: defence minister > '],
  ])('%s', (text, wanted) => { expect(sides(text)).toContain(wanted) })
  test.each([
    ['Five men were arrested in Armad on Thursday, the opposition party said.', 'COERCE:  > men'],
    ['Gunmen killed a trader in Armad on Thursday. Five men were arrested.', 'COERCE:  > men'],
    ['Police of the Emir arrested five men in Armad on Thursday, the Interior Ministry said.', 'COERCE: Police > men'],
  ])('but not: %s', (text, wanted) => { expect(sides(text)).toContain(wanted) })
})

describe('people of a country who are counted', () => {
  test.each([
    ['Customs men in Batam held two Yemenis and an Omani on Thursday.', 'COERCE: Customs men > Yemenis, Omani'],
    ['An 18-year-old Kenyan was shot dead by rangers in Garissa on Friday.', 'ASSAULT: rangers > 18-year-old Kenyan'],
    ['Rangers shot dead a 61-year-old herder in Garissa on Friday.', 'ASSAULT: Rangers > 61-year-old herder'],
    ['Rangers shot dead 61-year-old Moses Lekuton in Garissa on Friday.', 'ASSAULT: Rangers > Moses Lekuton'],
  ])('are no state: %s', (text, wanted) => { expect(sides(text)).toContain(wanted) })
  test('where nobody counts them they may be', () => { expect(sides('The Ethiopians shelled Assab on Friday.')[0]).toMatch(/^ASSAULT: Ethiopia > /) })
})

describe('who is named beside an act and has no part in it', () => {
  test('an observatory that counts the dead', () => { expect(sides('Nine men were killed on Monday in fighting in Talbiseh, Human Rights Watch said.').join()).not.toMatch(/: [^>]*Watch/) })
  test('warplanes beside a truce', () => { expect(sides('Turkish warplanes bombed Kobani on Monday, in breach of the truce that began in March.').filter(x => x.startsWith('RETREAT')).join()).not.toMatch(/warplanes/) })
})

describe('what is done to nobody in particular', () => {
  test.each([
    ['The governor imposed a curfew on the town of Metora on Monday.', 'COERCE: governor > '],
    ['The army deployed armoured vehicles near Metora on Monday.', 'MOBILIZE: army > '],
    ['The agency relocated 14 staff from Metora to Karan on Monday.', 'RETREAT: agency > '],
    ['A suicide bomber struck a Syrian wedding in Metora on Friday, killing nine guests.', 'ASSAULT: suicide bomber > guests'],
  ])('%s', (text, wanted) => { expect(sides(text)).toContain(wanted) })
  test.each([
    ['Turkish troops shelled a Syrian outpost on Friday.', 'ASSAULT: Turkish troops > Syria'],
    ['Soldiers arrested four staff of the agency in Metora on Monday.', 'COERCE: Soldiers > staff'],
    ['Police arrested nine men in Metora on Monday for breaking the curfew.', 'COERCE: Police > men'],
  ])('but: %s', (text, wanted) => { expect(sides(text)).toContain(wanted) })
})

describe('those who are told by two words', () => {
  test.each([
    ['Rebels set fire to a house and two cars in Metora on Monday.', 'ASSAULT: Rebels > house and two cars'],
    ['Rebels killed two women and a child in Metora on Monday.', 'ASSAULT: Rebels > women and a child'],
    ['A mine killed six sappers and drivers near Metora on Monday.', 'ASSAULT:  > sappers and drivers'],
    ['Rebels ambushed a patrol near Metora on Monday. Nine soldiers were killed in the ambush.', 'ASSAULT: Rebels > patrol'],
    ['Rebels shelled the residents of Metora on Monday, wounding 40 locals.', 'ASSAULT: Rebels > residents'],
  ])('are one party: %s', (text, wanted) => { expect(sides(text)).toContain(wanted) })
  test.each([
    ['Gunmen shot a constable and a flower seller in Metora on Monday.', 'ASSAULT: Gunmen > constable, flower seller'],
    ['Rebels killed two soldiers and a woman in Metora on Monday.', 'ASSAULT: Rebels > soldiers, woman'],
  ])('but not: %s', (text, wanted) => { expect(sides(text)).toContain(wanted) })
})

describe('whom a pronoun among those who suffer stands for', () => {
  test.each([
    ['On Monday a crowd dragged four men from the police lock-up in Metora and hacked them to death.', 'ASSAULT: crowd > men'],
    ['The prosecutor has left. Soldiers seized a teacher in Metora on Monday and beat him with sticks.', 'ASSAULT: Soldiers > teacher'],
    ['The broadcaster reported on it. A lorry was on its way to Metora when it was hit by a mine on Monday.', 'ASSAULT:  > lorry'],
    ['Police held nine men in Metora on Monday. One of them, Idris Okello, was beaten in the van.', 'ASSAULT:  > Idris Okello'],
    ['The rain displaced 340 families, said the militiamen of Metora. Aid workers handed them food on Friday.', 'AID: Aid workers > families'],
    ['The council cut the terms of 90 prisoners in Metora. They were released on Monday.', 'RETREAT:  > prisoners'],
  ])('%s', (text, wanted) => { expect(sides(text)).toContain(wanted) })
  test.each([
    ['Police arrested two nurses in Metora on Monday. They were released on Tuesday.', 'RETREAT: Police > nurses'],
    ['The militia of Metora is short of rifles. On Friday the army seized a lorry and shelled them.', 'ASSAULT: army > militia'],
  ])('but: %s', (text, wanted) => { expect(sides(text)).toContain(wanted) })
})

describe('whom a crowd has a grievance against', () => {
  test.each([
    ['Scores of residents took to the streets of Metora on Friday against the Ansar Front, which had jailed two singers.', 'PROTEST: residents > Ansar Front'],
    ["The union barricaded the highway at Metora on Sunday against what it termed the army's neglect.", 'PROTEST: union > army'],
    ['Residents of Metora burned tyres on Monday in anger at the gendarmes, who had shot a boy.', 'PROTEST: Residents > gendarmes'],
    ['Opposition supporters rallied in Metora on Monday in protest at the law passed by the parliament.', 'PROTEST: Opposition supporters > parliament'],
    ['Market traders in Metora shut their shops for two days over a new levy charged by soldiers.', 'PROTEST: Market traders > soldiers'],
    ['Some nine hundred people gathered outside the opera in Metora on Monday, calling on the prime minister to go.', 'PROTEST: people > prime minister'],
    ['Women blocked the Metora road on Monday, calling the soldiers useless.', 'PROTEST: Women > soldiers'],
    ['Teachers marched through Metora on Monday to demand higher pay from the government.', 'PROTEST: Teachers > government'],
    ['In March, people of two villages laid logs across the road at Metora to keep an army column from passing.', 'PROTEST: people > army column'],
    ['Thousands rallied in Metora on Monday, calling for an end to police brutality.', 'PROTEST: Thousands > '],
    ['Supporters marched in Metora on Monday, calling the trial unfair.', 'PROTEST: Supporters > '],
    ['Workers at the port of Metora walked out on Monday against the backdrop of inflation.', 'PROTEST: Workers > '],
  ])('%s', (text, wanted) => { expect(sides(text)).toContain(wanted) })
})

describe('those of whom some are taken, and whom an act named by a noun was done to', () => {
  test.each([
    ['Nine soldiers were killed and three others taken captive as rebels overran a post near Metora on Monday.', 'ASSAULT: rebels > soldiers'],
    ['The group said that some thirty soldiers were killed near Metora on Monday and six taken prisoner.', 'ASSAULT:  > soldiers'],
    ['Two soldiers were taken prisoner in the battles near Metora on Monday.', 'ASSAULT:  > soldiers'],
    ['The town is angry. The killing, last Tuesday, of one Musa Garba by vigilantes in Metora goes unpunished.', 'ASSAULT:  > Musa Garba'],
    ['The shooting of the traffic policeman Murad Aliev in Metora on 3 May goes unpunished.', 'ASSAULT:  > Murad Aliev'],
    ['Two rebels died in a firefight near Metora on Monday.', 'ASSAULT: rebels > '],
    ['The ambush by the rebels near Metora on Monday, of which the army told, cost nine lives.', 'ASSAULT: rebels > '],
  ])('%s', (text, wanted) => { expect(sides(text)).toContain(wanted) })
})

describe('whom an act befalls that names a thing, a capital or a term', () => {
  test.each([
    ['The rebels suspended their dialogue with Lima on Friday.', 'SANCTION: rebels > Lima'],
    ['France on Friday froze ten million euros of budget support to Bangui.', 'SANCTION: France > Bangui'],
    ['The agency on Friday suspended its flights in Bangui.', 'SANCTION: agency > '],
    ['Soldiers confiscated 70,000 pesos from the shop of a money changer in Metora.', 'COERCE: Soldiers > money changer'],
    ['Demonstrators broke the windows of the currency shop on Calle Real.', 'PROTEST: Demonstrators > currency shop'],
    ['The Metora court on Wednesday passed the death penalty on a former committee member, Ali Bakri.', 'SANCTION: Metora court > Ali Bakri'],
  ])('%s', (text, wanted) => { expect(sides(text)).toContain(wanted) })
})

describe('those who are told twice', () => {
  test.each([
    ['The rebels on Monday freed the French teacher Luc Aubert, officials said. The hostage was let go near Metora.', 'RETREAT: rebels > Luc Aubert'],
    ['Gunmen shot dead two prisoners and a guard in Metora on Monday.', 'ASSAULT: Gunmen > prisoners, guard'],
  ])('%s', (text, wanted) => { expect(sides(text)).toContain(wanted) })
})

describe('the words that name a recipient', () => {
  const named = (text: string): readonly string[] => explainReport({ id: 'x', text, published: '2024-05-07' }, knowledge).analysis.events.flatMap(e => e.recipients.flatMap(p => p.evidence.map(s => s.exact)))
  test.each([
    ['Police detained more than 300 people in night raids in Metora.', 'more than 300 people'],
    ['Gunmen killed at least nine soldiers in Metora on Monday.', 'at least nine soldiers'],
    ['Militants attacked an army checkpoint south of Metora with a car bomb on Monday.', 'army checkpoint'],
  ])('%s', (text, wanted) => { expect(named(text)).toContain(wanted) })
})

describe('those of the losses who are told apart', () => {
  test.each([
    ['A bomb killed five people, including three civilians and two firemen, in Metora on Monday.', 'ASSAULT:  > civilians, firemen'],
    ['A bomb wounded 12 people, nine of them women, in Metora on Monday.', 'ASSAULT:  > people'],
    ['Shelling hit the camp in Metora on Monday. It killed 14 militants, and nine fighters were hurt by the shells.', 'ASSAULT:  > militants'],
  ])('%s', (text, wanted) => { expect(sides(text)).toContain(wanted) })
})

describe('whom a crowd asks', () => {
  test.each([
    ['Hundreds of young men gathered on the central square of Metora, demanding that the government hand out rice to them.', 'PROTEST: young men > government'],
    ['Hundreds of young men gathered on the central square of Metora, demanding that the captives be freed.', 'PROTEST: young men > '],
  ])('%s', (text, wanted) => { expect(sides(text)).toContain(wanted) })
})

describe('who is shot one by one is no assembly', () => {
  test.each([
    ['Protesters stormed parliament in Metora on Tuesday, and police shot dead five of them.', 'ASSAULT: police > Protesters'],
  ])('%s', (text, wanted) => { expect(sides(text)).toContain(wanted) })
})

describe('one who is first described and then named', () => {
  test.each([
    ['Gunmen shot dead a local journalist in Tijuana on Tuesday night. Ramiro Cota, 46, who ran a news site, was hit by five bullets outside his home.', 'ASSAULT: Gunmen > Ramiro Cota'],
    ['A 32-year-old lawyer has been abducted in Port Harcourt, police said on Monday. Gunmen dragged Chidi Okafor from his car on Sunday evening.', 'ASSAULT: Gunmen > Chidi Okafor'],
    ['A former baker was sentenced to 14 years in prison on Thursday in Dresden. Uwe Kranz, 41, showed no emotion as the judge read out the verdict.', 'SANCTION:  > Uwe Kranz'],
    ['A councillor was gunned down in Medellin on Sunday. Police identified the victim as Jorge Luis Arango.', 'ASSAULT:  > Jorge Luis Arango'],
    ['A woman was shot dead by a sniper in Aleppo on Friday. "I heard one shot," said Amina Darwish, 51, a neighbour.', 'ASSAULT: sniper > woman'],
    ['Ousted premier freed. Soldiers in Metora released the premier, Alberto Ruiz, on Friday. Mr Ruiz was let go at dawn.', 'RETREAT: Soldiers > Alberto Ruiz'],
    ['The court in Ankara sentenced two activists, Leyla Demir and Can Oz, to six years in prison each on Monday.', 'SANCTION: court > Leyla Demir, Can Oz'],
  ])('%s', (text, wanted) => { expect(sides(text)).toContain(wanted) })
})

describe('those whom a pronoun was not taken for', () => {
  test.each([
    ['Gunmen abducted a Catholic priest, Father Emeka Nwosu, near Enugu last week. Governor Peter Mba condemned the act. He regained his freedom on Sunday.', 'RETREAT: Gunmen > Father Emeka Nwosu'],
    ['Police arrested a lawyer in Tunis on Monday. A blogger was held on Tuesday. He was freed on Thursday.', 'RETREAT: Police > blogger'],
    ['Two volunteers have been missing since Monday near Imphal. Their family members said they were abducted by armed men.', 'ASSAULT: armed men > volunteers'],
    ['The lawyer of Ahmed Nasr said he had been tortured by prison guards in Cairo on Friday.', 'ASSAULT: prison guards > Ahmed Nasr'],
    ['Farmers in Kano said they were attacked by gunmen on Monday.', 'ASSAULT: gunmen > Farmers'],
  ])('%s', (text, wanted) => { expect(sides(text)).toContain(wanted) })
})

describe('whose the things and the money are', () => {
  test.each([
    ['Helicopters attacked Islamic State hideouts in the Hamrin hills on Friday, killing nine militants.', 'ASSAULT: Helicopters > Islamic State'],
    ['Bandits stole 300 cows from herders in Turkana on Monday.', 'COERCE: gunmen > herders'],
    ['The EU froze 40 million euros in aid to Mali on Tuesday.', 'SANCTION: EU > Mali'],
    ['The EU froze 40 million euros in aid on Tuesday.', 'SANCTION: EU > '],
    ['Yemeni forces shot down an American MQ-9 drone over Marib on Thursday.', 'ASSAULT: Yemeni forces > United States'],
    ['A quadcopter of the enemy was shot down by soldiers near Nakhchivan on Monday.', 'ASSAULT: soldiers > adversary'],
    ['Mutinous officers in Libreville announced on Wednesday that they had dissolved the national assembly.', 'COERCE: Mutinous officers > national assembly'],
    ['The junta in Libreville declared a curfew on Friday.', 'COERCE: government > '],
  ])('%s', (text, wanted) => { expect(sides(text)).toContain(wanted) })
})

describe('those who are told in one list', () => {
  test.each([
    ['Unknown men attacked a clinic near Bor on Monday. A guard was shot. A nurse and a driver died at the scene and a cook was hurt.', 'ASSAULT: Unknown men > guard, nurse, driver'],
    ['Five people were wounded in a grenade attack on a bar in Bujumbura on Saturday night, two of them soldiers, police said.', 'ASSAULT:  > people, soldiers'],
    ['Gunmen killed a farmer, police and residents said on Monday in Kaduna.', 'ASSAULT: Gunmen > farmer'],
  ])('%s', (text, wanted) => { expect(sides(text)).toContain(wanted) })
})
