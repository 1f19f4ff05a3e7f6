/** Countries, what else they are called, and the adjectives that their governments go by. */

// One country a line: its names, a bar, the adjectives. Names and adjectives are common knowledge, as the UN's list of
// member states and style books give them; places with governments of their own that news names beside states are in.
const COUNTRIES = `
Afghanistan | Afghan
Albania | Albanian
Algeria | Algerian
Angola | Angolan
Argentina | Argentine, Argentinian
Armenia | Armenian
Australia | Australian
Austria | Austrian
Azerbaijan | Azerbaijani, Azeri
Bahrain | Bahraini
Bangladesh | Bangladeshi
Belarus | Belarusian
Belgium | Belgian
Bolivia | Bolivian
Bosnia, Bosnia and Herzegovina | Bosnian
Botswana | Botswanan
Brazil | Brazilian
Britain, Great Britain, United Kingdom, UK | British
Bulgaria | Bulgarian
Burkina Faso | Burkinabe
Burundi | Burundian
Cambodia | Cambodian
Cameroon | Cameroonian
Canada | Canadian
Chad | Chadian
Chile | Chilean
China, People's Republic of China | Chinese
Colombia | Colombian
Congo, Democratic Republic of Congo | Congolese
Costa Rica | Costa Rican
Croatia | Croatian
Cuba | Cuban
Cyprus | Cypriot
Czech Republic, Czechia | Czech
Denmark | Danish
Ecuador | Ecuadorean, Ecuadorian
Egypt | Egyptian
El Salvador | Salvadoran
Eritrea | Eritrean
Estonia | Estonian
Ethiopia | Ethiopian
Fiji | Fijian
Finland | Finnish
France | French
Georgia | Georgian
Germany | German
Ghana | Ghanaian
Greece | Greek
Guatemala | Guatemalan
Haiti | Haitian
Honduras | Honduran
Hong Kong | Hong Kong
Hungary | Hungarian
Iceland | Icelandic
India | Indian
Indonesia | Indonesian
Iran | Iranian
Iraq | Iraqi
Ireland | Irish
Israel | Israeli
Italy | Italian
Ivory Coast, Côte d'Ivoire | Ivorian
Jamaica | Jamaican
Japan | Japanese
Jordan | Jordanian
Kazakhstan | Kazakh
Kenya | Kenyan
Kosovo | Kosovar
Kuwait | Kuwaiti
Kyrgyzstan | Kyrgyz
Laos | Laotian
Latvia | Latvian
Lebanon | Lebanese
Liberia | Liberian
Libya | Libyan
Lithuania | Lithuanian
Luxembourg | Luxembourg
Madagascar | Malagasy
Malawi | Malawian
Malaysia | Malaysian
Mali | Malian
Malta | Maltese
Mexico | Mexican
Moldova | Moldovan
Mongolia | Mongolian
Montenegro | Montenegrin
Morocco | Moroccan
Mozambique | Mozambican
Myanmar, Burma | Burmese, Myanmar
Namibia | Namibian
Nepal | Nepali, Nepalese
Netherlands, Holland | Dutch
New Zealand | New Zealand
Nicaragua | Nicaraguan
Niger | Nigerien
Nigeria | Nigerian
North Korea | North Korean
North Macedonia, Macedonia | Macedonian
Norway | Norwegian
Oman | Omani
Pakistan | Pakistani
Panama | Panamanian
Paraguay | Paraguayan
Peru | Peruvian
Philippines | Philippine, Filipino
Poland | Polish
Portugal | Portuguese
Qatar | Qatari
Romania | Romanian
Russia, Russian Federation | Russian
Rwanda | Rwandan
Saudi Arabia | Saudi, Saudi Arabian
Scotland | Scottish
Senegal | Senegalese
Serbia | Serbian
Sierra Leone | Sierra Leonean
Singapore | Singaporean
Slovakia | Slovak, Slovakian
Slovenia | Slovenian
Somalia | Somali
South Africa | South African
South Korea | South Korean
South Sudan | South Sudanese
Soviet Union, USSR | Soviet
Spain | Spanish
Sri Lanka | Sri Lankan
Sudan | Sudanese
Sweden | Swedish
Switzerland | Swiss
Syria | Syrian
Taiwan | Taiwanese
Tajikistan | Tajik
Tanzania | Tanzanian
Thailand | Thai
Tunisia | Tunisian
Turkey, Türkiye | Turkish
Turkmenistan | Turkmen
Uganda | Ugandan
Ukraine | Ukrainian
United Arab Emirates, UAE | Emirati
United States, US, USA, United States of America, America | American
Uruguay | Uruguayan
Uzbekistan | Uzbek
Venezuela | Venezuelan
Vietnam | Vietnamese
Wales | Welsh
Yemen | Yemeni
Zambia | Zambian
Zimbabwe | Zimbabwean`

/** A country as a name or an adjective tells it. */
export interface CountryForm {
  /** The key of the country's first name: “britain” for “U.K.” and “British”. */
  readonly country: string
  readonly form: 'name' | 'adjective'
}

let countries: ReadonlyMap<string, CountryForm> | undefined

/**
 * The country that a key (a name in lower case, letters alone) names, or whose adjective it is; nothing for other
 * names.
 */
export function countryOfKey(key: string): CountryForm | undefined {
  return (countries ??= readCountries()).get(key)
}

function readCountries(): ReadonlyMap<string, CountryForm> {
  const forms = new Map<string, CountryForm>()
  for (const line of COUNTRIES.trim().split('\n')) {
    const [names = [], adjectives = []] = line.split(' | ').map((list) => list.split(', ').map(keyOf))
    const country = names[0]!
    for (const adjective of adjectives) forms.set(adjective, { country, form: 'adjective' })
    // “Hong Kong” is both: a name, where nothing behind it makes an adjective of it.
    for (const name of names) forms.set(name, { country, form: 'name' })
  }
  return forms
}

function keyOf(form: string): string {
  return form
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z]/g, '')
}
