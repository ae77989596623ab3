/** General words ("send", "close", "walk") that tell of an act only by what they take (data/act-frames.tsv). */
import { describe, expect, test } from 'vitest'
import { analyse } from '../src/index.ts'

const codes = (text: string): string => analyse({ id: 'r', published: '2024-03-15', text }).events.map(e => `${e.type}/${e.mode ?? '-'}`).join(' ')

describe('what a general verb takes tells the act', () => {
  test.each([
    ['A Red Cross convoy reached Djibo on Monday with rice and blankets for 3,000 families.', 'AID/humanitarian'],
    ['Some 300 marines were flown to Reynosa on Wednesday.', 'MOBILIZE/troops'],
    ['Soldiers turned back two ambulances at the checkpoint in Hebron on Monday.', 'COERCE/restrict'],
    ['About 2,000 residents walked to the governor’s palace in Quetta on Monday.', 'PROTEST/demo'],
    ['Shops in Srinagar stayed shut on Monday in protest.', 'PROTEST/strike'],
    ['Soldiers took five students from a tea house in Monywa on Monday.', 'COERCE/arrest'],
    ['Four men in masks took the teacher from his classroom in Chilón on Monday.', 'ASSAULT/abduct'],
    ['Washington froze the assets of the Serbian central bank on Monday.', 'SANCTION/discontinue'],
    ['The nine hostages were let go in Zamboanga on Friday.', 'RETREAT/release'],
    ['The Red Cross handed over the remains of 19 rebels in Vavuniya on Monday.', 'RETREAT/release'],
    ['Nine lorries of flour reached Djibo on Monday.', 'AID/humanitarian'],
    ['Soldiers freed three hostages in Jolo on Monday.', 'AID/-'],
    ['Hundreds gathered outside the palace in Quetta on Monday.', 'PROTEST/demo'],
    ['Hauliers have been blocking the crossing at Reynosa since Monday.', 'PROTEST/obstruct'],
    ['Residents put up barricades in Tumaco on Monday.', 'PROTEST/obstruct'],
    ['The rebels sent two drones at the port of Hodeidah on Monday.', 'ASSAULT/drone'],
    ['Beijing sent nine warplanes towards Taiwan on Monday.', 'MOBILIZE/weapons'],
    ['Inmates have been holding nine guards in Machala prison since Monday.', 'ASSAULT/abduct'],
    ['All were let go in Jayapura on Monday.', 'RETREAT/release'],
    ['Somebody threw a petrol bomb at the town hall in Tumaco on Monday.', 'ASSAULT/primitive'],
    ['Police shot dead a student in Tumaco on Monday.', 'ASSAULT/firearms'],
    ['The army sent 180 men of the Fifteenth Brigade to Tumaco on Monday.', 'MOBILIZE/troops'],
    ['Canada imposed a travel ban on two officers in Rangoon on Monday.', 'SANCTION/discontinue'],
    ['Soldiers refused passage to an ambulance in Hebron on Monday.', 'COERCE/restrict'],
    ['A truce that was agreed in Luanda has been violated many times, the bishop said on Monday.', 'RETREAT/ceasefire'],
    ['Police cleared the square in Quito with dogs on Monday.', 'ASSAULT/crowd-control'],
    ['The guerrillas freed three of seven fishermen in Tumaco on Monday.', 'RETREAT/release'],
    ['Villagers kept the road blocked in Tumaco on Monday.', 'PROTEST/obstruct'],
    ['Skirmishes between the army and rebels flared on the Juba front on Friday.', 'ASSAULT/-'],
    ['Rebels strolled into the town of Kibumba on Sunday.', 'ASSAULT/-'],
    ['The guns fell silent along the Tavush road on Sunday.', 'RETREAT/ceasefire'],
    ['Wagner men decamped from Bangassou on Sunday.', 'RETREAT/withdraw'],
    ['Three poets walked out of prison in Tehran on Sunday.', 'RETREAT/release'],
    ['The Red Cross bussed the last residents of Stepanakert to Goris on Sunday.', 'AID/humanitarian'],
    ['The rebels handed two nurses to the Red Cross in Saada on Sunday.', 'RETREAT/release'],
    ['Armour rumbled out of Inkomo barracks on Sunday.', 'MOBILIZE/troops'],
    ['The African Union barred Sudan from its sessions on Sunday.', 'SANCTION/expel'],
    ['Seoul put up two F-16s over Osan on Sunday.', 'MOBILIZE/weapons'],
    ['Students lay down across the avenue in Tbilisi on Sunday.', 'PROTEST/obstruct'],
    ['One of the nurses was let go near Kasese on Friday.', 'RETREAT/release'],
    ['Police stopped the marchers with gas in Kasese on Friday.', 'COERCE/restrict'],
    ['All but two were let go near Kasese on Friday.', 'RETREAT/release'],
    ['Seven miners were detained near Kasese on Friday and set free at noon.', 'COERCE/arrest RETREAT/release'],
    ['The Red Cross handed over at Mannar on Monday six soldiers who had been lost since May.', 'RETREAT/release'],
    ['The guerrillas turned over to church leaders two marines in Laak on Sunday.', 'RETREAT/release'],
    ['The governor has forbidden, from Monday to Friday, the movement of lorries on the roads of Kaya.', 'COERCE/restrict'],
    ['The army recovered on Monday, on the left bank of the Semliki, five of the hostages.', 'AID/-'],
    ['Another bomb was defused in Tripoli on Monday.', 'ASSAULT/explosives'],
    ['Nine soldiers gave themselves up at Lashio on Monday and are our prisoners.', 'ASSAULT/abduct'],
    ['Nine rebels gave themselves up to the police in Lakki on Monday.', 'RETREAT/disarm'],
    ['UNICEF handed out blankets to 200 families in Pemba on Monday.', 'AID/humanitarian'],
    ['The rebels handed the two nurses to their families in Pemba on Monday.', 'RETREAT/release'],
    ['The anti-kidnapping unit freed him in Guayaquil on Monday.', 'AID/-'],
    ['Nine sailors were picked up by a container ship off Aden on Monday.', 'AID/humanitarian'],
    ['Six men with rifles picked up the headmaster from his office in Bamenda on Monday.', 'ASSAULT/abduct'],
    ['Agents in plain clothes picked up a student from his home in Lahore on Monday.', 'COERCE/arrest'],
    ['Youths burned two buses in Derry on Friday night.', 'PROTEST/riot'],
    ['A bomb cut the pipeline near Saravena on Monday.', 'ASSAULT/explosives'],
    ['The teachers’ union has shut the schools of Dhi Qar since Monday.', 'PROTEST/strike'],
    ['Two opposition members walked out of parliament in Addis Ababa on Monday.', 'PROTEST/boycott'],
    ['Police took away two of the bodies in Kalaiya on Monday.', 'COERCE/seize'],
    ['Aid deliveries to Zabadani were put off on Thursday.', 'SANCTION/discontinue'],
    ['Gunmen stopped nine families near Kaduna on Monday and took away three girls.', 'COERCE/restrict ASSAULT/abduct'],
    ['Bandits decamped with two motorcycles from Kaduna on Monday.', 'COERCE/seize'],
    ['Insurgents made away with nine travellers near Jakana on Tuesday.', 'ASSAULT/abduct'],
    ['A column of 100 soldiers marched into Monywa on Monday.', 'MOBILIZE/troops'],
    ['Pensioners marched into the main square of Monywa on Monday.', 'PROTEST/demo'],
    ['Reinforcements entered the town of Amara on Monday.', 'MOBILIZE/troops'],
    ['The raiders took with them six boys from Umuna on Monday.', 'ASSAULT/abduct'],
    ['The raiders took with them 40 goats from Pibor on Monday.', 'COERCE/seize'],
    ['Soldiers seized three shepherds in Halta on Monday.', 'COERCE/arrest'],
    ['North Korea fired two ballistic missiles toward the sea on Thursday.', 'MOBILIZE/weapons'],
    ['The court ordered the forfeiture of his bus in Kano on Monday.', 'COERCE/seize'],
    ['Parliament in Sofia voted on Monday to bring home the 400 soldiers.', 'RETREAT/withdraw'],
    ['The navy moved 300 soldiers from Cebu to Jolo on Monday.', 'MOBILIZE/troops'],
    ['The state gave each family of the dead 500 dollars in Manila on Monday.', 'AID/economic'],
  ])('%s', (text, wanted) => {
    expect(codes(text)).toBe(wanted)
  })
})

describe('the same words of other things tell of none', () => {
  test.each([
    'The bank sent its customers a letter in Reynosa on Wednesday.',
    'The children walked to the beach in Quetta on Monday.',
    'The envoy defused a row between two firms in Reynosa on Monday.',
    'The children took with them their books from Quetta on Monday.',
    'A brass band marched into Monywa on Monday.',
    'A strike cut the profit of the pipeline firm on Monday.',
    'The minister gave the family of the singer his view on Monday.',
    'He died in Leeds, the town of his birth.',
    'The bakery in Srinagar stayed open on Monday in spite of the rain.',
    'He took five books from a shelf in Monywa on Monday.',
    'The rebels have held the village of Kibumba since Monday.',
    'The group released a video of the hostages in Jolo on Monday.',
    'The clerk handed over the keys of the house in Vavuniya on Monday.',
    'Hundreds gathered at the stadium in Quetta on Monday for the match.',
    'Nine lorries of gravel reached the building site in Djibo on Monday.',
    'The customs men sent two letters to the port of Hodeidah on Monday.',
    'Two machine guns stood in the museum of Tumaco on Monday.',
    'The attackers fled towards the hills of Chilón on Monday.',
    'House prices exploded in Quito on Monday.',
    'The amendment was killed in Lima on Monday.',
    'The goalkeeper attacked every cross in Quito on Sunday.',
    'The hunters shot four deer in Tumaco on Monday.',
    'The bridge in Tumaco was closed for repairs on Monday.',
    'The company cut power for maintenance in Tumaco on Monday.',
    'Pilgrims marched through Quito on Sunday.',
    'A procession wound through Quito on Sunday for carnival.',
    'The museum moved two tanks to Quito on Monday.',
  ])('%s', text => {
    expect(codes(text)).toBe('')
  })
})

test('words of sport in a report full of arms are where the war came, and not what it is about', () => {
  const text = 'A drone dropped a grenade beside a football pitch near Tibú on Sunday, killing a goalkeeper and wounding four players during a match, the army said. The army blamed the ELN guerrillas; the rebels of the 33rd Front said soldiers had fired mortars. Police found rifles, mines and a machine gun.'
  expect(codes(text)).toContain('ASSAULT/')
  expect(codes('The striker shot past the goalkeeper from the edge of the pitch on Sunday, and the defence of the visitors collapsed. The referee ended the match after the attack had wounded their pride.')).toBe('')
})

test('a noun that hyphens make ends in what the tagger calls a preposition', () => {
  expect(codes('A shoot-out between soldiers and smugglers in Tumaco on Monday left two men dead.')).toBe('ASSAULT/firearms')
})

describe('violence told by what a verb or a noun takes', () => {
  test.each([
    ['A column of peasants was fired on by tanks in Bago on Monday.', 'ASSAULT/firearms'],
    ['Four nurses were fired on Monday in Lima.', 'SANCTION/expel'],
    ['Herders came under a shower of arrows near Mopti on Friday.', 'ASSAULT/primitive'],
    ['A hail of shells greeted the mayor at the gates of Darayya on Sunday.', 'ASSAULT/heavy-weapons'],
    ['Howitzers belched fire at Martakert on Friday.', 'ASSAULT/heavy-weapons'],
    ['Katyushas whistled over the Green Zone on Tuesday.', 'ASSAULT/heavy-weapons'],
    ['Troops turned their machine guns on mourners in Bago on Sunday.', 'ASSAULT/firearms'],
    ['A masked man emptied a pistol into a tribal elder in Tumaco on Monday.', 'ASSAULT/firearms'],
    ['Shots were let off at the town hall in Tumaco on Monday.', 'ASSAULT/firearms'],
    ['The village chief was blown away by masked men in Maguindanao on Tuesday.', 'ASSAULT/firearms'],
    ['A drone nosedived into a bus in Nikopol on Thursday.', 'ASSAULT/drone'],
    ['A limpet mine holed a tanker off Fujairah on Wednesday.', 'ASSAULT/explosives'],
    ['A woman blew herself to pieces at a bus stop in Potiskum on Saturday.', 'ASSAULT/suicide-attack'],
    ['Villagers were put to the machete in Beni on Tuesday.', 'ASSAULT/primitive'],
    ['An axe was buried in the skull of a settler near Nablus on Monday.', 'ASSAULT/primitive'],
    ['Two battalions slugged it out at a bridge near Pokrovsk on Monday.', 'ASSAULT/-'],
    ['The junta lost the town of Lashio to the rebels on Monday.', 'ASSAULT/-'],
    ['Al-Shabaab fighters swooped on a base at Bulo Marer on Wednesday.', 'ASSAULT/-'],
    ['Raiders drove away with two French engineers in Agadez on Monday.', 'ASSAULT/abduct'],
    ['Raiders rustled 200 head of cattle near Kapoeta on Monday.', 'COERCE/seize'],
    ['Gendarmes hosed marchers with water cannon in Yaoundé on Saturday.', 'ASSAULT/crowd-control'],
    ['Bulldozers made short work of a Bedouin hamlet near Beersheba on Tuesday.', 'ASSAULT/destroy'],
  ])('%s', (text, wanted) => {
    expect(codes(text)).toBe(wanted)
  })

  test.each([
    'The minister faced a hail of criticism in Accra on Monday.',
    'The pianist was blown away by the applause in Vienna on Monday.',
    'The visitors dived into the lake at Bled on Sunday.',
    'The farmer drove away with two new ploughs in Agadez on Monday.',
    'The choir made short work of the anthem in Cardiff on Sunday.',
    'He emptied a bottle into the sink in Lyon on Monday.',
    'The club lost the title to the rivals in Turin on Sunday.',
    'The gardener buried a spoon in the sand in Rhodes on Monday.',
  ])('%s', text => {
    expect(codes(text)).toBe('')
  })
})

describe('the same act by other doers, and with other things, is of another kind', () => {
  test.each([
    ['The two boys were in a camp near Tarmo. They were handed over to their mothers at Kasese on Friday.', 'RETREAT/release'],
    ['Rebels besieged the town of Kasese on Friday.', 'COERCE/restrict'],
    ['The stores of the hospital in Kasese were looted on Friday.', 'COERCE/seize'],
    ['Residents closed the Kasese road with logs on Friday.', 'PROTEST/obstruct'],
    ['The army closed the Kasese road on Friday.', 'COERCE/restrict'],
    ['Hooded youths pelted a police post in Kasese with bottles on Friday.', 'PROTEST/riot'],
    ['Men in masks took a teacher away from a garage in Kasese on Friday.', 'ASSAULT/abduct'],
    ['Policemen took a teacher away from a garage in Kasese on Friday.', 'COERCE/arrest'],
    ['Police bundled at least 26 of them into vans in Kasese on Friday.', 'COERCE/arrest'],
    ['Two officers hauled her from the studio in Kasese on Friday.', 'COERCE/arrest'],
    ['Police seized 14 kg of explosives in Kasese on Friday.', 'COERCE/seize'],
    ['Officers kept her camera at the checkpoint in Kasese on Friday.', 'COERCE/seize'],
    ['The gunmen emptied the vault of a bank in Kasese on Friday.', 'COERCE/seize'],
    ['Gunmen unloaded the sacks of sorghum in Kasese on Friday.', 'COERCE/seize'],
    ['Labourers unloaded the sacks of sorghum in Kasese on Friday.', 'AID/humanitarian'],
    ['The rebels pressed down the road toward Kasese on Friday.', 'ASSAULT/-'],
    ['The World Food Programme halted all movements on the Kasese road on Friday.', 'SANCTION/discontinue'],
    ['The army halted all movements on the Kasese road on Friday.', 'COERCE/restrict'],
    ['The Red Cross put its clinics in Kasese on hold on Friday.', 'SANCTION/discontinue'],
    ['The mission handed over its base at Kasese to the government on Friday.', 'RETREAT/withdraw'],
    ['Two hundred militiamen handed over their rifles to the governor in Kasese on Friday.', 'RETREAT/disarm'],
    ['Eleven soldiers were evacuated by air from Kasese for treatment on Friday.', 'AID/humanitarian'],
    ['Three tactical squads were deployed to Kasese on Friday.', 'MOBILIZE/troops'],
    ['The charity pulled out eight staff members from Kasese on Friday.', 'RETREAT/withdraw'],
    ['The agency moved its 14 staff from Kasese to Gulu on Friday.', 'RETREAT/withdraw'],
    ['The teachers’ union declared a three-day shutdown of schools in Kasese on Friday.', 'PROTEST/strike'],
    ['The ministry declared a three-day closure of schools in Kasese on Friday.', 'COERCE/restrict'],
    ['A pick-up loaded with explosives went off in Kasese on Friday.', 'ASSAULT/explosives'],
    ['Two rockets landed in Kasese on Friday.', 'ASSAULT/heavy-weapons'],
    ['Houthi fighters fired two ballistic missiles on Friday.', 'ASSAULT/heavy-weapons'],
    ['A prisoner was suspended by his wrists in Kasese on Friday.', 'ASSAULT/torture'],
    ['The guerrillas sent rockets into the centre of Kasese on Friday.', 'ASSAULT/heavy-weapons'],
    ['A group of war amputees blocked the Kasese road with their wheelchairs on Friday.', 'PROTEST/obstruct'],
    ['The traders gave a call for a bandh in Kasese on Friday.', 'PROTEST/strike'],
    ['The army shipped home another 900 troops from Kasese on Friday.', 'RETREAT/withdraw'],
    ['All ten prisoners stopped eating in Kasese on Friday.', 'PROTEST/hunger'],
    ['The union called its members out in Kasese on Friday.', 'PROTEST/strike'],
    ['Heavy weapons fire was heard in Kasese on Friday.', 'ASSAULT/heavy-weapons'],
    ['Soldiers occupied the school and the chapel of Kasese on Friday.', 'COERCE/seize'],
    ['The Kenyan contingent began patrols along the Kasese road on Friday.', 'MOBILIZE/troops'],
    ['Pupils walked to the governor’s office in Kasese on Friday to demand peace.', 'PROTEST/demo'],
    ['The city of Jinja sent three trucks of flour to Kasese on Friday.', 'AID/humanitarian'],
    ['The nine came back to Kasese on Friday against a ransom.', 'RETREAT/release'],
    ['Gunmen on motorcycles arrived in Kasese on Friday and opened fire on a market.', 'ASSAULT/firearms'],
    ['Militants stopped a bus near Kasese on Friday and shot the driver dead.', 'ASSAULT/firearms'],
    ['Gunmen stopped a bus near Kasese on Friday and took away a nurse.', 'ASSAULT/abduct'],
    ['Fighters of the Ruwen Front barricaded the road near Kasese on Friday and raked a lorry with gunfire.', 'ASSAULT/firearms'],
    ['Villagers blocked the road near Kasese on Friday and beat two guards.', 'PROTEST/obstruct ASSAULT/beat'],
    ['The Red Cross took 12 wounded from Kasese to a hospital in Gulu on Friday.', 'AID/humanitarian'],
    ['Robbers emptied a pistol into a watchman in Kasese on Friday.', 'ASSAULT/firearms'],
    ['A crowd hacked four men in Kasese on Friday.', 'ASSAULT/primitive'],
    ['Hackers hacked the website of the tax office in Kasese on Friday.', 'COERCE/cyber'],
    ['Soldiers cordoned off the village of Kasese on Friday.', 'COERCE/restrict'],
    ['Farmers protested in Kasese on Friday.', 'PROTEST/demo'],
    ['Students blocked the road in Kasese on Friday and burned a bus.', 'PROTEST/obstruct'],
    ['Soldiers drove into Kasese on Friday.', 'MOBILIZE/troops'],
    ['The rebels fought the army near Kasese on Friday.', 'ASSAULT/-'],
    ['Settlers set three tents and the school caravan on fire in Kasese on Friday.', 'ASSAULT/destroy'],
    ['The army said two jeeps were hit in Kasese on Friday and eleven rifles seized.', 'ASSAULT/firearms COERCE/seize'],
    ['Twelve trucks of an aid agency were held at a checkpoint near Kasese on Friday.', 'COERCE/restrict'],
    ['Residents of Kasese were ordered into bomb shelters on Friday.', 'COERCE/restrict'],
    ['The city administration sent three trucks of flour to the enclave on Friday.', 'AID/humanitarian'],
    ['Their cattle were carted away in Kasese on Friday.', 'COERCE/seize'],
    ['Police moved in with armoured cars in Kasese on Friday.', 'MOBILIZE/police'],
    ['The Tigers’ assault on the camp of Kasese on Friday cost four lives.', 'ASSAULT/-'],
  ])('%s', (text, wanted) => {
    expect(codes(text)).toBe(wanted)
  })
  test.each([
    'The bank moved its 14 computers from Kasese to Gulu on Friday.',
    'The doctor kept her notebook in a drawer in Kasese on Friday.',
    'The hotel emptied the till in Kasese on Friday.',
    'The courier handed them over to the clerk in Kasese on Friday.',
    'The firm sent a team of painters to Kasese on Friday.',
    'The rebels have fought the army around Kasese for decades.',
    'The nine came back to Kasese on Friday after the holidays.',
    'The priest dismissed the claim in Kasese on Friday.',
    'The Tigers’ attack ran out of ideas in Kasese on Friday.',
  ])('%s', text => {
    expect(codes(text)).toBe('')
  })
})

describe('plain words for acts, and the same words where they tell of none', () => {
  test.each([
    ['Exiles held candles outside the Belarusian embassy in Riga on Monday evening.', 'PROTEST/demo'],
    ['Sixty villagers walked to the fence at Orchosani on Thursday, calling for the release of a neighbour.', 'PROTEST/demo'],
    ['The Red Cross set up cots for 900 people in a stadium in Beira on Monday.', 'AID/humanitarian'],
    ['Gunmen in uniform stopped a minibus near Kadugli on Friday and took the phones and money of the passengers.', 'COERCE/seize'],
    ['Rioters pushed two guards off the roof of the prison at Topo on Monday.', 'ASSAULT/beat'],
    ['Six were caught by Friday night, the police of Tula said.', 'COERCE/arrest'],
    ['Marines rehearsed a landing in Pechenga Bay on Thursday.', 'MOBILIZE/weapons'],
    ['Some 40 families in Newry were moved to a leisure centre on Sunday.', 'RETREAT/withdraw'],
    ['Three men pushed him into a grey van without number plates in Kikuyu on Saturday.', 'ASSAULT/abduct'],
    ['The children were recruited by force in Putumayo in March.', 'ASSAULT/abduct'],
    ['The army regained control over the town of Mseika on Sunday.', 'ASSAULT/-'],
    ['The border service opened a checkpoint at the Hakari bridge on Sunday.', 'COERCE/restrict'],
    ['A furious mob set ablaze four empty houses in Kasese on Monday.', 'PROTEST/riot'],
    ['Armed Christian youths burned down thirty houses in Kasese on Monday.', 'ASSAULT/destroy'],
    ['Bandits raided Kasese on Monday and made away with 90 goats.', 'COERCE/seize'],
    ['Teachers slept in front of the inspector’s office in Kasese on Monday over unpaid wages.', 'PROTEST/demo'],
    ['Troops toiled up the mountain road to Toribio on Monday.', 'MOBILIZE/troops'],
    ['The gangs broke open the prison of Kasese on Monday.', 'ASSAULT/-'],
    ['Peacekeepers removed barricades from the road to the Brnjak crossing on Friday.', 'RETREAT/access'],
  ])('%s', (text, code) => { expect(codes(text)).toContain(code) })
  test.each([
    'Tourists held candles in the restaurant of the hotel on Monday.',
    'He pushed a chair off the roof in Topo on Monday.',
    'Six fish were caught by Friday night, the fishermen of Tula said.',
    'The choir rehearsed a song in Pechenga on Thursday.',
    'He pushed the boxes into a grey van in Kikuyu on Saturday.',
    'The firm recruited engineers in Putumayo in March.',
    'The mayor opened a library at Hakari on Sunday.',
    'A cook poured kerosene in two lamps in Kasese on Monday.',
    'The thief got away with a warning in Kasese on Monday.',
    'The soldiers carried a machine gun through Bonny on Monday.',
  ])('%s (none)', text => { expect(codes(text)).toBe('') })
})
